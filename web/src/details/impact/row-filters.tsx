import { Group, MultiSelect, NumberInput, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTyped } from '../../parts/use-typed.js';
import type { countTypes } from './model/rows.js';
import type { SetShown, Shown } from './use-question.js';

/** Narrows the rows by words and types, and the walk by hops and by what counts as lineage. */
export function RowFilters({
  shown,
  setShown,
  types,
  maxHops,
}: {
  readonly shown: Shown;
  readonly setShown: SetShown;
  readonly types: ReturnType<typeof countTypes>;
  readonly maxHops: number;
}): ReactElement {
  const search = useTyped(shown.q, (q) => void setShown({ q }), 200);
  const hops = useTyped<string | number>(
    shown.hops ?? '',
    (typed) => void setShown({ hops: typeof typed === 'number' ? typed : null }),
    400,
  );
  const known = types.map(({ type, count }) => ({ value: type, label: `${type} (${count.toLocaleString()})` }));
  const gone = shown.types.filter((type) => !types.some((one) => one.type === type));
  return (
    <Group gap="sm">
      <TextInput
        aria-label="Search these rows"
        placeholder="Search these rows"
        leftSection={<IconSearch size={16} />}
        value={search.typed}
        onChange={(event) => search.type(event.currentTarget.value)}
        w={220}
      />
      <MultiSelect
        aria-label="Types"
        placeholder={shown.types.length === 0 ? 'All types' : ''}
        data={[...known, ...gone.map((type) => ({ value: type, label: type }))]}
        value={shown.types}
        onChange={(chosen) => void setShown({ types: chosen })}
        searchable
        clearable
        miw={220}
        maw={420}
      />
      <NumberInput
        aria-label="Hops at most"
        placeholder="Any distance"
        value={hops.typed}
        onChange={hops.type}
        min={1}
        max={maxHops}
        allowDecimal={false}
        suffix=" hops"
        w={140}
      />
      <Tooltip
        multiline
        w={280}
        label="Leaves out what only an orchestrator notes for itself: internal events, environments, labels and enclosing DAG executions."
      >
        <Switch
          label="Data flow only"
          checked={shown.preset === 'DATA_FLOW'}
          onChange={(event) => void setShown({ preset: event.currentTarget.checked ? 'DATA_FLOW' : 'EVERYTHING' })}
        />
      </Tooltip>
    </Group>
  );
}
