import { at, type GraphIndex } from './graph-index.js';
import { eachNeighbour } from './reach.js';

/** From so many on siblings share a box: fewer are read faster one by one. */
export const FEWEST_SIBLINGS = 7;

/**
 * Puts siblings together: nodes alike in themselves whose neighbours lie in the same boxes on either side. Two hundred
 * steps that each read one data set and wrote one model become a box of steps and a box of models.
 *
 * This is colour refinement: whatever is alike starts in one class, and a class splits while its members' neighbours lie
 * in different ones. Classes that come out too small to fold fall apart, which may split others again.
 *
 * @param classes - of each node: a number for those alike in themselves, negative for those that are not shown.
 * @param isFixed - a 1 for nodes whose class stays whole.
 * @returns the classes in the end; what is alone in its class has a box of its own.
 */
export function siblings(index: GraphIndex, classes: Int32Array, isFixed: Uint8Array): Int32Array {
  const partition = new Partition(index, classes.slice(), isFixed);
  do partition.refine();
  while (partition.breakUpSmallOnes());
  return partition.classes;
}

class Partition {
  private readonly members = new Map<number, number[]>();
  private readonly signatures: string[] = [];
  private dirty = new Set<number>();
  private nextClass = 0;

  constructor(
    private readonly index: GraphIndex,
    readonly classes: Int32Array,
    private readonly isFixed: Uint8Array,
  ) {
    classes.forEach((classOf, node) => {
      this.nextClass = Math.max(this.nextClass, classOf + 1);
      if (classOf < 0 || isFixed[node] === 1) return;
      const members = this.members.get(classOf);
      if (members === undefined) this.members.set(classOf, [node]);
      else members.push(node);
      this.dirty.add(node);
    });
  }

  /** Splits classes until the neighbours of all members of each lie in the same classes. */
  refine(): void {
    while (this.dirty.size > 0) {
      const touched = new Set<number>();
      for (const node of this.dirty) {
        this.signatures[node] = this.signature(node);
        touched.add(at(this.classes, node));
      }
      this.dirty = new Set();
      for (const classOf of touched) this.split(classOf);
    }
  }

  /** Gives each member of a class that is too small to fold one of its own. Returns whether there was any. */
  breakUpSmallOnes(): boolean {
    const small = [...this.members].filter(([, nodes]) => nodes.length > 1 && nodes.length < FEWEST_SIBLINGS);
    for (const [classOf, [first, ...others]] of small) {
      this.members.set(classOf, first === undefined ? [] : [first]);
      for (const node of others) this.move([node]);
    }
    return small.length > 0;
  }

  private split(classOf: number): void {
    const nodes = this.members.get(classOf) ?? [];
    if (nodes.length < 2) return;
    const parts = new Map<string, number[]>();
    for (const node of nodes) {
      const signature = this.signatures[node] ?? '';
      const part = parts.get(signature);
      if (part === undefined) parts.set(signature, [node]);
      else part.push(node);
    }
    const [stays = [], ...leave] = parts.values();
    if (leave.length === 0) return;
    this.members.set(classOf, stays);
    for (const part of leave) this.move(part);
  }

  /** Into a class of their own; their neighbours are to be looked at again. */
  private move(nodes: number[]): void {
    const classOf = this.nextClass++;
    this.members.set(classOf, nodes);
    const touch = (neighbour: number) => {
      if (at(this.classes, neighbour) >= 0 && this.isFixed[neighbour] !== 1) this.dirty.add(neighbour);
    };
    for (const node of nodes) {
      this.classes[node] = classOf;
      eachNeighbour(this.index.upstream, node, touch);
      eachNeighbour(this.index.downstream, node, touch);
    }
  }

  /** The classes that neighbours lie in, on either side. */
  private signature(node: number): string {
    const on = (side: 'upstream' | 'downstream') => {
      const classes = new Set<number>();
      eachNeighbour(this.index[side], node, (neighbour) => classes.add(at(this.classes, neighbour)));
      return [...classes].sort((one, other) => one - other).join(' ');
    };
    return `${on('upstream')}>${on('downstream')}`;
  }
}
