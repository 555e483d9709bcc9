import { Alert, Anchor, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { CutOff } from '../generated/operations.js';

const REASONS: Readonly<Record<CutOff, string>> = {
  MAX_HOPS: 'what lies further away than the walk went',
  MAX_NODES: 'what lies beyond the most nodes that one walk visits',
  MAX_NEIGHBORS: 'some neighbours of a node that has very many',
  DEADLINE: 'what could not be reached in the time that a question may take',
};

/** Says what the answer of a walk leaves out; nothing where it is whole. */
export function Incomplete({
  of,
  whole,
}: {
  readonly of: { readonly complete: boolean; readonly reasons: readonly CutOff[] } | null | undefined;
  /** The address of the page that can go on from here. */
  readonly whole: string;
}): ReactElement | null {
  if (!of || of.complete) return null;
  return (
    <Alert
      role="status"
      color="orange"
      icon={<IconAlertTriangle />}
      // The library's own orange on its light shade is below the contrast that text needs.
      title={
        <Text span inherit c="var(--mantine-color-text)">
          This list is not whole
        </Text>
      }
      mb="xs"
    >
      <Text size="sm">
        It leaves out {of.reasons.map((reason) => REASONS[reason]).join(', and ')}.{' '}
        <Anchor component={Link} to={whole} inherit c="var(--mantine-color-text)" underline="always">
          Ask for all of it
        </Anchor>
      </Text>
    </Alert>
  );
}
