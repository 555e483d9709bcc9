import { Alert, Button, Center, Code, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { AskError, type Problem } from '../api/ask.js';
import { isPassing } from '../api/use-ask.js';
import { CopyCommand } from './copy-command.js';

/** What a page shows before its first answer: its shape, without a jump when the answer comes. */
export function Loading({ lines = 6 }: { readonly lines?: number }): ReactElement {
  return (
    <Stack gap="sm" role="status" aria-label="Loading" aria-busy>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move.
        <Skeleton key={line} height={line === 0 ? 28 : 18} width={line === 0 ? '40%' : `${95 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}

/** A question without an answer: what went wrong, in the server's words, and a way to ask again. */
export function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }): ReactElement {
  const code = error instanceof AskError ? error.code : 'UNKNOWN';
  const passing = isPassing(code);
  return (
    <Alert
      role="alert"
      color={passing ? 'orange' : 'red'}
      icon={passing ? <IconPlugConnectedX /> : <IconAlertTriangle />}
      title={code === 'UNREACHABLE' ? 'No answer from the server' : passing ? 'The store is away' : 'That did not work'}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{error.message}</Text>
        <Group gap="xs">
          {onRetry && (
            <Button size="xs" variant="light" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
              Try again
            </Button>
          )}
          <Code>{code}</Code>
        </Group>
      </Stack>
    </Alert>
  );
}

const PROBLEMS_SHOWN = 3;

/** What of an answer could not be had, where the rest is there. Nothing for none. */
export function Problems({ of }: { readonly of: readonly Problem[] }): ReactElement | null {
  if (of.length === 0) return null;
  // Each row of a list may say the same.
  const different = new Map(of.map((problem) => [problem.code + problem.message, problem]));
  return (
    <Alert
      role="status"
      color="orange"
      icon={<IconAlertTriangle />}
      title={
        <Text inherit c="var(--mantine-color-text)">
          A part of this page could not be had
        </Text>
      }
    >
      {[...different].slice(0, PROBLEMS_SHOWN).map(([key, { code, message }]) => (
        <Text size="sm" key={key}>
          {message} <Code>{code}</Code>
        </Text>
      ))}
      {different.size > PROBLEMS_SHOWN && <Text size="sm">And {different.size - PROBLEMS_SHOWN} more.</Text>}
    </Alert>
  );
}

/** An empty place, and what to do about it. */
export function Empty({
  title,
  children,
  command,
  order = 3,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  /** A command that helps, to copy. */
  readonly command?: string;
  /** The level of its heading: 1 where it is all that the page has to say. */
  readonly order?: 1 | 2 | 3;
}): ReactElement {
  return (
    <Center py={48}>
      <Stack align="center" gap="sm" maw={640}>
        <IconInfoCircle size={32} stroke={1.3} color="var(--page-muted)" aria-hidden />
        <Title order={order} size="h4" ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center" component="div" className="prose">
          {children}
        </Text>
        {command !== undefined && <CopyCommand command={command} />}
      </Stack>
    </Center>
  );
}
