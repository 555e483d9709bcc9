import { SegmentedControl } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import {
  type ArtifactKind,
  type ArtifactRowFragment,
  CountArtifactsDocument,
  ListArtifactsDocument,
} from '../generated/operations.js';
import { NothingLogged } from '../parts/nothing-logged.js';
import { Questions } from '../parts/question-buttons.js';
import { artifactColumns, RARE_ARTIFACT_COLUMNS } from './artifact-columns.js';
import { WordsField } from './filter-fields.js';
import { artifactFilter } from './filters.js';
import { ARTIFACT_KINDS, ARTIFACT_STATES } from './list-address.js';
import { ListView } from './list-view.js';
import { CreatedFilters, ExpertFilters, PlaceFilters } from './node-filters.js';
import { refusalOf } from './refusals.js';
import { TextFilter } from './text-filter.js';
import { useAddressList } from './use-address-list.js';

const TITLES: Readonly<Record<ArtifactKind | 'ALL', string>> = {
  ALL: 'Artifacts',
  DATA_SET: 'Data sets',
  MODEL: 'Models',
  METRICS: 'Metrics',
  OTHER: 'Other artifacts',
};

const NOUNS: Readonly<Record<ArtifactKind | 'ALL', readonly [string, string]>> = {
  ALL: ['artifact', 'artifacts'],
  DATA_SET: ['data set', 'data sets'],
  MODEL: ['model', 'models'],
  METRICS: ['record of metrics', 'records of metrics'],
  OTHER: ['artifact', 'artifacts'],
};

const KINDS = [
  { value: 'ALL', label: 'All' },
  { value: 'DATA_SET', label: 'Data sets' },
  { value: 'MODEL', label: 'Models' },
  { value: 'METRICS', label: 'Metrics' },
  { value: 'OTHER', label: 'Other' },
];

/** Artifacts of all kinds or of one. */
export function ArtifactsPage(): ReactElement {
  const found = useAddressList({
    document: ListArtifactsDocument,
    count: CountArtifactsDocument,
    filterOf: artifactFilter,
    pageOf: (data) => data.artifacts,
    totalOf: (data) => data.artifacts?.totalCount,
  });
  const { address, onChange, list } = found;
  const { kind } = address;
  const columns = useMemo(() => artifactColumns(kind), [kind]);
  return (
    <ListView<ArtifactRowFragment>
      {...found}
      title={TITLES[kind ?? 'ALL']}
      table="artifacts"
      nouns={NOUNS[kind ?? 'ALL']}
      columns={columns}
      rare={RARE_ARTIFACT_COLUMNS}
      sortFields={['CREATED_AT', 'UPDATED_AT', 'NAME', 'ID']}
      nameLabel="MLMD name"
      searchHint="Names, URIs, properties"
      tools={
        <SegmentedControl
          aria-label="Kind"
          data={KINDS}
          value={kind ?? 'ALL'}
          onChange={(value) => onChange({ kind: ARTIFACT_KINDS.find((name) => name === value) ?? null })}
        />
      }
      filters={
        <>
          <PlaceFilters kind="ARTIFACT" address={address} onChange={onChange} />
          <WordsField
            label="State"
            words={ARTIFACT_STATES}
            value={address.state}
            onChange={(state) => onChange({ state: [...state] })}
          />
          <CreatedFilters address={address} onChange={onChange} />
          <TextFilter label="URI contains" value={address.uri} onChange={(uri) => onChange({ uri })} />
          <ExpertFilters
            example={'type = "Model" AND contexts_run.name = "r1"'}
            error={refusalOf(list.error, 'filter.mlmd')}
            address={address}
            onChange={onChange}
          />
        </>
      }
      actions={(ids) => <Questions ids={ids} />}
      nameOf={nameOf}
      none={<NothingLogged title="No artifacts yet" />}
    />
  );
}

function nameOf({ displayName }: ArtifactRowFragment): string {
  return displayName;
}
