import { Stack, Text } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import { Empty, Failure, Loading, Problems } from '../parts/states.js';
import { ExportMenu } from './impact/export-menu.js';
import { GapNotice } from './impact/gap-notice.js';
import { ImpactHead } from './impact/impact-head.js';
import { ImpactTable } from './impact/impact-table.js';
import { KindCounts } from './impact/kind-counts.js';
import { countKinds, countTypes, filterRows, sortRows } from './impact/model/rows.js';
import { RowFilters } from './impact/row-filters.js';
import { type ImpactAnswer, useImpact } from './impact/use-impact.js';
import { type SetShown, type Shown, useQuestion } from './impact/use-question.js';

/** The answer to an incident: all that some nodes have touched, or all that they came from, with a proof of each row. */
export function ImpactPage(): ReactElement {
  const [shown, setShown] = useQuestion();
  const { of, direction, hops, preset } = shown;
  const answer = useImpact({ of, direction, hops, preset });
  return (
    <Stack>
      {answer.error || of.length === 0 ? <ImpactHead shown={shown} setShown={setShown} roots={answer.roots} /> : null}
      {of.length === 0 ? (
        <Empty title="Choose what to start from">
          Find an artifact or an execution above, or come here from its own page.
        </Empty>
      ) : answer.error ? (
        <Failure error={answer.error} onRetry={answer.retry} />
      ) : answer.found === undefined ? (
        <Loading lines={12} />
      ) : (
        <Answered shown={shown} setShown={setShown} answer={answer} found={answer.found} />
      )}
    </Stack>
  );
}

function Answered({
  shown,
  setShown,
  answer,
  found,
}: {
  readonly shown: Shown;
  readonly setShown: SetShown;
  readonly answer: ImpactAnswer;
  readonly found: NonNullable<ImpactAnswer['found']>;
}): ReactElement {
  const { kinds, types, q, sort, order, hops } = shown;
  const inScope = useMemo(() => filterRows(found.rows, { kinds: [], types, text: q }), [found, types, q]);
  const rows = useMemo(
    () => sortRows(filterRows(inScope, { kinds, types: [], text: '' }), sort, order),
    [inScope, kinds, sort, order],
  );
  const { gaps, limits, problems, isGoingOn, goOn, stop, isPlacing } = answer;
  return (
    <>
      <ImpactHead shown={shown} setShown={setShown} roots={answer.roots}>
        <ExportMenu
          question={{ of: shown.of, direction: shown.direction, hops, preset: shown.preset }}
          found={found}
          gaps={gaps}
          rows={rows}
          isPlacing={isPlacing}
        />
      </ImpactHead>
      <Problems of={problems} />
      {found.rows.length > 0 && (
        <>
          <KindCounts
            counts={countKinds(inScope)}
            isWhole={gaps.reasons.length === 0}
            chosen={kinds}
            onChoose={(chosen) => void setShown({ kinds: [...chosen] })}
          />
          <RowFilters shown={shown} setShown={setShown} types={countTypes(found.rows)} maxHops={limits?.maxHops ?? 1} />
        </>
      )}
      {limits && (
        <GapNotice
          gaps={gaps}
          hops={hops}
          limits={limits}
          isGoingOn={isGoingOn}
          onGoOn={goOn}
          onStop={stop}
          onAllHops={() => void setShown({ hops: null })}
        />
      )}
      {rows.length === 0 ? (
        <NoRows isFiltered={found.rows.length > 0} direction={shown.direction} />
      ) : (
        <>
          <Text size="sm" c="dimmed" aria-live="polite">
            {rows.length === found.rows.length
              ? `${rows.length.toLocaleString()} rows`
              : `${rows.length.toLocaleString()} of ${found.rows.length.toLocaleString()} rows`}
            , up to {hopsText(found.rows.at(-1)?.distance ?? 0)} away
          </Text>
          <ImpactTable
            rows={rows}
            found={found}
            sorting={{ field: sort, direction: order }}
            onSort={(sorting) => void setShown({ sort: sorting.field, order: sorting.direction })}
          />
        </>
      )}
    </>
  );
}

function hopsText(hops: number): string {
  return hops === 1 ? '1 hop' : `${hops} hops`;
}

function NoRows({
  isFiltered,
  direction,
}: {
  readonly isFiltered: boolean;
  readonly direction: Shown['direction'];
}): ReactElement {
  if (isFiltered) return <Empty title="No row matches">Take a filter away to see more of them.</Empty>;
  return direction === 'DOWNSTREAM' ? (
    <Empty title="It has touched nothing">No step that the store knows of has read it.</Empty>
  ) : (
    <Empty title="It came from nothing that is known">No step that the store knows of has made it.</Empty>
  );
}
