import type { GraphNode } from '../graph.js';
import type { Box } from '../scene.js';

/** What an exported graph says of itself: where it is from, and what of it is missing. */
export interface About {
  /** For example `Lineage of census`. */
  readonly title: string;
  /** Where the same picture is to be had in a browser. */
  readonly address: string;
  /** When the store was asked, in UTC: `2026-01-02T03:04:05.006Z`. */
  readonly askedAt: string;
  /** A sentence for each thing that is not shown; empty where all of it is. */
  readonly missing: readonly string[];
}

/** What a box is drawn as: a kind of node, or what folds nodes of several kinds. */
export type BoxKind = GraphNode['kind'] | 'Run' | 'Workspace';

/** The colours of a kind, as `#1971c2`. */
export interface Paint {
  readonly fill: string;
  readonly stroke: string;
}

/** Siblings are what each of them is; runs and workspaces stand for all that is in them. */
export function boxKind(box: Box): BoxKind {
  if (box.shape === 'node') return box.node.kind;
  switch (box.foldedBy) {
    case 'siblings':
      return box.members[0]?.kind ?? 'GenericArtifact';
    case 'runs':
      return 'Run';
    case 'workspaces':
      return 'Workspace';
  }
}

/** What a box says, line by line, its name first: type and version, then what lies beyond. */
export function boxText(box: Box): readonly string[] {
  const { upstream, downstream } = box.beyond;
  const beyond = [
    ...(upstream > 0 ? [`${upstream} more upstream`] : []),
    ...(downstream > 0 ? [`${downstream} more downstream`] : []),
  ];
  return [
    box.shape === 'node' ? box.node.label : box.label,
    [
      box.shape === 'node' ? box.node.typeName : `stands for ${box.members.length.toLocaleString('en')}`,
      ...(box.shape === 'node' ? [box.node.version, box.node.status?.toLowerCase()] : []),
    ]
      .filter(Boolean)
      .join(', '),
    ...(beyond.length > 0 ? [beyond.join(', ')] : []),
  ];
}

/**
 * A name for the file, made of the title and the day: `lineage-of-census-2026-01-02.svg`. Letters and digits of any
 * script stay; the name is at most 80 characters long before the day.
 *
 * @param extension - without a dot.
 */
export function fileName({ title, askedAt }: About, extension: string): string {
  const name = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '');
  return `${[name || 'lineage', askedAt.slice(0, 10)].join('-')}.${extension}`;
}

/** All that an export says of itself, one line each, none with a line break in it. */
export function aboutLines({ title, address, askedAt, missing }: About): readonly string[] {
  const lines = [title, `As of ${askedAt}: ${address}`, ...missing.map((sentence) => `Partial: ${sentence}`)];
  return lines.map((line) => line.replaceAll(/\s+/g, ' '));
}
