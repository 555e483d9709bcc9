import { Button, Code, CopyButton, Stack } from '@mantine/core';
import type { ReactElement } from 'react';

/** A command for a shell, and a button that copies it. */
export function CopyCommand({ command }: { readonly command: string }): ReactElement {
  return (
    <Stack gap={4} align="center" w="100%">
      <Code block w="100%" ta="left" tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {command}
      </Code>
      <CopyButton value={command}>
        {({ copied, copy }) => (
          <Button size="xs" variant="light" onClick={copy}>
            {copied ? 'Copied' : 'Copy command'}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
