import type { ReactElement } from 'react';
import { type List, useList } from '../api/use-list.js';
import {
  ExecutionChildrenDocument,
  type ExecutionChildrenQuery,
  RunStepsDocument,
  type RunStepsQuery,
  type StepFragment,
  WorkspaceExecutionsDocument,
  type WorkspaceExecutionsQuery,
} from '../generated/operations.js';
import { StatusBadge } from '../parts/status-badge.js';
import { durationText, Time } from '../parts/time.js';
import styles from './details.module.css';
import { Named } from './event-table.js';
import { roleText } from './role.js';
import { type Column, RowsTable } from './rows-table.js';
import { ListLink, ListSection } from './section.js';

const childrenOf = ({ execution }: ExecutionChildrenQuery) => execution?.children;
const latestOf = ({ workspace }: WorkspaceExecutionsQuery) => workspace?.executions;
const stepsOf = ({ run }: RunStepsQuery) => run?.executions;

/** The tasks that a graph of tasks is made of. */
export function ChildrenSection({ id }: { readonly id: string }): ReactElement {
  const list = useList(ExecutionChildrenDocument, { id }, childrenOf, { first: 25 });
  return <StepList title="Steps of this graph" list={list} empty="None of its tasks is recorded." />;
}

/** What the lists of a run's steps need to know of it. */
interface RunOfSteps extends Times {
  readonly id: string;
}

/** The steps of a run in the order that they were recorded in. */
export function RunStepsSection({ run }: { readonly run: RunOfSteps }): ReactElement {
  const { id } = run;
  const list = useList(RunStepsDocument, { id, filter: {} }, stepsOf, { first: 25 });
  return (
    <StepList
      title="Steps"
      list={list}
      empty="None of its steps is recorded."
      within={run}
      aside={<ListLink to="executions" fit={{ run: id }} />}
    />
  );
}

/** The steps of a run that failed: of a thousand steps these are the ones looked for. */
export function FailedStepsSection({ run }: { readonly run: RunOfSteps }): ReactElement {
  const list = useList(RunStepsDocument, { id: run.id, filter: { status: ['FAILED'] } }, stepsOf, { first: 5 });
  return <StepList title="Failed steps" list={list} empty="No step of its own says that it failed." within={run} />;
}

/** The steps of a workspace, latest first: for a tool that knows no runs this is what has happened there. */
export function LatestStepsSection({ id }: { readonly id: string }): ReactElement {
  const list = useList(WorkspaceExecutionsDocument, { id }, latestOf, { first: 5 });
  const aside = <ListLink to="executions" fit={{ workspace: id }} />;
  return <StepList title="Latest executions" list={list} empty="Nothing has been recorded in it yet." aside={aside} />;
}

/** Steps as a part of a page, each with a bar that shows when it ran among the others. */
export function StepList<Data>({
  title,
  list,
  empty,
  within,
  aside,
}: {
  readonly title: string;
  readonly list: List<StepFragment, Data>;
  readonly empty: string;
  /** What the bars show a part of; by default the time of all the steps that are shown. */
  readonly within?: Times;
  readonly aside?: ReactElement | undefined;
}): ReactElement {
  return (
    <ListSection title={title} list={list} empty={empty} aside={aside}>
      {(rows) => (
        <RowsTable
          label={title}
          rows={rows}
          columns={columnsFor(within === undefined ? rows : [within, ...rows])}
          rowKey={({ id }) => id}
        />
      )}
    </ListSection>
  );
}

/** When something began and ended, as the API says it. */
type Times = Pick<StepFragment, 'startedAt' | 'finishedAt'>;

/** Instants in milliseconds; the end is not before the start. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function columnsFor(times: readonly Times[]): readonly Column<StepFragment>[] {
  const whole = spanOf(times);
  const columns: readonly Column<StepFragment>[] = [
    { header: 'Step', cell: (row) => <Named node={row} sort={sortOf(row)} /> },
    { header: 'Status', width: 100, cell: ({ status }) => <StatusBadge status={status} /> },
    { header: 'Started', width: 200, cell: ({ startedAt }) => <Time at={startedAt} /> },
    {
      header: 'Duration',
      width: 90,
      align: 'right',
      cell: ({ startedAt, finishedAt }) => durationText(startedAt, finishedAt) ?? '–',
    },
  ];
  // Without two instants that differ there is nothing that a bar could show.
  if (whole === undefined || whole.to === whole.from) return columns;
  return [...columns, { header: 'When it ran', width: 110, cell: (row) => <Bar of={row} within={whole} /> }];
}

/** What a step is that is no plain one, and which pass of a loop; undefined where its type says enough. */
function sortOf({ role, iterationIndex }: StepFragment): string | undefined {
  const pass = iterationIndex === null ? '' : `, pass ${iterationIndex}`;
  if (role === 'ITERATION') return `pass ${iterationIndex ?? '?'} of a loop`;
  return role === 'STEP' && pass === '' ? undefined : roleText(role) + pass;
}

function spanOf(times: readonly Times[]): Span | undefined {
  const instants = times
    .flatMap(({ startedAt, finishedAt }) => [startedAt, finishedAt])
    .filter((time) => time !== null)
    .map((time) => Date.parse(time));
  return instants.length === 0 ? undefined : { from: Math.min(...instants), to: Math.max(...instants) };
}

function Bar({ of: step, within }: { readonly of: StepFragment; readonly within: Span }): ReactElement | null {
  if (step.startedAt === null) return null;
  const from = Date.parse(step.startedAt);
  const to = step.finishedAt === null ? from : Date.parse(step.finishedAt);
  const share = (ms: number) => `${(100 * ms) / (within.to - within.from)}%`;
  const failed = step.status === 'FAILED';
  return (
    <div className={styles.track} aria-hidden>
      <div
        className={styles.bar}
        data-failed={failed || undefined}
        style={{ left: share(from - within.from), width: share(Math.max(0, to - from)) }}
      />
    </div>
  );
}
