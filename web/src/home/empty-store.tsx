import { Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useAsk } from '../api/use-ask.js';
import { AboutServerDocument } from '../generated/operations.js';
import { CopyCommand } from '../parts/copy-command.js';
import { firstStepCommand } from '../parts/nothing-logged.js';
import { Empty } from '../parts/states.js';

/** What to do about a store with nothing in it. */
export function EmptyStore(): ReactElement {
  const isReadOnly = useAsk(AboutServerDocument, {}).data?.data.server.readOnly ?? false;
  return (
    <Empty title="Nothing has been logged here yet">
      <Stack gap="md">
        {isReadOnly ? (
          <Text>
            This server only reads. Log with your own tool (Kubeflow Pipelines, TFX, CMF or MLMD itself), or start the
            server without <code>--read-only</code>.
          </Text>
        ) : (
          <>
            <Text>Log a first step from any shell: it reads a data set and writes a model.</Text>
            <CopyCommand command={firstStepCommand(globalThis.location.origin)} />
          </>
        )}
        <Text>Or look around in a small story first, in a store of its own:</Text>
        <CopyCommand command="npm start -- --demo --store sqlite:demo.db" />
        <Text size="sm">
          Expected something? Then the server was started with another <code>--store</code> than you meant.
        </Text>
      </Stack>
    </Empty>
  );
}
