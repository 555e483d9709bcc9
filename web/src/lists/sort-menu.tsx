import { Select } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { OrderField } from '../generated/operations.js';
import type { Sorting } from '../parts/table-view.js';

const LABELS: Readonly<Record<`${OrderField} ${'ASC' | 'DESC'}`, string>> = {
  'CREATED_AT DESC': 'Newest first',
  'CREATED_AT ASC': 'Oldest first',
  'UPDATED_AT DESC': 'Last changed first',
  'UPDATED_AT ASC': 'Longest unchanged first',
  'NAME ASC': 'Name, A to Z',
  'NAME DESC': 'Name, Z to A',
  'ID ASC': 'Number, from 1',
  'ID DESC': 'Number, from the last',
};

/**
 * Chooses an order, where a table has no room for heads and for those who look for it.
 *
 * @param fields - what the list can be ordered by.
 * @param nameLabel - what the order by name is called, where rows show another name than the one that is ordered by.
 */
export function SortMenu({
  fields,
  sorting,
  onSort,
  nameLabel = 'Name',
}: {
  readonly fields: readonly OrderField[];
  readonly sorting: Sorting<OrderField>;
  readonly onSort: (sorting: Sorting<OrderField>) => void;
  readonly nameLabel?: string;
}): ReactElement {
  const directions = ['DESC', 'ASC'] as const;
  const choices = fields.flatMap((field) => directions.map((direction) => ({ field, direction })));
  return (
    <Select
      aria-label="Order"
      w={184}
      leftSection={<IconArrowsSort size={16} />}
      allowDeselect={false}
      data={choices.map(({ field, direction }) => ({
        value: `${field} ${direction}`,
        label: LABELS[`${field} ${direction}`].replace('Name', nameLabel),
      }))}
      value={`${sorting.field} ${sorting.direction}`}
      onChange={(value) => {
        const choice = choices.find(({ field, direction }) => `${field} ${direction}` === value);
        if (choice) onSort(choice);
      }}
    />
  );
}
