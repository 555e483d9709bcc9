import { Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useAsk } from '../api/use-ask.js';
import { AboutServerDocument } from '../generated/operations.js';
import { CopyCommand } from './copy-command.js';
import { Empty } from './states.js';

/** How a first step is logged from any shell: the demo server's own story in one request. */
export function firstStepCommand(origin: string): string {
  const body = JSON.stringify({
    query:
      'mutation($input: LogExecutionInput!) { logExecution(input: $input) { execution { id } outputs { artifact { id } } } }',
    variables: {
      input: {
        execution: { workspace: { name: 'first-workspace' }, run: { name: 'first-run' }, name: 'train' },
        inputs: [{ artifact: { dataSet: { name: 'rows', uri: 's3://bucket/rows.csv' } } }],
        outputs: [{ artifact: { model: { name: 'model', uri: 's3://bucket/model' } } }],
      },
    },
  });
  return `curl ${origin}/graphql -H 'Content-Type: application/json' -d '${body}'`;
}

/** A list without anything in it: how to log the first, where this server may write. */
export function NothingLogged({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  const isReadOnly = useAsk(AboutServerDocument, {}).data?.data.server.readOnly ?? true;
  return (
    <Empty title={title}>
      <Stack gap="sm">
        {children}
        {isReadOnly ? (
          <Text inherit>This server only reads: what your tools log appears here.</Text>
        ) : (
          <>
            <Text inherit>This logs a step that reads a data set and writes a model:</Text>
            <CopyCommand command={firstStepCommand(globalThis.location.origin)} />
          </>
        )}
      </Stack>
    </Empty>
  );
}
