import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { CopyIcon } from '../parts/copy-text.js';
import styles from './details.module.css';
import { type Column, RowsTable } from './rows-table.js';
import { type NamedValue, readable, whole, withText } from './value-text.js';

/** From here on a table of values is worth filtering. */
const FILTERED_FROM = 9;
/** Rows of a table of values until one asks for all. */
const SHOWN_AT_FIRST = 50;
/** Characters of a text that is shown as it is; a longer one is folded. */
const FOLDED_FROM = 160;

const NAME: Column<NamedValue> = {
  header: 'Name',
  cell: ({ name, custom }) => (
    <Group gap={6} wrap="nowrap" align="baseline">
      <span className={styles.name}>{name}</span>
      {custom && (
        <Text span size="xs" c="dimmed" title="Added by the writer; the type does not declare it">
          custom
        </Text>
      )}
    </Group>
  ),
};
const TYPE: Column<NamedValue> = {
  header: 'Type',
  width: 90,
  cell: ({ type }) => (
    <Badge variant="default" size="xs" radius="sm" ff="monospace" fw={500} tt="lowercase">
      {type}
    </Badge>
  ),
};
const VALUE: Column<NamedValue> = {
  header: 'Value',
  width: '60%',
  cell: (row) => (
    <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between">
      <Value {...row} />
      <CopyIcon text={whole(row)} label={row.name} />
    </Group>
  ),
};

/** Names and values in the order given, each to copy; JSON is folded, and many can be filtered by a part of either. */
export function ValueTable({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: readonly NamedValue[];
}): ReactElement {
  const [filter, setFilter] = useState('');
  const [isWhole, setWhole] = useState(false);
  const found = withText(rows, filter);
  const shown = isWhole ? found : found.slice(0, SHOWN_AT_FIRST);
  const isTyped = rows.some(({ type }) => type !== undefined);
  return (
    <Stack gap="xs">
      {rows.length >= FILTERED_FROM && (
        <TextInput
          size="xs"
          maw={280}
          aria-label={`Filter ${label.toLowerCase()}`}
          placeholder="Filter by name or value"
          leftSection={<IconFilter size={14} />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      <RowsTable
        label={label}
        rows={shown}
        columns={isTyped ? [NAME, TYPE, VALUE] : [NAME, VALUE]}
        rowKey={({ name, custom }, index) => `${name}/${custom}/${index}`}
      />
      {shown.length < found.length && (
        <Button size="xs" variant="default" onClick={() => setWhole(true)} style={{ alignSelf: 'flex-start' }}>
          Show all {found.length.toLocaleString()}
        </Button>
      )}
      {found.length === 0 && (
        <Text size="sm" c="dimmed">
          None of {rows.length.toLocaleString()} matches.
        </Text>
      )}
    </Stack>
  );
}

/** A value as it reads best: JSON laid out and long text in full, both folded; the rest as it is. */
export function Value(row: Pick<NamedValue, 'value' | 'text'>): ReactElement {
  const full = readable(row);
  if (!full.includes('\n') && full.length < FOLDED_FROM) {
    return <span className={`mono ${styles.value}`}>{full === '' ? '(empty)' : full}</span>;
  }
  return (
    <details className={styles.folded} style={{ minWidth: 0 }}>
      <summary className="mono">{full.replaceAll(/\s+/g, ' ').slice(0, FOLDED_FROM)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard as well. */}
      <pre className="mono" tabIndex={0}>
        {full}
      </pre>
    </details>
  );
}
