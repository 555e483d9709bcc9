import { ActionIcon, Box, Button, Collapse, Group, Pill, Stack, Text, Title, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBarToUp, IconFilter, IconRefresh, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { List } from '../api/use-list.js';
import type { OrderField } from '../generated/operations.js';
import { ColumnMenu, useHiddenColumns } from '../parts/column-menu.js';
import { DataTable } from '../parts/data-table.js';
import { Empty, Failure, Loading, Problems } from '../parts/states.js';
import { usePageTitle } from '../parts/use-page-title.js';
import { chipsOf, NO_FILTERS } from './chips.js';
import type { AddressPatch, ListAddress } from './list-address.js';
import styles from './list-view.module.css';
import { isSaidAtField, refusalOf } from './refusals.js';
import { SortMenu } from './sort-menu.js';
import { TextFilter } from './text-filter.js';
import type { Total } from './use-address-list.js';
import { useNames } from './use-names.js';

/** What a page of a list is made of. */
export interface ListViewProps<Item> {
  readonly title: string;
  /** Names the table among all, for what the reader has chosen of it. */
  readonly table: string;
  /** One of what is listed, and several: `execution`, `executions`. */
  readonly nouns: readonly [string, string];
  readonly address: ListAddress;
  readonly onChange: (patch: AddressPatch) => void;
  /** Notes where the reader is in the list. */
  readonly onPlace: (at: string | null) => void;
  readonly list: List<Item>;
  readonly total: Total;
  readonly columns: readonly ColumnDef<Item>[];
  /** Columns that are hidden until they are asked for. */
  readonly rare?: readonly string[];
  readonly sortFields: readonly OrderField[];
  /** What the order by name is called. */
  readonly nameLabel?: string;
  /** What the field for words looks through. */
  readonly searchHint: string;
  /** Stands before the field for words. */
  readonly tools?: ReactNode;
  /** Fields of the panel of filters. */
  readonly filters: ReactNode;
  /** What can be done with rows that are picked, given their ids. */
  readonly actions?: (ids: readonly string[]) => ReactNode;
  readonly nameOf: (row: Item) => string;
  /** Shown where the whole store has none. */
  readonly none: ReactNode;
}

const NONE: readonly string[] = [];

/** A list of things: its filters, its rows, and how much of it is shown. */
export function ListView<Item extends { readonly id: string }>(props: ListViewProps<Item>): ReactElement {
  const { title, table, nouns, address, onChange, onPlace, list, columns, rare, actions, nameOf } = props;
  usePageTitle(title);
  const [selected, setSelected] = useState<Readonly<Record<string, boolean>>>({});
  const { hidden, toggle } = useHiddenColumns(table, rare ?? NONE);
  const ids = Object.keys(selected).filter((id) => selected[id]);
  const sorting = { field: address.sort, direction: address.order };
  // What rows are ordered by is to be seen.
  const shownAnyway = address.sort === 'NAME' ? 'mlmdName' : undefined;
  return (
    <Stack className={styles.page} gap="sm">
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h2">
          {title}
        </Title>
        <HowMuch {...props} />
      </Group>
      <Toolbar {...props} columnMenu={<ColumnMenu columns={columns} hidden={hidden} onToggle={toggle} />} />
      {actions && ids.length > 0 && (
        <Group className={styles.actions} gap="xs" role="group" aria-label="With what is selected">
          <Text size="sm" fw={600} aria-live="polite">
            {ids.length.toLocaleString()} selected
          </Text>
          {actions(ids)}
          <Button variant="subtle" size="xs" onClick={() => setSelected({})}>
            Clear
          </Button>
        </Group>
      )}
      <Problems of={list.problems} />
      {list.error && !isSaidAtField(list.error) && <Failure error={list.error} onRetry={list.retry} />}
      {list.isPending || (list.isStale && list.rows.length === 0) ? (
        list.error ? null : (
          <Loading lines={12} />
        )
      ) : list.rows.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <DataTable
          label={title}
          rows={list.rows}
          columns={columns}
          rowId={({ id }) => id}
          total={typeof props.total === 'number' ? props.total : undefined}
          sorting={sorting}
          onSort={({ field, direction }) => onChange({ sort: field, order: direction })}
          onEnd={list.loadMore}
          onTop={(row) => !list.isStale && onPlace(list.placeOf(row))}
          hidden={hidden.filter((id) => id !== shownAnyway)}
          selection={actions && { selected, onChange: setSelected, nameOf }}
          isStale={list.isStale}
          height="fill"
          header={list.hasEarlier && <Earlier list={list} onStart={() => onChange({})} />}
          footer={<End list={list} nouns={nouns} />}
        />
      )}
    </Stack>
  );
}

/** How many there are, and how many of them are loaded. */
function HowMuch<Item>({ list, total, nouns }: ListViewProps<Item>): ReactElement {
  const client = useQueryClient();
  return (
    <Group gap={4}>
      <Text c="dimmed" size="sm" aria-live="polite">
        {howMuch(list, total, nouns)}
      </Text>
      <Tooltip label="Ask anew">
        <ActionIcon variant="subtle" color="gray" aria-label="Ask anew" onClick={() => void client.resetQueries()}>
          <IconRefresh size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

function Toolbar<Item>({
  address,
  onChange,
  tools,
  filters,
  searchHint,
  sortFields,
  nameLabel,
  columnMenu,
  list,
}: ListViewProps<Item> & { readonly columnMenu: ReactNode }): ReactElement {
  const [isOpen, { toggle }] = useDisclosure(false);
  const nameOf = useNames([address.workspace, address.run, address.context].filter((id) => id !== ''));
  const chips = chipsOf(address, nameOf);
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-start">
        {tools}
        <TextFilter
          className={styles.search}
          aria-label={`Search ${searchHint.toLowerCase()}`}
          placeholder={searchHint}
          leftSection={<IconSearch size={16} />}
          value={address.q}
          onChange={(q) => onChange({ q })}
          error={refusalOf(list.error, 'filter.search')}
        />
        <Button variant="default" leftSection={<IconFilter size={16} />} aria-expanded={isOpen} onClick={toggle}>
          Filters{chips.length === 0 ? '' : ` (${chips.length})`}
        </Button>
        <SortMenu
          fields={sortFields}
          sorting={{ field: address.sort, direction: address.order }}
          onSort={({ field, direction }) => onChange({ sort: field, order: direction })}
          {...(nameLabel === undefined ? {} : { nameLabel })}
        />
        {columnMenu}
      </Group>
      <Collapse expanded={isOpen || refusalOf(list.error, 'filter.mlmd') !== undefined}>
        <Box className={styles.filters}>{filters}</Box>
      </Collapse>
      {chips.length > 0 && (
        <Group gap={6} role="group" aria-label="Filters that are on">
          {chips.map(({ key, label, without }) => (
            <Pill
              key={key}
              size="md"
              withRemoveButton
              onRemove={() => onChange(without)}
              removeButtonProps={{ 'aria-label': `Take away ${label}`, tabIndex: 0, 'aria-hidden': false }}
            >
              {label}
            </Pill>
          ))}
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(NO_FILTERS)}>
            Clear all
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function howMuch(list: List<unknown>, total: Total, [one, several]: readonly [string, string]): string {
  const loaded = list.rows.length;
  // A blank keeps the line as high as it will be.
  if (list.isPending) return '\u00a0';
  if (list.isStale) return list.error ? `Still ${several} from before` : '\u00a0';
  if (total === 'UNKNOWN') return `${loaded.toLocaleString()} loaded`;
  if (total === undefined) return `${loaded.toLocaleString()} loaded, counting…`;
  const all = `${total.toLocaleString()} ${total === 1 ? one : several}`;
  return loaded === total ? all : `${all}, ${loaded.toLocaleString()} loaded`;
}

/** Stands above rows that are not the list's first. */
function Earlier({ list, onStart }: { readonly list: List<unknown>; readonly onStart: () => void }): ReactElement {
  return (
    <Group justify="center" p={6} gap="xs" className={styles.edge}>
      <Button variant="subtle" size="xs" loading={list.isLoadingEarlier} onClick={list.loadEarlier}>
        Rows before these
      </Button>
      <Button variant="subtle" size="xs" leftSection={<IconArrowBarToUp size={14} />} onClick={onStart}>
        To the start of the list
      </Button>
    </Group>
  );
}

/** Stands below the last row that is there. */
function End({
  list,
  nouns,
}: {
  readonly list: List<unknown>;
  readonly nouns: readonly [string, string];
}): ReactElement {
  return (
    <Text c="dimmed" size="sm" ta="center" p="xs" className={styles.edge}>
      {!list.hasMore ? `No more ${nouns[1]}` : list.error ? 'The next ones could not be had' : 'More is on its way…'}
    </Text>
  );
}

function Nothing<Item>({ address, nouns, onChange, none }: ListViewProps<Item>): ReactElement {
  const isFiltered = address.q !== '' || address.kind !== null || chipsOf(address, String).length > 0;
  if (!isFiltered && address.at === null) return <>{none}</>;
  return (
    <Empty title={`No ${nouns[1]} like that`}>
      <Stack align="center" gap="sm">
        Nothing in this store passes all of these filters.
        <Button variant="light" onClick={() => onChange(NO_FILTERS)}>
          Clear all filters
        </Button>
      </Stack>
    </Empty>
  );
}
