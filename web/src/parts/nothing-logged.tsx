import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
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

/** A store without any such things yet, and how to log the first. */
export function NothingLogged({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <Empty title={title} command={firstStepCommand(globalThis.location.origin)}>
      {children}
      <Text inherit>This logs a step that reads a data set and writes a model:</Text>
    </Empty>
  );
}
