import {
  type Example,
  FINDING_KINDS,
  type FindingKind,
  type Inspection,
  MAX_EXAMPLES,
  type TypeCount,
} from '../mlmd/inspection.js';
import type { Artifact, Context, Event, Execution, NodeKind, NodeType } from '../mlmd/model.js';

interface Count {
  count: number;
  readonly examples: Example[];
}

/** Counts nodes, events and findings as they are met. What it holds follows the number of types, not of nodes. */
export class Tally {
  readonly #nodes: Record<NodeKind, number> = { ARTIFACT: 0, EXECUTION: 0, CONTEXT: 0 };
  readonly #types = new Map<bigint, TypeCount>();
  readonly #findings = new Map<FindingKind, Count>();
  #events = 0;
  #first: number | undefined;
  #last: number | undefined;

  /** Counts the types that are there more than once. */
  addTypes(types: readonly NodeType[]): void {
    const byName = new Map<string, NodeType[]>();
    for (const type of types) {
      const key = JSON.stringify([type.kind, type.name, type.version ?? '']);
      byName.set(key, [...(byName.get(key) ?? []), type]);
    }
    for (const [first, ...others] of byName.values()) {
      if (first === undefined || others.length === 0) continue;
      this.find('DUPLICATE_TYPE', { type: first.id, name: first.name, copies: BigInt(others.length + 1) });
    }
  }

  /** Counts nodes by type, with their times, and what can be told of each alone. */
  addNodes(nodes: readonly (Artifact | Execution | Context)[]): void {
    for (const node of nodes) {
      this.#nodes[node.kind] += 1;
      this.#addTimes(node.createTimeMs, node.updateTimeMs);
      this.#addType(node);
      if (node.kind === 'EXECUTION' && node.state === 'RUNNING') {
        this.find('EXECUTION_RUNNING', { execution: node.id, since: BigInt(node.createTimeMs) });
      }
    }
  }

  /** Counts an event, and what can be told of it alone. */
  addEvent({ artifactId, executionId, type, path }: Event): void {
    this.#events += 1;
    const ends = { artifact: artifactId, execution: executionId };
    if (type === 'UNKNOWN') this.find('EVENT_OF_UNKNOWN_TYPE', ends);
    if (path.length === 0) this.find('EVENT_WITHOUT_PATH', ends);
  }

  /** Counts one finding more. */
  find(kind: FindingKind, example: Example): void {
    const found = this.#findings.get(kind) ?? { count: 0, examples: [] };
    found.count += 1;
    if (found.examples.length < MAX_EXAMPLES) found.examples.push(example);
    this.#findings.set(kind, found);
  }

  /** @param untold - what was not looked for. */
  result(untold: readonly FindingKind[]): Inspection {
    return {
      nodes: this.#nodes,
      edges: { events: this.#events, attributions: undefined, associations: undefined, parentLinks: undefined },
      types: [...this.#types.values()].sort(
        (one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || other.nodes - one.nodes,
      ),
      firstCreateTimeMs: this.#first,
      lastUpdateTimeMs: this.#last,
      findings: FINDING_KINDS.flatMap((kind) => {
        const found = this.#findings.get(kind);
        return found === undefined ? [] : [{ kind, ...found }];
      }),
      untold,
    };
  }

  #addTimes(created: number, updated: number): void {
    if (created > 0) this.#first = Math.min(created, this.#first ?? created);
    if (updated > 0) this.#last = Math.max(updated, this.#last ?? updated);
  }

  #addType({ kind, id, typeId, typeName, typeVersion }: Artifact | Execution | Context): void {
    if (typeName === undefined) {
      this.find(`${kind}_WITHOUT_TYPE`, { [kind.toLowerCase()]: id, type: typeId });
      return;
    }
    const before = this.#types.get(typeId)?.nodes ?? 0;
    this.#types.set(typeId, { kind, name: typeName, version: typeVersion, nodes: before + 1 });
  }
}

const KINDS: readonly NodeKind[] = ['ARTIFACT', 'EXECUTION', 'CONTEXT'];
