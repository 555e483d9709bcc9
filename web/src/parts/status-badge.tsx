import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ExecutionStatus } from '../generated/operations.js';

const COLORS: Readonly<Record<ExecutionStatus, string>> = {
  UNKNOWN: 'gray',
  NEW: 'gray',
  RUNNING: 'blue',
  COMPLETE: 'green',
  FAILED: 'red',
  CACHED: 'cyan',
  CANCELED: 'yellow',
};

/** What became of a step or a run, by word and colour; a dash where nothing is known. */
export function StatusBadge({ status }: { readonly status: ExecutionStatus | null | undefined }): ReactElement {
  if (!status) return <span title="Status not known">–</span>;
  return (
    // Text of the same colour on its own tint is as low as 3.1 to 1; the page's own colour is not.
    <Badge variant="light" color={COLORS[status]} c="var(--mantine-color-text)" size="sm" radius="sm">
      {status.toLowerCase()}
    </Badge>
  );
}
