import { Button, Code, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useCopy } from './use-copy.js';

/** A command for a shell, and a button that copies it. */
export function CopyCommand({ command }: { readonly command: string }): ReactElement {
  const { copied, copy } = useCopy();
  return (
    <Stack gap={4} align="center" w="100%">
      <Code block w="100%" ta="left" tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {command}
      </Code>
      <Button size="xs" variant="light" onClick={() => void copy(command)}>
        {copied ? 'Copied' : 'Copy command'}
      </Button>
    </Stack>
  );
}
