import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useCopy } from './use-copy.js';

/** What is copied, and what it is. */
interface Copied {
  readonly text: string;
  /** What it is, for those who hear the button: `uri`. */
  readonly label: string;
}

/** A text as a machine wrote it, such as an id or a uri, that one click copies whole. */
export function CopyText({ text, label, shown = text }: Copied & { readonly shown?: string }): ReactElement {
  return (
    <Group gap={2} wrap="nowrap" miw={0}>
      <Text className="mono" size="sm" truncate title={text} component="span">
        {shown}
      </Text>
      <CopyIcon text={text} label={label} />
    </Group>
  );
}

/** The button alone, for a text that stands beside it in a form of its own. */
export function CopyIcon({ text, label }: Copied): ReactElement {
  const { copied, copy } = useCopy();
  return (
    <Tooltip label={copied ? 'Copied' : `Copy ${label}`} openDelay={300}>
      <ActionIcon
        variant="subtle"
        color={copied ? 'teal' : 'gray'}
        size="sm"
        onClick={(event) => {
          event.stopPropagation();
          void copy(text);
        }}
        aria-label={copied ? `${label} copied` : `Copy ${label}`}
      >
        {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}
