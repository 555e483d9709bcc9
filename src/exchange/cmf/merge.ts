import type { Properties, Value } from '../../mlmd/model.js';
import type { CmfArtifact } from './document.js';
import { ORIGINAL_TIME } from './types.js';

/** Types whose artifacts say in `url` under which pipelines and where a file is kept. */
const LOCATED: ReadonlySet<string> = new Set(['Dataset', 'Label', 'Environment', 'Model']);
/** Types whose custom properties are brought up to date by whoever logs the artifact again. */
const REFRESHED: ReadonlySet<string> = new Set(['Dataset', 'Label']);
/** Texts that hold several entries with a comma between them, and gain some instead of being replaced. */
const LISTS: ReadonlySet<string> = new Set(['labels', 'labels_uri', 'dataset_uri']);

/** What an artifact says of itself. */
export interface ArtifactFacts {
  readonly properties: Properties;
  readonly customProperties: Properties;
}

/**
 * A stored artifact after another store's record of the same content: its places are added to, and what was said of a
 * data set or a label is brought up to date, as by cmflib when it logs content that it knows. What tells when the
 * artifact was first made stays.
 *
 * @returns undefined where nothing changes.
 * @see update_dataset_url and update_existing_artifact in cmf.py. They repeat a place that stands in a list of places,
 *   and turn doubles into text; neither is done here.
 */
export function mergeArtifact(stored: ArtifactFacts, incoming: CmfArtifact): ArtifactFacts | undefined {
  const located = LOCATED.has(incoming.type) && stored.properties.has('url');
  const url = located ? incoming.properties.get('url') : undefined;
  const news = REFRESHED.has(incoming.type) ? [...incoming.customProperties] : [];
  const properties = changed(stored.properties, url === undefined ? [] : [['url', url]], () => true);
  const customProperties = changed(stored.customProperties, news, (name) => LISTS.has(name));
  if (properties === undefined && customProperties === undefined) return undefined;
  return {
    properties: properties ?? stored.properties,
    customProperties: customProperties ?? stored.customProperties,
  };
}

/** Entries of both lists, each once, those of the first one first. */
export function unionOf(one: string, other: string): string {
  const entries = [...one.split(','), ...other.split(',')].filter((entry) => entry.trim() !== '');
  return [...new Set(entries)].join(',');
}

function changed(
  stored: Properties,
  news: readonly (readonly [name: string, value: Value])[],
  isList: (name: string) => boolean,
): Properties | undefined {
  const merged = new Map(stored);
  for (const [name, value] of news) {
    const before = stored.get(name);
    if (name === ORIGINAL_TIME && before !== undefined) continue;
    const isJoined = isList(name) && before?.type === 'STRING' && value.type === 'STRING';
    merged.set(name, isJoined ? { type: 'STRING', value: unionOf(before.value, value.value) } : value);
  }
  const isSame = merged.size === stored.size && [...merged].every(([name, value]) => equal(value, stored.get(name)));
  return isSame ? undefined : merged;
}

function equal(one: Value, other: Value | undefined): boolean {
  return one.type === other?.type && one.value === other.value;
}
