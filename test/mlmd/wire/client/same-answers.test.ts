import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Filter } from '../../../../src/mlmd/filter/filter.js';
import type { IdOf, NodeKind, NodeRef } from '../../../../src/mlmd/model.js';
import { openStore } from '../../../../src/mlmd/open.js';
import type { MetadataReader, MetadataStore, RunQuery } from '../../../../src/mlmd/store.js';
import { LineProcess } from '../../../engine/support/line-process.js';
import { pythonWith } from '../../../engine/support/python.js';
import { temporaryFolder } from '../../../support/backends.js';
import { openService, serveStore } from '../../../support/served-store.js';

const python = pythonWith('ml_metadata', 'grpc');

/** Who serves a file over gRPC, until the test is over. */
const SERVICES = [
  { name: 'our own service', serve: (_path: string, store: MetadataStore) => serveStore(store), skip: false },
  {
    name: 'the real engine',
    serve: async (path: string) => {
      const engine = new LineProcess(python ?? '', 'engine_server.py', path);
      onTestFinished(() => engine.end());
      return `grpc://127.0.0.1:${await engine.line()}`;
    },
    skip: python === undefined,
  },
];

const KINDS: readonly NodeKind[] = ['ARTIFACT', 'EXECUTION', 'CONTEXT'];
const EVERYTHING: Filter = { op: 'AND', of: [] };
const RUNS: RunQuery = {
  contextTypes: ['pipeline_run', 'system.PipelineRun', 'Pipeline_Stage', 'kubeflow.org/alpha/run'],
  contextNameProperty: 'name',
  named: {
    workspaceType: 'kubeflow.org/alpha/workspace',
    workspaceKey: '__kf_workspace__',
    runKey: '__kf_run__',
  },
};

// What tools wrote with the real engine is read out of the file and through a service over that file.
describe.each(SERVICES)('over $name', ({ serve, skip }) => {
  describe.skipIf(skip).each(['kubeflow', 'tfx', 'cmf'])('a real store of %s gives the same', (fixture) => {
    it('types', async () => {
      const { file, service } = await open(fixture, serve);
      const all = await file.types();

      expect(await service.types()).toEqual(all);
      for (const { kind, name, id } of all) {
        expect(await service.types({ kind, names: [name] })).toEqual(await file.types({ kind, names: [name] }));
        expect(await service.types({ ids: [id] })).toEqual(await file.types({ ids: [id] }));
      }
    });

    it('nodes by id, in every order, page by page', async () => {
      const { file, service } = await open(fixture, serve);

      for (const kind of KINDS) {
        const ids = await idsOf(file, kind);
        const asked = [...ids, 99_999n, ...ids.slice(0, 2)] as IdOf[typeof kind][];
        expect(await service.nodesById(kind, asked)).toEqual(await file.nodesById(kind, asked));
        for (const field of ['ID', 'CREATE_TIME', 'UPDATE_TIME', 'NAME'] as const) {
          for (const descending of [true, false]) {
            const query = { filter: EVERYTHING, order: { field, descending } };
            for (const backward of [true, false]) {
              const [first] = await service.nodePages(kind, { ...query, page: { limit: 3, backward } });
              expect([first]).toEqual(await file.nodePages(kind, { ...query, page: { limit: 3, backward } }));
              const from = first?.items.at(backward ? 0 : -1)?.position;
              const page = { limit: 5, from, backward };
              expect(await service.nodePages(kind, { ...query, page })).toEqual(
                await file.nodePages(kind, { ...query, page }),
              );
            }
          }
        }
      }
    });

    it('events, memberships and links of contexts', async () => {
      const { file, service } = await open(fixture, serve);
      const [artifacts, executions, contexts] = await Promise.all([
        idsOf(file, 'ARTIFACT'),
        idsOf(file, 'EXECUTION'),
        idsOf(file, 'CONTEXT'),
      ]);
      const nodes = [
        ...artifacts.map((id) => ({ kind: 'ARTIFACT', id })),
        ...executions.map((id) => ({ kind: 'EXECUTION', id })),
      ] as readonly NodeRef[];

      const same = async <T>(ask: (reader: MetadataReader) => Promise<T>) => {
        expect(await ask(service)).toEqual(await ask(file));
      };

      await same((reader) => reader.eventsOf('ARTIFACT', artifacts));
      await same((reader) => reader.eventsOf('EXECUTION', executions));
      await same((reader) => reader.eventsBetween(artifacts.slice(2), executions.slice(1)));
      for (const direction of ['UPSTREAM', 'DOWNSTREAM'] as const) {
        await same((reader) => reader.eventPages(nodes, { direction }, { limit: 2 }));
        await same((reader) => reader.eventPages(nodes, { direction }, { limit: 2, backward: true }));
        await same((reader) => reader.eventCounts(nodes, { direction, types: ['INPUT', 'OUTPUT'] }));
      }
      await same((reader) => reader.membershipsOf(nodes));
      await same((reader) => reader.membershipsOf(nodes.slice(0, 1)));
      await same((reader) => reader.contextLinks(contexts, 'PARENTS'));
      await same((reader) => reader.contextLinks(contexts, 'CHILDREN'));
      const scopes = contexts.map((id) => ({ contextIds: [id], touched: true }));
      await same((reader) => reader.nodeCounts('ARTIFACT', EVERYTHING, scopes));
      await same((reader) => reader.executionSummaries(scopes));
      await same((reader) => reader.runPages(RUNS, BY_NAME, { limit: 4 }));
      await same((reader) => reader.runPages(RUNS, NEWEST, { limit: 4 }, contexts));
      await same((reader) => reader.runCounts(RUNS, contexts));
    });
  });
});

const BY_NAME = { field: 'NAME', descending: false } as const;
const NEWEST = { field: 'CREATE_TIME', descending: true } as const;

async function open(fixture: string, serve: (path: string, store: MetadataStore) => Promise<string>) {
  const path = join(await temporaryFolder(), 'mlmd.db');
  await copyFile(fileURLToPath(new URL(`../../../fixtures/${fixture}.mlmd`, import.meta.url)), path);
  const file = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => file.close());
  return { file, service: await openService(await serve(path, file), { readOnly: true }) };
}

async function idsOf<K extends NodeKind>(reader: MetadataReader, kind: K): Promise<readonly IdOf[K][]> {
  const order = { field: 'ID', descending: false } as const;
  const [page] = await reader.nodePages(kind, { filter: EVERYTHING, order, page: { limit: 1_000 } });
  return (page?.items ?? []).map(({ value }) => value.id as IdOf[K]);
}
