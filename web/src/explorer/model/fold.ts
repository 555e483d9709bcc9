import type { GraphNode, GroupName } from './graph.js';
import { at, type GraphIndex } from './graph-index.js';
import { FEWEST_SIBLINGS, siblings } from './siblings.js';
import type { Fold } from './view.js';

/** Up to so many boxes nothing is folded unasked: a screen or two. */
const UNFOLDED = 80;

/** Up to so many boxes siblings are folded unasked, and beyond that runs or workspaces: a layout of more takes seconds. */
const WITH_SIBLINGS = 2_000;

/** From so many nodes on siblings are not looked for before runs are folded: it takes half a second at 50,000. */
const RUNS_AT_ONCE = 20_000;

/** Nodes that share a box. */
export interface Folded {
  readonly by: Exclude<Fold, 'none'>;
  readonly id: string;
  readonly label: string;
  /** In the index's order, at least two. */
  readonly members: readonly number[];
}

/** What is to be folded. */
export interface FoldQuestion {
  readonly index: GraphIndex;
  /** A 1 for each node that is to be shown. */
  readonly isShown: Uint8Array;
  /** Ids of what the reader has started from, which stands alone. */
  readonly starts: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
}

/** Folds as asked, or where nothing is asked as suits the size. What is open or has one member only is not folded. */
export function fold(question: FoldQuestion, asked: Fold | undefined): readonly [Fold, readonly Folded[]] {
  const chosen = asked === undefined ? suitable(question) : ([asked, foldBy(question, asked)] as const);
  return [chosen[0], chosen[1].filter(({ id }) => !question.opened.has(id))];
}

/** The least folded picture that is not too large, or where all are, the smallest. */
function suitable(question: FoldQuestion): readonly [Fold, readonly Folded[]] {
  const shown = question.isShown.reduce((count, one) => count + one, 0);
  if (shown <= UNFOLDED) return ['none', []];
  let best: { readonly fold: Fold; readonly folded: readonly Folded[]; readonly boxes: number } | undefined;
  const ways = ['siblings', 'runs', 'workspaces'] as const;
  for (const by of shown < RUNS_AT_ONCE ? ways : ways.slice(1)) {
    const folded = foldBy(question, by);
    const boxes = folded.reduce((count, { members }) => count - members.length + 1, shown);
    if (best === undefined || boxes < best.boxes) best = { fold: by, folded, boxes };
    if (best.boxes <= WITH_SIBLINGS) break;
  }
  return best === undefined ? ['none', []] : [best.fold, best.folded];
}

function foldBy(question: FoldQuestion, by: Fold): readonly Folded[] {
  switch (by) {
    case 'none':
      return [];
    case 'siblings':
      return foldSiblings(question, []);
    case 'runs':
      return withSiblings(
        question,
        foldGroups(question, by, ({ run }) => run),
      );
    case 'workspaces':
      return withSiblings(
        question,
        foldGroups(question, by, ({ workspace }) => workspace),
      );
  }
}

/** What no group holds is folded with its siblings. */
function withSiblings(question: FoldQuestion, groups: readonly Folded[]): readonly Folded[] {
  return [
    ...groups,
    ...foldSiblings(
      question,
      groups.filter(({ id }) => !question.opened.has(id)),
    ),
  ];
}

function foldGroups(
  { index, isShown }: FoldQuestion,
  by: 'runs' | 'workspaces',
  groupOf: (node: GraphNode) => GroupName | undefined,
): readonly Folded[] {
  const groups = new Map<string, { readonly id: string; readonly label: string; readonly members: number[] }>();
  index.nodes.forEach((node, number) => {
    const group = isShown[number] === 1 ? groupOf(node) : undefined;
    if (group === undefined) return;
    const known = groups.get(group.id);
    if (known === undefined) groups.set(group.id, { id: group.id, label: group.name, members: [number] });
    else known.members.push(number);
  });
  return [...groups.values()].filter(({ members }) => members.length > 1).map((group) => ({ by, ...group }));
}

function foldSiblings(question: FoldQuestion, groups: readonly Folded[]): readonly Folded[] {
  const { index } = question;
  const { classes, isFixed } = initialClasses(question, groups);
  const byClass = new Map<number, number[]>();
  siblings(index, classes, isFixed).forEach((classOf, node) => {
    if (classOf < 0 || isFixed[node] === 1) return;
    const members = byClass.get(classOf);
    if (members === undefined) byClass.set(classOf, [node]);
    else members.push(node);
  });
  return [...byClass.values()]
    .filter((members) => members.length >= FEWEST_SIBLINGS)
    .map((members) => {
      const nodes = members.map((member) => index.nodes[member] as GraphNode);
      const [first] = nodes as [GraphNode];
      const isNamedAlike = nodes.every(({ label }) => label === first.label);
      return { by: 'siblings', id: `like:${first.id}`, label: isNamedAlike ? first.label : first.typeName, members };
    });
}

/** Alike in themselves are nodes of one type that came out alike; a start is like nothing else, and a group stays whole. */
function initialClasses({ index, isShown, starts }: FoldQuestion, groups: readonly Folded[]) {
  const classes = new Int32Array(index.nodes.length).fill(-1);
  const isFixed = new Uint8Array(index.nodes.length);
  const numbers = new Map<string, number>();
  const classNamed = (name: string) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  for (const { id, members } of groups) {
    for (const member of members) {
      classes[member] = classNamed(`group ${id}`);
      isFixed[member] = 1;
    }
  }
  index.nodes.forEach((node, number) => {
    if (isShown[number] !== 1 || at(classes, number) >= 0) return;
    const { id, kind, typeName, status = '' } = node;
    classes[number] = classNamed(starts.has(id) ? `start ${id}` : `${kind} ${status} ${typeName}`);
  });
  return { classes, isFixed };
}
