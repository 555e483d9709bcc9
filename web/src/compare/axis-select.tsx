import { MultiSelect, Select } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Axis } from './model/axes.js';

/** Chooses one of what can be laid out along an axis. */
export function AxisSelect({
  label,
  axes,
  value,
  onChange,
  clearable = false,
}: {
  readonly label: string;
  readonly axes: readonly Axis[];
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
  readonly clearable?: boolean;
}): ReactElement {
  return (
    <Select
      label={label}
      data={groupsOf(axes)}
      value={value}
      onChange={onChange}
      searchable
      clearable={clearable}
      allowDeselect={false}
      w={200}
    />
  );
}

/** Chooses several, which stand in the order in which they were chosen. */
export function AxesSelect({
  label,
  axes,
  value,
  onChange,
}: {
  readonly label: string;
  readonly axes: readonly Axis[];
  readonly value: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}): ReactElement {
  return (
    <MultiSelect
      label={label}
      data={groupsOf(axes)}
      value={[...value]}
      onChange={onChange}
      searchable
      clearable
      miw={{ sm: 240 }}
      maw={{ base: '100%', sm: 640 }}
    />
  );
}

function groupsOf(axes: readonly Axis[]) {
  return [...new Set(axes.map(({ group }) => group))].map((group) => ({
    group,
    items: axes.filter((axis) => axis.group === group).map(({ key, name }) => ({ value: key, label: name })),
  }));
}
