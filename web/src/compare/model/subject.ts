import type { ComparedOutputFragment, CompareSubjectsQuery, ExecutionStatus } from '../../generated/operations.js';
import { pointsOf, STEP_NAMES, type StepPoint } from './steps.js';

type Answered = NonNullable<CompareSubjectsQuery['nodes'][number]>;
type AnsweredRun = Extract<Answered, { readonly __typename: 'Run' }>;
type AnsweredExecution = Extract<Answered, { readonly __typename: 'Execution' }>;
type AnsweredArtifact = Extract<Answered, { readonly typeName: string; readonly uri: string | null }>;

/** One of the things that stand side by side. */
export interface Subject {
  readonly id: string;
  readonly __typename: string;
  readonly displayName: string;
  readonly workspace: { readonly id: string; readonly name: string } | null;
  readonly status: ExecutionStatus | null;
  /** When it began, or where that is not known was created: the order in time. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** All that can be compared, in the order of the sections. */
  readonly values: readonly Value[];
  /** What was measured step by step, where the store holds that. */
  readonly points: readonly StepPoint[];
  /** Artifacts whose measurements lie in a file outside the store. */
  readonly files: readonly { readonly id: string; readonly displayName: string }[];
  /** True where it has more steps or artifacts than were asked for. */
  readonly isCut: boolean;
}

/** Where a value comes from. A step's own parameters have a section of their own, named after it. */
export interface Section {
  readonly key: string;
  readonly title: string;
}

/** What a subject bears under a name. */
export interface Value {
  readonly section: Section;
  readonly name: string;
  /** As the server writes it: 64-bit integers are exact. Of several of one name the last. */
  readonly text: string;
  /** How many there are of that name. */
  readonly count: number;
}

interface Named {
  readonly name: string;
  readonly text: string;
}

const PARAMETERS: Section = { key: 'parameter', title: 'Parameters' };
const HYPERPARAMETERS: Section = { key: 'hyperparameter', title: 'Hyperparameters' };
const PROPERTIES: Section = { key: 'property', title: 'Properties' };

/** The section of what was measured. */
export const METRICS: Section = { key: 'metric', title: 'Metrics' };

/** Makes the things that were asked for comparable; undefined for what cannot be compared, such as a workspace. */
export function toSubject(node: Answered): Subject | undefined {
  switch (node.__typename) {
    case 'Run':
      return ofRun(node);
    case 'Execution':
      return ofExecution(node);
    case 'DataSet':
    case 'Model':
    case 'Metrics':
    case 'GenericArtifact':
      return ofArtifact(node);
    default:
      return undefined;
  }
}

function ofRun(run: AnsweredRun): Subject {
  const { executions, artifacts, runCreatedAt } = run;
  const outputs = artifacts?.nodes ?? [];
  const points = pointsOf(outputs);
  const counts = new Map<string, number>();
  const steps = (executions?.nodes ?? []).flatMap(({ displayName, parameters }) => {
    const count = (counts.get(displayName) ?? 0) + 1;
    counts.set(displayName, count);
    const title = count === 1 ? displayName : `${displayName} (${count})`;
    return valuesOf({ key: `step/${title}`, title: `Step ${title}` }, parameters);
  });
  return {
    ...common(run),
    startedAt: run.startedAt ?? runCreatedAt,
    values: [
      ...valuesOf(PARAMETERS, run.parameters),
      ...valuesOf(METRICS, measurements(run.metrics, points)),
      ...valuesOf(HYPERPARAMETERS, hyperparametersOf(outputs)),
      ...steps,
    ],
    points,
    files: filesOf(outputs),
    isCut: Boolean(executions?.pageInfo.hasNextPage || artifacts?.pageInfo.hasNextPage),
  };
}

function ofExecution(execution: AnsweredExecution): Subject {
  const outputs = execution.outputs?.nodes ?? [];
  const points = pointsOf(outputs);
  return {
    ...common(execution),
    startedAt: execution.startedAt ?? execution.createdAt,
    values: [
      ...valuesOf(PARAMETERS, execution.parameters),
      ...valuesOf(METRICS, measurements(measuredIn(outputs), points)),
      ...valuesOf(HYPERPARAMETERS, hyperparametersOf(outputs)),
    ],
    points,
    files: filesOf(outputs),
    isCut: Boolean(execution.outputs?.pageInfo.hasNextPage),
  };
}

function ofArtifact(artifact: AnsweredArtifact): Subject {
  const measured = artifact.__typename === 'Model' ? (artifact.measured?.nodes ?? []) : [];
  const points = pointsOf(measured);
  const own = artifact.__typename === 'Metrics' ? artifact.values : [];
  const facts = [
    { name: 'type', text: artifact.typeName },
    ...(artifact.version === null ? [] : [{ name: 'version', text: artifact.version }]),
    ...(artifact.uri === null ? [] : [{ name: 'uri', text: artifact.uri }]),
  ];
  const kept = artifact.properties.filter(
    ({ name }) => !name.startsWith('__') && !facts.some((fact) => fact.name === name),
  );
  const hyperparameters = artifact.__typename === 'Model' ? flatten(artifact.hyperparameters) : [];
  return {
    ...common({ ...artifact, status: null, finishedAt: null }),
    startedAt: artifact.createdAt,
    values: [
      ...valuesOf(HYPERPARAMETERS, hyperparameters),
      ...valuesOf(METRICS, measurements([...own, ...measuredIn(measured)], points)),
      ...valuesOf(PROPERTIES, [...facts, ...kept]),
    ],
    points,
    files: filesOf(measured),
    isCut: artifact.__typename === 'Model' && Boolean(artifact.measured?.pageInfo.hasNextPage),
  };
}

function common({
  id,
  __typename,
  displayName,
  workspace,
  status,
  finishedAt,
}: Pick<Subject, 'id' | '__typename' | 'displayName' | 'workspace' | 'status' | 'finishedAt'>) {
  return { id, __typename, displayName, workspace, status, finishedAt };
}

/** Of several values of one name the last, and how many there were. */
function valuesOf(section: Section, named: readonly Named[]): readonly Value[] {
  const values = new Map<string, Value>();
  for (const { name, text } of named) {
    values.set(name, { section, name, text, count: (values.get(name)?.count ?? 0) + 1 });
  }
  return [...values.values()].sort((left, right) => left.name.localeCompare(right.name));
}

/** Where there is a course, what counts its steps is no measurement. */
function measurements(named: readonly Named[], points: readonly StepPoint[]): readonly Named[] {
  return points.length === 0 ? named : named.filter(({ name }) => !STEP_NAMES.includes(name));
}

function measuredIn(outputs: readonly ComparedOutputFragment[]): readonly Named[] {
  return outputs.flatMap((output) => (output.__typename === 'Metrics' ? output.values : []));
}

function hyperparametersOf(outputs: readonly ComparedOutputFragment[]): readonly Named[] {
  return outputs.flatMap((output) => (output.__typename === 'Model' ? flatten(output.hyperparameters) : []));
}

/** CMF writes what is measured step by step into a parquet file, which is an artifact of this type. */
function filesOf(outputs: readonly ComparedOutputFragment[]): Subject['files'] {
  return outputs
    .filter(({ typeName }) => typeName === 'Step_Metrics')
    .map(({ id, displayName }) => ({ id, displayName }));
}

/** A tree of JSON as names with dots in them; a list stays one value. */
function flatten(tree: unknown, path = ''): readonly Named[] {
  if (tree === null || tree === undefined) return [];
  if (typeof tree !== 'object' || Array.isArray(tree)) {
    return [{ name: path || 'value', text: typeof tree === 'string' ? tree : JSON.stringify(tree) }];
  }
  return Object.entries(tree).flatMap(([name, value]) => flatten(value, path === '' ? name : `${path}.${name}`));
}
