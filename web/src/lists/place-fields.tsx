import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';
import { useAsk } from '../api/use-ask.js';
import { RunChoicesDocument, WorkspaceChoicesDocument } from '../generated/operations.js';
import { useNames } from './use-names.js';

/** What a field that holds an id is given. */
interface IdFieldProps {
  /** Empty for none. */
  readonly value: string;
  readonly onChange: (id: string | null) => void;
}

/** Chooses a workspace; what is typed is looked for by the server. */
export function WorkspaceField({ value, onChange }: IdFieldProps): ReactElement {
  const [words, setWords] = useState('');
  const [wanted] = useDebouncedValue(words.trim(), 200);
  const { data } = useAsk(WorkspaceChoicesDocument, { filter: wanted === '' ? {} : { name: { contains: wanted } } });
  const found = (data?.data.workspaces?.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <IdField label="Workspace" found={found} value={value} onChange={onChange} onWords={setWords} />;
}

/**
 * Chooses a run; what is typed is looked for by the server.
 *
 * @param props.workspace - id of the one that the run lies in; empty for any.
 */
export function RunField({ value, onChange, workspace }: IdFieldProps & { readonly workspace: string }): ReactElement {
  const [words, setWords] = useState('');
  const [wanted] = useDebouncedValue(words.trim(), 200);
  const { data } = useAsk(RunChoicesDocument, {
    filter: {
      ...(wanted === '' ? {} : { name: { contains: wanted } }),
      ...(workspace === '' ? {} : { workspaceId: workspace }),
    },
  });
  const found = (data?.data.runs?.nodes ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }));
  return <IdField label="Run" found={found} value={value} onChange={onChange} onWords={setWords} />;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function IdField({
  label,
  found,
  value,
  onChange,
  onWords,
}: IdFieldProps & {
  readonly label: string;
  readonly found: readonly Choice[];
  readonly onWords: (words: string) => void;
}): ReactElement {
  const nameOf = useNames(value === '' ? [] : [value]);
  const isFound = value === '' || found.some((choice) => choice.value === value);
  const data = isFound ? found : [{ value, label: nameOf(value) }, ...found];
  return (
    <Select
      label={label}
      placeholder="Any"
      searchable
      clearable
      data={[...data]}
      value={value === '' ? null : value}
      onChange={onChange}
      onSearchChange={onWords}
      // The server has looked for the words already, and knows more than what is here.
      filter={({ options }) => options}
      nothingFoundMessage={`No ${label.toLowerCase()} like that`}
    />
  );
}
