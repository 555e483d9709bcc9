import { Combobox, Group, Kbd, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactElement, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { listPath, pagePath } from '../api/page-path.js';
import { KindIcon } from '../parts/kind-icon.js';
import { type Found, type Hit, useSearch } from './use-search.js';

const WAIT_MS = 200;

/** Finds things of all sorts by name, property or id, and leads to them. The key `/` leads to the box itself. */
export function SearchBox({ size }: { readonly size: 'sm' | 'lg' }): ReactElement {
  const [text, setText] = useState('');
  const [words] = useDebouncedValue(text.trim(), WAIT_MS);
  const found = useSearch(words);
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useHotkeys([['/', () => box.current?.focus()]]);
  const go = (path: string) => {
    void navigate(path);
    setText('');
    combobox.closeDropdown();
    box.current?.blur();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={go} shadow="md">
      <Combobox.Target>
        <TextInput
          ref={box}
          size={size}
          type="search"
          aria-label="Search the store"
          placeholder="Search names, URIs, properties, ids"
          leftSection={<IconSearch size={size === 'lg' ? 20 : 16} aria-hidden />}
          rightSection={found.isAsking ? <Loader size={14} /> : <Kbd size="xs">/</Kbd>}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText('');
            if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && text.trim() !== '') {
              go(listPath('artifacts', { q: text.trim() }));
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={words === ''}>
        <Combobox.Options mah="60vh" style={{ overflowY: 'auto' }} aria-label="Found">
          <Hits found={found} words={words} />
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Hits({ found, words }: { readonly found: Found; readonly words: string }): ReactElement {
  const { groups, isAsking, error } = found;
  return (
    <>
      {error && <Combobox.Empty>{error.message}</Combobox.Empty>}
      {groups.map(({ label, hits }) => (
        <Combobox.Group key={label} label={label}>
          {hits.map((hit) => (
            <Combobox.Option key={hit.id} value={pagePath(hit.id)}>
              <HitLine hit={hit} />
            </Combobox.Option>
          ))}
        </Combobox.Group>
      ))}
      {groups.length === 0 && !error && (
        <Combobox.Empty>{isAsking ? 'Looking…' : `Nothing has “${words}” in its name or properties`}</Combobox.Empty>
      )}
      {groups.length > 0 && (
        <Combobox.Group label="More">
          <Combobox.Option value={listPath('artifacts', { q: words })}>All artifacts with “{words}”</Combobox.Option>
          <Combobox.Option value={listPath('executions', { q: words })}>All executions with “{words}”</Combobox.Option>
        </Combobox.Group>
      )}
    </>
  );
}

function HitLine({ hit }: { readonly hit: Hit }): ReactElement {
  return (
    <Group gap={8} wrap="nowrap">
      <KindIcon typename={hit.typename} />
      <Text size="sm" truncate title={hit.name} maw="65%" style={{ flexShrink: 0 }}>
        {hit.name}
      </Text>
      <Text size="xs" c="dimmed" truncate ml="auto">
        {hit.about}
      </Text>
    </Group>
  );
}
