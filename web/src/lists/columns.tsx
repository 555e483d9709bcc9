import { Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { Fragment, type ReactElement } from 'react';
import { CopyText } from '../parts/copy-text.js';
import { type Linked, NodeLink } from '../parts/node-link.js';
import { Time } from '../parts/time.js';
import { TypeName } from '../parts/type-name.js';

/** What rows have that columns shared by several lists show. */
interface NodeRow extends Linked {
  readonly mlmdId: string;
  readonly typeName: string;
  readonly updatedAt: string;
}

/** The name that leads to a thing's page. */
export function nameColumn<Row extends Linked>(sortBy?: 'NAME'): ColumnDef<Row> {
  return {
    id: 'name',
    header: 'Name',
    enableHiding: false,
    meta: { grow: true, ...(sortBy === undefined ? {} : { sortBy }) },
    cell: ({ row }) => <NodeLink to={row.original} />,
  };
}

/** The type, in short. */
export function typeColumn<Row extends { readonly typeName: string }>(): ColumnDef<Row> {
  return { id: 'type', header: 'Type', size: 120, cell: ({ row }) => <TypeName name={row.original.typeName} /> };
}

/** Where a thing lies, as a link. */
export function workspaceColumn<Row extends { readonly workspace: Linked | null }>(): ColumnDef<Row> {
  return {
    id: 'workspace',
    header: 'Workspace',
    size: 140,
    cell: ({ row }) => row.original.workspace && <NodeLink to={row.original.workspace} />,
  };
}

/** The run that a thing belongs to, as a link. */
export function runColumn<Row extends { readonly run: Linked | null }>(): ColumnDef<Row> {
  return {
    id: 'run',
    header: 'Run',
    size: 150,
    cell: ({ row }) => row.original.run && <NodeLink to={row.original.run} />,
  };
}

/** When the store first knew of a thing. */
export function createdColumn<Row extends { readonly createdAt: string | null }>(): ColumnDef<Row> {
  return {
    id: 'created',
    header: 'Created',
    size: 212,
    meta: { sortBy: 'CREATED_AT' },
    cell: ({ row }) => <Time at={row.original.createdAt} />,
  };
}

/** What MLMD itself says of a node: columns for those who know it. */
export function mlmdColumns<Row extends NodeRow>(): readonly ColumnDef<Row>[] {
  return [
    {
      id: 'updated',
      header: 'Updated',
      size: 212,
      meta: { sortBy: 'UPDATED_AT' },
      cell: ({ row }) => <Time at={row.original.updatedAt} />,
    },
    {
      id: 'mlmdName',
      header: 'MLMD name',
      size: 200,
      meta: { sortBy: 'NAME' },
      cell: ({ row: { original } }) => original.name && <CopyText text={original.name} label="MLMD name" />,
    },
    {
      id: 'mlmdId',
      header: 'Number',
      size: 110,
      meta: { sortBy: 'ID', align: 'right' },
      cell: ({ row }) => row.original.mlmdId,
    },
  ];
}

/** A text that need not be there. */
export function textColumn<Row>(
  id: string,
  header: string,
  text: (row: Row) => string | null | undefined,
  size = 140,
): ColumnDef<Row> {
  return {
    id,
    header,
    size,
    cell: ({ row }) => {
      const value = text(row.original);
      return value ? (
        <Text span size="sm" title={value}>
          {value}
        </Text>
      ) : null;
    },
  };
}

/** What a metric is called and what it came to. */
interface Value {
  readonly name: string;
  readonly text: string;
}

/** Metric values in a line, each to be read at a glance; pointing at them shows them as they were written. */
export function Values({ of }: { readonly of: readonly Value[] }): ReactElement | null {
  if (of.length === 0) return null;
  return (
    <Text span size="sm" title={of.map(({ name, text }) => `${name} ${text}`).join('\n')}>
      {of.map(({ name, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may repeat, and the values never move.
        <Fragment key={index}>
          {index > 0 && ' · '}
          <Text span inherit c="dimmed">
            {name}
          </Text>{' '}
          {shortNumber(text)}
        </Fragment>
      ))}
    </Text>
  );
}

/** At most five digits that count, for reading at a glance. */
function shortNumber(text: string): string {
  const value = Number(text);
  return text.length <= 7 || !Number.isFinite(value) ? text : String(Number(value.toPrecision(5)));
}
