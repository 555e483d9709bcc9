import { ActionIcon, Group, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useAsk } from '../api/use-ask.js';
import { SearchStartsDocument, type StartRowFragment } from '../generated/operations.js';
import { KindIcon } from '../parts/kind-icon.js';
import { Failure } from '../parts/states.js';
import { shortTypeName } from '../parts/type-name.js';
import styles from './add-start.module.css';

/** Finds one more node for the graph to start from. */
export function AddStart({ onAdd }: { readonly onAdd: (id: string) => void }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" width={340} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={28}
          radius="xl"
          aria-label="Add a start"
          title="Add a start"
          onClick={() => setOpen(!isOpen)}
        >
          <IconPlus size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Choice
          onAdd={(id) => {
            onAdd(id);
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice({ onAdd }: { readonly onAdd: (id: string) => void }): ReactElement {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  const filter = { search: settled };
  const { data, error, refetch } = useAsk(
    SearchStartsDocument,
    { artifacts: filter, executions: filter },
    { enabled: settled !== '' },
  );
  const found = [...(data?.data.artifacts?.nodes ?? []), ...(data?.data.executions?.nodes ?? [])];
  return (
    <Stack gap="xs">
      <TextInput
        data-autofocus
        size="xs"
        aria-label="Find artifacts and executions to add"
        placeholder="Name, type, uri or property"
        leftSection={<IconSearch size={14} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {settled !== '' && data !== undefined && (
        <div className={styles.found}>
          {found.length === 0 && <Text size="sm">Nothing is called that.</Text>}
          {found.map((start) => (
            <Found key={start.id} start={start} onAdd={onAdd} />
          ))}
        </div>
      )}
    </Stack>
  );
}

function Found({
  start,
  onAdd,
}: {
  readonly start: StartRowFragment;
  readonly onAdd: (id: string) => void;
}): ReactElement {
  const { __typename, id, displayName, typeName } = start;
  const version = start.__typename === 'Execution' ? undefined : start.version;
  return (
    <UnstyledButton className={styles.row} onClick={() => onAdd(id)}>
      <Group gap={8} wrap="nowrap">
        <KindIcon typename={__typename} />
        <Text span size="sm" truncate flex={1} title={displayName}>
          {displayName}
        </Text>
        <Text span size="xs" c="dimmed" truncate maw="50%">
          {[shortTypeName(typeName), version].filter(Boolean).join(' · ')}
        </Text>
      </Group>
    </UnstyledButton>
  );
}
