import type { ReactElement } from 'react';
import type { TypeKind } from '../generated/operations.js';
import { ConditionField, MlmdField } from './expert-fields.js';
import { InstantField, TypeField } from './filter-fields.js';
import type { AddressPatch, ListAddress } from './list-address.js';
import { RunField, WorkspaceField } from './place-fields.js';
import { TextFilter } from './text-filter.js';

/** What a panel of filters is given. */
export interface FiltersProps {
  readonly address: ListAddress;
  readonly onChange: (patch: AddressPatch) => void;
}

/** Filters that artifacts and executions share, before those of their own. */
export function PlaceFilters({ kind, address, onChange }: FiltersProps & { readonly kind: TypeKind }): ReactElement {
  return (
    <>
      <TypeField kind={kind} value={address.type} onChange={(type) => onChange({ type: [...type] })} />
      <WorkspaceField value={address.workspace} onChange={(workspace) => onChange({ workspace, run: null })} />
      <RunField value={address.run} workspace={address.workspace} onChange={(run) => onChange({ run })} />
    </>
  );
}

/** When the store first knew of things. */
export function CreatedFilters({ address, onChange }: FiltersProps): ReactElement {
  return (
    <>
      <InstantField label="Created after" value={address.after} onChange={(after) => onChange({ after })} />
      <InstantField label="Created before" value={address.before} onChange={(before) => onChange({ before })} />
    </>
  );
}

/** Filters that artifacts and executions share, after those of their own. */
export function ExpertFilters({
  example,
  error,
  address,
  onChange,
}: FiltersProps & { readonly example: string; readonly error: string | undefined }): ReactElement {
  return (
    <>
      <TextFilter label="MLMD name contains" value={address.name} onChange={(name) => onChange({ name })} />
      <ConditionField onAdd={(condition) => onChange({ where: [...address.where, condition] })} />
      <MlmdField value={address.mlmd} example={example} error={error} onChange={(mlmd) => onChange({ mlmd })} />
    </>
  );
}
