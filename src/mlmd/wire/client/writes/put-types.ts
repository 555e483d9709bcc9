import { MetadataError } from '../../../../errors.js';
import { checkLine, checkType, evolved } from '../../../checks/types.js';
import { BASE_TYPES, type NodeKind, type NodeType, type TypeId } from '../../../model.js';
import type { TypePut } from '../../../store.js';
import { fromTypePut, type TypeMessageOf } from '../../codec/types.js';
import type { Upstream } from '../upstream.js';
import { Steps } from './steps.js';

/** A type that was put: its id, or the place of the put that makes it. */
type Planned = Omit<NodeType, 'id'> & { readonly id: TypeId | undefined; readonly place: number };

/**
 * Registers types: see `MetadataTransaction.putTypes`. What is stored is looked up first, as the service does not say
 * what it made; where all is there already, nothing is called.
 */
export async function putTypes(
  upstream: Upstream,
  puts: readonly TypePut[],
): Promise<readonly { readonly id: TypeId; readonly created: boolean }[]> {
  for (const put of puts) checkType(put);
  // What a system type extends matters only to a system type that is to extend it.
  const extended = puts.flatMap(({ kind, baseType }) => (baseType === undefined ? [] : BASE_TYPES[kind]));
  const names = [...new Set([...puts.map(({ name }) => name), ...extended])];
  const known: Planned[] = (await upstream.types.select({ names })).map((type) => ({ ...type, place: -1 }));
  const wanted = puts.map((put, place) => ({ put, place, ...plan(known, put, place) }));
  const changing = wanted.filter(({ changes }) => changes);
  await refuseTakenIds(
    upstream,
    known,
    changing.map(({ put }) => put),
  );
  const ids = await write(upstream, changing);
  if (changing.length > 0) upstream.types.forget();
  return wanted.map(({ type, created }) => ({ id: type.id ?? idAt(ids, type.place), created }));
}

/** What a put makes of the types as they stand after those before it. */
function plan(known: Planned[], put: TypePut, place: number) {
  const { kind, name } = put;
  const version = put.version || undefined;
  const at = known.findIndex((type) => type.kind === kind && type.name === name && type.version === version);
  const stored = known[at];
  const baseOf = (base: string) => {
    return known.find((type) => type.kind === kind && type.name === base && type.version === undefined)?.baseType;
  };
  if (stored === undefined) {
    const { description, externalId, baseType, properties, inputType, outputType } = put;
    const definition = { kind, name, version, description, externalId, baseType, properties, inputType, outputType };
    if (baseType !== undefined) checkLine(definition, baseType, baseOf);
    const type: Planned = { ...definition, id: undefined, place };
    known.push(type);
    return { type, created: true, changes: true };
  }
  // The id is only carried along.
  const { type, added, baseType } = evolved({ ...stored, id: stored.id ?? (0n as TypeId) }, put);
  if (baseType !== undefined) checkLine(stored, baseType, baseOf);
  known[at] = { ...type, id: stored.id, place: stored.place };
  const changes = added.length > 0 || baseType !== undefined || type.externalId !== stored.externalId;
  return { type: stored, created: false, changes };
}

/** An external id names one type, of whatever kind; the service would say of some collisions only that it failed. */
async function refuseTakenIds(upstream: Upstream, known: readonly Planned[], puts: readonly TypePut[]): Promise<void> {
  const externalIds = puts.flatMap(({ externalId }) => (externalId ? [externalId] : []));
  if (externalIds.length === 0) return;
  const bearers = await upstream.types.select({ externalIds });
  for (const externalId of externalIds) {
    const planned = known.filter((type) => type.externalId === externalId);
    const others = bearers.filter((type) => type.externalId === externalId && !known.some(({ id }) => id === type.id));
    if (planned.length + others.length < 2) continue;
    throw new MetadataError('ALREADY_EXISTS', `Another type has the externalId '${externalId}'.`);
  }
}

interface Wanted {
  readonly put: TypePut;
  readonly place: number;
}

/** Writes puts in order, in one call for all that follow each other with the same flags. @returns the ids by place. */
async function write(upstream: Upstream, wanted: readonly Wanted[]): Promise<ReadonlyMap<number, TypeId>> {
  const steps = new Steps(upstream);
  const ids = new Map<number, TypeId>();
  for (const group of groupsOf(wanted)) {
    const types = (await together(steps, group)) ?? (await oneByOne(steps, group));
    for (const [place, id] of types) ids.set(place, id);
  }
  return ids;
}

function groupsOf(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const groups: Wanted[][] = [];
  for (const one of wanted) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && flagsOf(last[0].put) === flagsOf(one.put)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function flagsOf({ canAddFields, canOmitFields }: TypePut): string {
  return `${canAddFields} ${canOmitFields}`;
}

type Ids = readonly (readonly [place: number, id: TypeId])[];

/** Undefined on services before 1.5, which cannot. */
async function together(steps: Steps, group: readonly Wanted[]): Promise<Ids | undefined> {
  const [first] = group;
  if (first === undefined) return [];
  const { canAddFields, canOmitFields } = first.put;
  const request = {
    artifactTypes: messagesOf('ARTIFACT', group),
    executionTypes: messagesOf('EXECUTION', group),
    contextTypes: messagesOf('CONTEXT', group),
    canAddFields,
    canOmitFields,
  };
  const response = await steps.attempt('putTypes', request, { isIdempotent: true });
  if (response === undefined) return undefined;
  const { artifactTypeIds, executionTypeIds, contextTypeIds } = response;
  const aligned = (kind: NodeKind, ids: readonly bigint[]): Ids =>
    group.filter(({ put }) => put.kind === kind).map(({ place }, index) => [place, (ids[index] ?? 0n) as TypeId]);
  return [
    ...aligned('ARTIFACT', artifactTypeIds),
    ...aligned('EXECUTION', executionTypeIds),
    ...aligned('CONTEXT', contextTypeIds),
  ];
}

function messagesOf<K extends NodeKind>(kind: K, group: readonly Wanted[]): readonly TypeMessageOf[K][] {
  return group.flatMap(({ put }) => (put.kind === kind ? [fromTypePut(kind, put)] : []));
}

async function oneByOne(steps: Steps, group: readonly Wanted[]): Promise<Ids> {
  const ids: (readonly [number, TypeId])[] = [];
  for (const { put, place } of group) {
    const { canAddFields, canOmitFields } = put;
    const flags = { canAddFields, canOmitFields };
    const calls: { readonly [kind in NodeKind]: () => Promise<{ readonly typeId?: bigint | undefined }> } = {
      ARTIFACT: () => steps.call('putArtifactType', { artifactType: fromTypePut('ARTIFACT', put), ...flags }),
      EXECUTION: () => steps.call('putExecutionType', { executionType: fromTypePut('EXECUTION', put), ...flags }),
      CONTEXT: () => steps.call('putContextType', { contextType: fromTypePut('CONTEXT', put), ...flags }),
    };
    ids.push([place, ((await calls[put.kind]()).typeId ?? 0n) as TypeId]);
  }
  return ids;
}

function idAt(ids: ReadonlyMap<number, TypeId>, place: number): TypeId {
  const id = ids.get(place);
  if (id === undefined) throw new MetadataError('INTERNAL', 'The MLMD service gave no id for a type.');
  return id;
}
