import type { BoxKind } from '../box-kind.js';
import type { Box } from '../scene.js';

/** What an exported graph says of itself: where it is from, and what of it is missing. */
export interface About {
  /** For example `Lineage of census`. */
  readonly title: string;
  /** Where the same picture is to be had in a browser. */
  readonly address: string;
  /** When it was exported, in UTC: `2026-01-02T03:04:05.006Z`. */
  readonly exportedAt: string;
  /** What is not shown or not in a box of its own, each in a few words; empty where all of it is. */
  readonly missing: readonly string[];
}

/** The colours of a kind, as `#1971c2`. */
export interface Paint {
  readonly fill: string;
  readonly stroke: string;
}

/** How the page looks just now, as far as any picture of a graph follows it. */
export interface PlainLook {
  readonly kinds: Readonly<Record<BoxKind, Paint>>;
  /** How the page writes a type's name. */
  readonly typeName: (typeName: string) => string;
}

/** The name of a box, with how many it stands for where it is a group. */
export function boxName(box: Box, { typeName }: Pick<PlainLook, 'typeName'>): string {
  if (box.shape === 'node') return box.node.label;
  return `${box.members.length} × ${box.foldedBy === 'siblings' ? typeName(box.label) : box.label}`;
}

/** What a box is, below its name: a node's status, type and version. */
export function boxType(box: Box, { typeName }: Pick<PlainLook, 'typeName'>): string {
  if (box.shape === 'group') return 'folded into one box';
  const { status, version } = box.node;
  return [status?.toLowerCase(), typeName(box.node.typeName), version].filter(Boolean).join(' · ');
}

/** What a box says, line by line: its name, what it is, and what lies beyond it. */
export function boxText(box: Box, look: Pick<PlainLook, 'typeName'>): readonly string[] {
  const { upstream, downstream } = box.beyond;
  const beyond = [
    ...(upstream > 0 ? [`${upstream} more upstream`] : []),
    ...(downstream > 0 ? [`${downstream} more downstream`] : []),
  ];
  return [boxName(box, look), boxType(box, look), ...(beyond.length > 0 ? [beyond.join(', ')] : [])];
}

/** What an export is missing, as a sentence without a line break; undefined where it is missing nothing. */
export function partly({ missing }: About): string | undefined {
  return missing.length === 0 ? undefined : oneLine(`Not all there is: ${missing.join('; ')}.`);
}

/** All that an export says of itself, one line each, its title first. */
export function aboutLines(about: About): readonly string[] {
  const { title, address, exportedAt } = about;
  const said = partly(about);
  return [title, `Exported ${exportedAt} from ${address}`, ...(said === undefined ? [] : [said])].map(oneLine);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
