import { MultiSelect, TextInput } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { type ReactElement, useEffect } from 'react';
import { useList } from '../api/use-list.js';
import { type TypeKind, TypeNamesDocument } from '../generated/operations.js';
import { shortTypeName } from '../parts/type-name.js';
import { stateText } from './chips.js';

/** Chooses types by name, among all that the store has. */
export function TypeField({
  kind,
  value,
  onChange,
}: {
  readonly kind: TypeKind;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}): ReactElement {
  const { rows, hasMore, loadMore } = useList(TypeNamesDocument, { kind }, (data) => data.types, { first: 100 });
  useEffect(() => {
    if (hasMore) loadMore();
  }, [hasMore, loadMore]);
  const names = [...new Set([...value, ...rows.map(({ name }) => name)])];
  return (
    <MultiSelect
      label="Type"
      placeholder={value.length === 0 ? 'Any' : ''}
      searchable
      clearable
      limit={100}
      data={names}
      renderOption={({ option }) => <TypeOption name={option.value} />}
      value={[...value]}
      onChange={onChange}
    />
  );
}

function TypeOption({ name }: { readonly name: string }): ReactElement {
  const short = shortTypeName(name);
  return (
    <span title={name} style={{ overflowWrap: 'anywhere' }}>
      {short}
      {short !== name && <small style={{ color: 'var(--page-muted)', display: 'block' }}>{name}</small>}
    </span>
  );
}

/** Chooses any of a few words, such as states. */
export function WordsField<Word extends string>({
  label,
  words,
  value,
  onChange,
  textOf = stateText,
}: {
  readonly label: string;
  readonly words: readonly Word[];
  readonly value: readonly Word[];
  readonly onChange: (value: readonly Word[]) => void;
  readonly textOf?: (word: Word) => string;
}): ReactElement {
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? 'Any' : ''}
      clearable
      data={words.map((word) => ({ value: word, label: textOf(word) }))}
      value={[...value]}
      onChange={(next) => onChange(words.filter((word) => next.includes(word)))}
    />
  );
}

/** An instant to the minute, in the reader's own zone. */
export function InstantField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Date | null;
  readonly onChange: (value: Date | null) => void;
}): ReactElement {
  const id = useId();
  return (
    <TextInput
      id={id}
      label={label}
      type="datetime-local"
      value={value === null ? '' : localText(value)}
      onChange={({ currentTarget: { value: text } }) => {
        const at = new Date(text);
        onChange(text === '' || Number.isNaN(at.getTime()) ? null : at);
      }}
    />
  );
}

/** As such fields take it: local time without a zone. */
function localText(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
