import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconEqualNot, IconFlag, IconFlagFilled, IconX } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { type ReactElement, useMemo } from 'react';
import { DataTable } from '../parts/data-table.js';
import { NodeLink } from '../parts/node-link.js';
import { factsOf } from './facts.js';
import type { Row } from './model/rows.js';
import type { Subject } from './model/subject.js';
import { ValueCell } from './value-cell.js';

/** What a table of subjects shows, and what can be done with one of them. */
export interface ComparisonProps {
  readonly subjects: readonly Subject[];
  readonly rows: readonly Row[];
  /** Place of the subject that the others are measured by. */
  readonly base: number;
  readonly marksExtremes: boolean;
  readonly onBase: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** A line of the table: the title of a section, a fact of every subject, or what they bear under one name. */
type Line =
  | { readonly kind: 'section'; readonly key: string; readonly title: string }
  | { readonly kind: 'fact'; readonly key: string; readonly fact: ReturnType<typeof factsOf>[number] }
  | { readonly kind: 'row'; readonly key: string; readonly row: Row };

/** A column for each subject, and a line for each of what they bear. */
export function SubjectsAsColumns(props: ComparisonProps): ReactElement {
  const { subjects, rows, base, marksExtremes } = props;
  const lines = useMemo(() => linesOf(subjects, rows), [subjects, rows]);
  const columns: readonly ColumnDef<Line>[] = [
    {
      id: 'name',
      header: 'Name',
      meta: { start: true },
      size: 260,
      cell: ({ row: { original } }) => <LineName line={original} />,
    },
    ...subjects.map(
      (subject, index): ColumnDef<Line> => ({
        id: subject.id,
        size: 240,
        meta: { heading: subject.displayName },
        header: () => <SubjectHead {...props} subject={subject} isBase={index === base} />,
        cell: ({ row: { original } }) => {
          switch (original.kind) {
            case 'section':
              return null;
            case 'fact':
              return original.fact.show(subject);
            case 'row':
              return <ValueCell row={original.row} index={index} base={base} marksExtremes={marksExtremes} />;
          }
        },
      }),
    ),
  ];
  return (
    <DataTable label="Side by side" rows={lines} columns={columns} rowId={({ key }) => key} total={lines.length} />
  );
}

/** A line for each subject, which suits many of them, and a column for each of what they bear. */
export function SubjectsAsRows(props: ComparisonProps): ReactElement {
  const { subjects, rows, base, marksExtremes } = props;
  const columns: readonly ColumnDef<Subject>[] = [
    {
      id: 'name',
      header: 'Name',
      meta: { start: true },
      size: 260,
      cell: ({ row: { original, index } }) => <SubjectHead {...props} subject={original} isBase={index === base} />,
    },
    ...factsOf(subjects).map(
      ({ name, size, show }): ColumnDef<Subject> => ({
        id: name,
        size,
        header: name,
        cell: ({ row: { original } }) => show(original),
      }),
    ),
    ...rows.map(
      (row): ColumnDef<Subject> => ({
        id: row.key,
        size: 190,
        meta: { heading: row.name },
        header: () => <RowName row={row} withSection />,
        cell: ({ row: { index } }) => <ValueCell row={row} index={index} base={base} marksExtremes={marksExtremes} />,
      }),
    ),
  ];
  return (
    <DataTable label="Side by side" rows={subjects} columns={columns} rowId={({ id }) => id} total={subjects.length} />
  );
}

function linesOf(subjects: readonly Subject[], rows: readonly Row[]): readonly Line[] {
  const lines: Line[] = factsOf(subjects).map((fact) => ({ kind: 'fact', key: `fact:${fact.name}`, fact }));
  rows.forEach((row, index) => {
    const { key, title } = row.section;
    if (rows[index - 1]?.section.key !== key) lines.push({ kind: 'section', key: `section:${key}`, title });
    lines.push({ kind: 'row', key: row.key, row });
  });
  return lines;
}

function LineName({ line }: { readonly line: Line }): ReactElement {
  switch (line.kind) {
    case 'section':
      return <Text fw={650}>{line.title}</Text>;
    case 'fact':
      return <Text size="sm">{line.fact.name}</Text>;
    case 'row':
      return <RowName row={line.row} />;
  }
}

function RowName({ row, withSection = false }: { readonly row: Row; readonly withSection?: boolean }): ReactElement {
  return (
    <Group gap={6} wrap="nowrap" title={`${row.section.title}: ${row.name}`}>
      <Text size="sm" truncate maw={260} fw={withSection ? 650 : undefined}>
        {row.name}
      </Text>
      {row.differs && (
        <IconEqualNot size={15} role="img" aria-label="differs" style={{ flex: 'none' }} color="var(--page-muted)" />
      )}
    </Group>
  );
}

function SubjectHead({
  subject,
  isBase,
  onBase,
  onRemove,
}: ComparisonProps & { readonly subject: Subject; readonly isBase: boolean }): ReactElement {
  const Flag = isBase ? IconFlagFilled : IconFlag;
  return (
    <Group gap={2} wrap="nowrap" maw={300}>
      <NodeLink to={subject} icon={false} />
      <Tooltip label={isBase ? 'The baseline' : 'Measure the others by this one'} openDelay={300}>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-pressed={isBase}
          aria-label={`${subject.displayName} as baseline`}
          onClick={() => onBase(subject.id)}
        >
          <Flag size={14} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Take away" openDelay={300}>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`Take ${subject.displayName} away`}
          onClick={() => onRemove(subject.id)}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
