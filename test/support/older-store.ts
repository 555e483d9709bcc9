import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { NodeType, Value } from '../../src/mlmd/model.js';
import { temporaryFolder } from './backends.js';

const FIXTURES = join(import.meta.dirname, '../fixtures');

/** The stores of older schema versions in `test/fixtures/older`, each with the one that it was made of. */
export const OLDER_STORES = [
  { version: 6, file: 'kubeflow-6', of: 'kubeflow' },
  { version: 7, file: 'tfx-7', of: 'tfx' },
  { version: 8, file: 'cmf-8', of: 'cmf' },
  { version: 9, file: 'kubeflow-9', of: 'kubeflow' },
] as const;

/** The name of a file in `test/fixtures/older`, without its endings. */
export type OlderStore = (typeof OLDER_STORES)[number]['file'];

/** @returns the path of an unpacked copy, which is gone when the test is over. */
export async function olderStore(file: OlderStore): Promise<string> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  await writeFile(path, gunzipSync(await readFile(join(FIXTURES, 'older', `${file}.mlmd.gz`))));
  return path;
}

/** Answers of a store as they would be had it been made at an older schema version, which could not hold all of it. */
export function asOfVersion(version: number, answers: unknown): unknown {
  if (answers instanceof Map) {
    const kept = [...answers].filter(([, value]) => version >= 10 || !isLaterValue(value));
    return new Map(kept.map(([key, value]) => [key, asOfVersion(version, value)]));
  }
  if (Array.isArray(answers)) return answers.map((answer) => asOfVersion(version, answer));
  if (answers === null || typeof answers !== 'object' || answers instanceof Uint8Array) return answers;
  const entries = Object.entries(answers).map(([key, value]) => [
    key,
    key === 'externalId' && version < 9 ? undefined : asOfVersion(version, value),
  ]);
  return Object.fromEntries(entries);
}

function isLaterValue(value: unknown): boolean {
  const type = (value as Value | NodeType | undefined) && (value as { readonly type?: unknown }).type;
  return type === 'PROTO' || type === 'BOOLEAN';
}
