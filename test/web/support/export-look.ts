import type { BoxKind } from '../../../web/src/explorer/model/box-kind.js';
import type { Look } from '../../../web/src/explorer/model/export/svg.js';
import type { View } from '../../../web/src/explorer/model/view.js';

const KINDS: readonly BoxKind[] = ['DataSet', 'Model', 'Metrics', 'GenericArtifact', 'Execution', 'Run', 'Workspace'];

/** A look whose colours say which kind they are of. */
export const LOOK: Look = {
  background: '#fff',
  card: '#card',
  text: '#000',
  muted: '#555',
  line: '#999',
  typeName: (name) => `short ${name}`,
  widthOf: (text, size) => text.length * size * 0.6,
  kinds: Object.fromEntries(
    KINDS.map((kind) => [kind, { fill: `#${kind}`, stroke: `#${kind}`, sign: `<path id="${kind}"/>` }]),
  ) as Look['kinds'],
};

/** A view with everything as usual. */
export const VIEW: View = {
  of: ['artifact:rows'],
  direction: 'BOTH',
  hops: 6,
  maxNodes: 1_000,
  preset: 'EVERYTHING',
  expanded: [],
  collapsed: [],
  fold: undefined,
  opened: [],
  hiddenTypes: [],
  selected: undefined,
  pathFrom: undefined,
  pathTo: undefined,
  shownAs: 'graph',
};
