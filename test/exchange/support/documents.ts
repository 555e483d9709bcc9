import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type CmfDocument, documentTree, exportCmf, readDocument } from '../../../src/exchange/cmf/index.js';
import { EVERYTHING } from '../../../src/mlmd/filter/filter.js';
import type { Json, NodeKind, NodeOf } from '../../../src/mlmd/model.js';
import { openStore } from '../../../src/mlmd/open.js';
import type { MetadataStore } from '../../../src/mlmd/store.js';
import { temporaryFolder } from '../../support/backends.js';

const FIXTURE = fileURLToPath(new URL('../../fixtures/cmf.mlmd', import.meta.url));

/** The pipelines of the fixture. */
export const PIPELINES = ['Test-env', 'Reuse-env'] as const;

/** Opens a copy of the store that cmflib wrote. */
export async function openFixture(): Promise<MetadataStore> {
  const path = join(await temporaryFolder(), 'cmf.mlmd');
  await copyFile(FIXTURE, path);
  return openUntilTheEnd(path);
}

/** Opens a new store. */
export async function openEmpty(): Promise<MetadataStore> {
  return openUntilTheEnd(join(await temporaryFolder(), 'mlmd.db'));
}

async function openUntilTheEnd(path: string): Promise<MetadataStore> {
  const store = await openStore(`sqlite:${path}`, { readOnly: false });
  onTestFinished(() => store.close());
  return store;
}

/** A pipeline as text; empty where there is none. */
export async function exported(store: MetadataStore, pipeline: string, execUuid?: string): Promise<string> {
  let text = '';
  for await (const piece of (await exportCmf(store, pipeline, { execUuid })) ?? []) text += piece;
  return text;
}

/** What a text, or an object, says as a document. */
export function documentOf(given: Json): CmfDocument {
  return readDocument(documentTree(given));
}

/** An event of a document: the artifact's type, name and uri, and what else there is to it. */
export function event(type: number, artifact: string, more: Readonly<Record<string, Json>> = {}): Json {
  const [typeName = '', name = '', uri = ''] = artifact.split(' ');
  return { type, artifact: { type: typeName, name, uri, create_time_since_epoch: 3_000, ...more } };
}

/** An execution of a document, with one UUID or several. */
export function execution(uuid: string, events: readonly Json[], more: Readonly<Record<string, Json>> = {}): Json {
  return { name: '', properties: { Execution_uuid: uuid }, create_time_since_epoch: 2_000, events, ...more };
}

/** A document with one stage, `p/train` of pipeline `p`. */
export function stageOf(...executions: readonly Json[]): { readonly [key: string]: Json } {
  return { Pipeline: [{ name: 'p', stages: [{ name: 'p/train', create_time_since_epoch: 1_000, executions }] }] };
}

/** All nodes of a kind, by id. */
export async function nodes<K extends NodeKind>(store: MetadataStore, kind: K): Promise<readonly NodeOf[K][]> {
  const order = { field: 'ID', descending: false } as const;
  const [page] = await store.nodePages(kind, { filter: EVERYTHING, order, page: { limit: 1_000 } });
  return page?.items.map(({ value }) => value) ?? [];
}

/** Properties as plain values; integers as bigints. */
export function plain(properties: NodeOf[NodeKind]['properties']): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...properties].map(([name, { value }]) => [name, value]));
}

/** How many contexts, executions, artifacts and events there are. */
export async function counts(store: MetadataStore): Promise<readonly number[]> {
  const executions = await nodes(store, 'EXECUTION');
  const ids = executions.map(({ id }) => id);
  const events = ids.length === 0 ? [] : await store.eventsOf('EXECUTION', ids);
  return [
    (await nodes(store, 'CONTEXT')).length,
    executions.length,
    (await nodes(store, 'ARTIFACT')).length,
    events.length,
  ];
}
