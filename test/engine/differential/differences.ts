import { isDeepStrictEqual } from 'node:util';
import type { RequestOf } from '../../../src/mlmd/wire/rpc.js';
import { sets } from './comparable.js';
import { isByUpdateTime, type Outcome } from './side.js';
import { type Step, textOf } from './step.js';
import type { World } from './world.js';

/** Where we mean to differ from the engine, and say so in docs/decisions: 0008 for filters, 0010 for the rest. */
export interface Difference {
  readonly name: string;
  /** Whether this is what lies behind two outcomes that are not the same. */
  readonly explains: (step: Step, engine: Outcome, ours: Outcome, world: World) => boolean;
  /** The two stores hold different things from here on, so that the sequence ends. */
  readonly parts?: boolean;
}

/** The calls in which the engine leaves out some of what it knows of a type. */
const TELLS_LESS = /Types$|TypesByExternalIds$|^getArtifactsById$|^getLineageSubgraph$/;

/** In the order in which they are tried. */
export const DIFFERENCES: readonly Difference[] = [
  {
    name: 'types are told whole by every call',
    explains: ({ rpc }, engine, ours) =>
      TELLS_LESS.test(rpc) && isDeepStrictEqual(withoutTypeFields(engine), withoutTypeFields(ours)),
  },
  {
    name: 'a name or external id that another node has is ALREADY_EXISTS in an update too',
    explains: (_step, engine, ours) =>
      codeOf(engine) === 13 && codeOf(ours) === 6 && /UNIQUE|duplicate/i.test(textOfLast(engine)),
  },
  {
    name: 'an external id that another context has is ALREADY_EXISTS, also where contexts may be reused',
    explains: ({ rpc }, engine, ours) =>
      (rpc === 'putExecution' || rpc === 'putLineageSubgraph') && codeOf(engine) === 10 && codeOf(ours) === 6,
  },
  {
    name: 'a type that a request has twice evolves twice',
    explains: ({ rpc, request }, _engine, ours) =>
      rpc === 'putTypes' && codeOf(ours) === 6 && hasRepeats(request as RequestOf<'putTypes'>),
    parts: true,
  },
  {
    name: 'a proto without a type is refused, as the engine stores it and then reads the node no more',
    explains: (_step, _engine, ours) => codeOf(ours) === 3 && textOfLast(ours).includes('type URL'),
    parts: true,
  },
  {
    name: 'a filter may have the same condition on a state or event type twice',
    explains: (_step, engine, ours) =>
      codeOf(engine) === 3 && codeOf(ours) !== 3 && textOfLast(engine).includes('cannot be rewritten successfully'),
  },
  {
    name: 'nodes that are missing are left out of lineage',
    explains: ({ rpc }, engine, ours, world) =>
      rpc === 'getLineageSubgraph' &&
      isDeepStrictEqual(withoutTypeFields(withoutMissing(engine, world)), withoutTypeFields(ours)),
  },
  {
    name: 'a type that a request has twice keeps its external id',
    explains: ({ rpc }, engine, ours) =>
      rpc.endsWith('TypesById') &&
      textOf(engine.comparable).includes('"externalId":""') &&
      isDeepStrictEqual(withoutTypeFields(engine), withoutTypeFields(ours)),
    parts: true,
  },
  {
    name: 'shapes keep no numbers that their enums do not have',
    explains: (_step, engine, ours) =>
      /"(p|k|baseType)":(-1|99|2147483647)/.test(textOf(engine.comparable)) &&
      isDeepStrictEqual(withoutTypeFields(engine), withoutTypeFields(ours)),
  },
  {
    name: 'paging by update time ends',
    explains: (step, engine) => isByUpdateTime(step) && engine.replies.length === 60,
  },
  {
    name: 'nodes that are missing are left out of what is in a context',
    explains: ({ rpc }, engine, ours) => rpc.endsWith('ByContext') && codeOf(engine) === 13 && codeOf(ours) === 0,
  },
  {
    name: 'no context is given to the artifact that an empty pair is answered with',
    explains: ({ rpc, request }) =>
      rpc === 'getContextsByArtifact' && (request as RequestOf<'getContextsByArtifact'>).artifactId === -1n,
  },
];

/** What it does otherwise over either database server than over SQLite; we are the same over all. */
const ON_SERVERS: readonly Difference[] = [
  {
    name: 'lists that are asked for in no order are in one',
    explains: ({ rpc, request }, engine, ours) =>
      rpc.startsWith('get') &&
      !textOf(request).includes('orderByField') &&
      isDeepStrictEqual(withoutTypeFields(engine), withoutTypeFields(ours)),
  },
  {
    name: 'LIKE is blind to the case of ASCII letters, whatever the collation',
    explains: (step) => / LIKE /i.test(textOf(step.request)),
  },
  {
    name: 'a type that is found by its name is told whole',
    explains: ({ rpc }, engine, ours) =>
      rpc.endsWith('Type') &&
      textOf(engine.comparable) === textOf(ours.comparable).replace(/,"externalId":"[^"]*"/, ''),
  },
];

/** All over MySQL. */
export const DIFFERENCES_IN_MYSQL: readonly Difference[] = [
  ...DIFFERENCES,
  ...ON_SERVERS,
  {
    name: 'numbers of both types go together in a filter',
    explains: (_step, engine) => codeOf(engine) === 13 && textOfLast(engine).includes('Unknown data type'),
  },
  {
    name: 'a text that is too long is INVALID_ARGUMENT',
    explains: (_step, engine, ours) =>
      codeOf(engine) === 13 && codeOf(ours) === 3 && textOfLast(engine).includes('Data too long'),
  },
];

/** All over PostgreSQL, where the engine does not escape what it should. */
export const DIFFERENCES_IN_POSTGRESQL: readonly Difference[] = [
  ...DIFFERENCES,
  ...ON_SERVERS,
  {
    name: 'what the engine cannot say to PostgreSQL is no bug of the request',
    explains: (_step, engine, ours) => codeOf(engine) === 13 && codeOf(ours) !== 13,
    parts: true,
  },
];

function codeOf({ replies }: Outcome): number | undefined {
  return replies.at(-1)?.code;
}

function textOfLast({ replies }: Outcome): string {
  return replies.at(-1)?.text ?? '';
}

/** Replies without what the engine tells of a type in some of its calls only. */
function withoutTypeFields({ comparable }: Outcome): unknown {
  return Array.isArray(comparable) ? comparable.map((reply) => withoutFields(reply)) : comparable;
}

function withoutFields(reply: Readonly<Record<string, unknown>>): unknown {
  const { lineageSubgraph } = reply;
  if (lineageSubgraph) return withoutFields(lineageSubgraph as Readonly<Record<string, unknown>>);
  return sets(
    Object.fromEntries(
      Object.entries(reply).map(([field, value]) => [
        field,
        field.endsWith('Types') && Array.isArray(value)
          ? value.map(
              ({
                externalId: _externalId,
                baseType: _baseType,
                inputType: _inputType,
                outputType: _outputType,
                ...type
              }) => type,
            )
          : value,
      ]),
    ),
  );
}

function hasRepeats({ artifactTypes, executionTypes, contextTypes }: RequestOf<'putTypes'>): boolean {
  return [artifactTypes, executionTypes, contextTypes].some((types) => {
    const identities = types.map(({ name, version }) => textOf([name, version || undefined]));
    return new Set(identities).size < identities.length;
  });
}

/** A lineage without the nodes that no reply ever told of. */
function withoutMissing(outcome: Outcome, { nodes }: World): Outcome {
  const [reply] = outcome.comparable as readonly { readonly lineageSubgraph?: Readonly<Record<string, unknown>> }[];
  const isKnown: Readonly<Record<string, (part: GraphPart) => boolean>> = {
    artifacts: ({ id }) => nodes.ARTIFACT.has(id),
    executions: ({ id }) => nodes.EXECUTION.has(id),
    attributions: ({ artifactId }) => nodes.ARTIFACT.has(artifactId),
  };
  const graph = Object.entries(reply?.lineageSubgraph ?? {}).map(([field, value]) => {
    return [field, (value as readonly GraphPart[]).filter(isKnown[field] ?? (() => true))];
  });
  return { ...outcome, comparable: [{ lineageSubgraph: Object.fromEntries(graph) }] };
}

/** Any part of a graph, of which each has its own ids. */
interface GraphPart {
  readonly id: bigint;
  readonly artifactId: bigint;
}
