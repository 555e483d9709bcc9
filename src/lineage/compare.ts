import { isDeepStrictEqual } from 'node:util';
import { type NodeRef, nodeKey, type Value } from '../mlmd/model.js';
import { compareRefs } from './node-order.js';

/** One of the things that are compared: a run, an execution or an artifact, with all that may set it apart. */
export interface Subject {
  /** `node` says which part of the subject bears the property, in words that other subjects would use too: `train`. */
  readonly properties: readonly { readonly node: string; readonly name: string; readonly value: Value }[];
  readonly metrics: readonly { readonly name: string; readonly value: number }[];
  /** What the subject is made of; repeats count once. */
  readonly members: readonly NodeRef[];
}

/** A property side by side. */
export interface ComparedProperty {
  readonly node: string;
  readonly name: string;
  /** One per subject, in their order; undefined where it has none. */
  readonly values: readonly (Value | undefined)[];
  /** Not all are equal. A missing value differs from a present one, and INT 1 from DOUBLE 1. */
  readonly differs: boolean;
}

/** A metric side by side. */
export interface ComparedMetric {
  readonly name: string;
  /** One per subject, in their order; undefined where it has none. */
  readonly values: readonly (number | undefined)[];
  readonly differs: boolean;
}

/** What subjects share and where they part. */
export interface Comparison {
  /** By (node, name). Where a subject has several of one (node, name), its first stand beside the others' first, and so on. */
  readonly properties: readonly ComparedProperty[];
  /** By name; repeats as with properties. */
  readonly metrics: readonly ComparedMetric[];
  /** Members of every subject, by (kind, id). */
  readonly shared: readonly NodeRef[];
  /** For each subject, the members that no other has, by (kind, id). With more than two, a member of some is in neither list. */
  readonly only: readonly (readonly NodeRef[])[];
}

/** Puts subjects side by side, in the order given. */
export function compare(subjects: readonly Subject[]): Comparison {
  const properties = subjects.map((subject) => subject.properties);
  const metrics = subjects.map((subject) => subject.metrics.map((metric) => ({ ...metric, node: '' })));
  return {
    properties: sideBySide(properties),
    metrics: sideBySide(metrics).map(({ name, values, differs }) => ({ name, values, differs })),
    ...compareMembers(subjects.map(({ members }) => members)),
  };
}

interface Named<V> {
  readonly node: string;
  readonly name: string;
  readonly value: V;
}
interface Row<V> {
  readonly node: string;
  readonly name: string;
  readonly values: readonly (V | undefined)[];
  readonly differs: boolean;
}

function sideBySide<V>(columns: readonly (readonly Named<V>[])[]): readonly Row<V>[] {
  const rows = new Map<string, { node: string; name: string; occurrence: number; values: (V | undefined)[] }>();
  for (const [subject, column] of columns.entries()) {
    const seen = new Map<string, number>();
    for (const { node, name, value } of column) {
      const label = JSON.stringify([node, name]);
      const occurrence = seen.get(label) ?? 0;
      seen.set(label, occurrence + 1);
      const key = `${occurrence}:${label}`;
      const row = rows.get(key) ?? { node, name, occurrence, values: columns.map(() => undefined) };
      row.values[subject] = value;
      rows.set(key, row);
    }
  }
  return [...rows.values()]
    .sort((a, b) => compareText(a.node, b.node) || compareText(a.name, b.name) || a.occurrence - b.occurrence)
    .map(({ node, name, values }) => ({
      node,
      name,
      values,
      differs: values.some((value) => !isDeepStrictEqual(value, values[0])),
    }));
}

function compareMembers(members: readonly (readonly NodeRef[])[]): Pick<Comparison, 'shared' | 'only'> {
  const owners = new Map<string, { readonly ref: NodeRef; readonly subjects: Set<number> }>();
  for (const [subject, refs] of members.entries()) {
    for (const ref of refs) {
      const owner = owners.get(nodeKey(ref)) ?? { ref, subjects: new Set<number>() };
      owners.set(nodeKey(ref), owner);
      owner.subjects.add(subject);
    }
  }
  const all = [...owners.values()].sort((left, right) => compareRefs(left.ref, right.ref));
  return {
    shared: all.filter(({ subjects }) => subjects.size === members.length).map(({ ref }) => ref),
    only: members.map((_, subject) =>
      all.filter(({ subjects }) => subjects.size === 1 && subjects.has(subject)).map(({ ref }) => ref),
    ),
  };
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
