import { Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useAsk } from '../api/use-ask.js';
import { FindNodesDocument } from '../generated/operations.js';
import { KindIcon } from './kind-icon.js';

const AN_ID = /^(artifact|execution):\d+$/;

/** Finds artifacts and executions by their names and properties, or takes an id, and hands over the one that is chosen. */
export function NodePicker({
  label,
  kind,
  onPick,
}: {
  readonly label: string;
  /** Where only these are wanted. */
  readonly kind?: 'artifact' | 'execution';
  readonly onPick: (id: string) => void;
}): ReactElement {
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 250);
  const combobox = useCombobox();
  const { data, error, isFetching } = useAsk(FindNodesDocument, { text: wanted }, { enabled: wanted !== '' });
  const found =
    wanted === ''
      ? []
      : [...(data?.data.artifacts?.nodes ?? []), ...(data?.data.executions?.nodes ?? [])].filter(({ id }) =>
          id.startsWith(kind ?? ''),
        );
  const pick = (id: string) => {
    onPick(id);
    setText('');
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} shadow="md" width={420} position="bottom-start">
      <Combobox.Target>
        <TextInput
          w={300}
          aria-label={label}
          placeholder={`${label}: name or id`}
          leftSection={isFetching ? <Loader size={14} /> : <IconPlus size={16} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={wanted === ''}>
        <Combobox.Options aria-label="Found" mah={360} style={{ overflowY: 'auto' }}>
          {AN_ID.test(wanted) && <Combobox.Option value={wanted}>{wanted}</Combobox.Option>}
          {found.map((node) => (
            <Combobox.Option value={node.id} key={node.id}>
              <Group gap={8} wrap="nowrap">
                <KindIcon typename={node.__typename} />
                <div style={{ minWidth: 0 }}>
                  <Text size="sm" truncate>
                    {node.displayName}
                  </Text>
                  <Text size="xs" c="dimmed" truncate>
                    {[node.typeName, node.id, node.run?.displayName].filter(Boolean).join(' · ')}
                  </Text>
                </div>
              </Group>
            </Combobox.Option>
          ))}
          {found.length === 0 && !isFetching && !AN_ID.test(wanted) && (
            <Combobox.Empty>{error?.message ?? 'Nothing matches'}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
