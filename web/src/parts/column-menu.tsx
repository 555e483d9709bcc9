import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconColumns3 } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { type ReactElement, useMemo } from 'react';

/** Which columns a reader has switched on or off, by id; the others are as the page has them. */
type Choices = Readonly<Record<string, boolean>>;

/**
 * Which columns are hidden, as this reader left them in this browser.
 *
 * @param table - names the table among all.
 * @param byDefault - ids of columns that are hidden until they are asked for.
 */
export function useHiddenColumns(
  table: string,
  byDefault: readonly string[],
): { readonly hidden: readonly string[]; readonly toggle: (id: string) => void } {
  const [choices, setChoices] = useLocalStorage<Choices>({
    key: `mlmd-graphql.columns.${table}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const hidden = useMemo(() => {
    const switchedOff = Object.keys(choices).filter((id) => choices[id] === false);
    return [...byDefault.filter((id) => choices[id] !== true), ...switchedOff];
  }, [choices, byDefault]);
  return { hidden, toggle: (id) => setChoices({ ...choices, [id]: hidden.includes(id) }) };
}

/** Shows and hides columns, all but those that a table cannot do without. */
export function ColumnMenu<Item>({
  columns,
  hidden,
  onToggle,
}: {
  readonly columns: readonly ColumnDef<Item>[];
  readonly hidden: readonly string[];
  readonly onToggle: (id: string) => void;
}): ReactElement {
  const choices = columns.flatMap(({ id, header, enableHiding }) =>
    id !== undefined && enableHiding !== false ? [{ id, label: typeof header === 'string' ? header : id }] : [],
  );
  return (
    <Popover position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Stack gap="xs">
          {choices.map(({ id, label }) => (
            <Checkbox key={id} label={label} checked={!hidden.includes(id)} onChange={() => onToggle(id)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
