import { join } from 'node:path';
import Database from 'better-sqlite3';
import { temporaryFolder } from './backends.js';

const OWNERS = { Artifact: 'artifact_id', Execution: 'execution_id', Context: 'context_id' } as const;
const TIMES =
  'create_time_since_epoch bigint not null default 0, last_update_time_since_epoch bigint not null default 0';

/**
 * Makes a database as Kubeflow Hub's migrations make it, with a registered model of two versions and an experiment of one
 * run. The table of its migration tool stands beside MLMD's; nothing makes ids that are never used again; a boolean is
 * what its object mapper writes.
 *
 * Source: kubeflow/model-registry, internal/datastore/embedmd/sqlite/migrations, 1 to 21, and internal/db/service.
 *
 * @returns the path of the file, which is gone when the test is over.
 */
export async function hubStore(): Promise<string> {
  const path = join(await temporaryFolder(), 'hub.db');
  const database = new Database(path);
  database.exec(`${TABLES}\n${Object.entries(OWNERS).map(propertyTable).join('\n')}\n${TYPES}\n${ROWS}`).close();
  return path;
}

const TABLES = `
  create table schema_migrations (version uint64, dirty bool);
  create unique index version_unique on schema_migrations (version);
  insert into schema_migrations values (21, 0);
  create table "MLMDEnv" (schema_version integer not null, primary key (schema_version));
  insert into "MLMDEnv" values (10);
  create table "Type" (id integer primary key, name varchar(255) not null, version varchar(255), type_kind integer not null,
    description text, input_type text, output_type text, external_id varchar(255), unique (external_id));
  create table "TypeProperty" (type_id integer not null, name varchar(255) not null, data_type integer,
    primary key (type_id, name));
  create table "ParentType" (type_id integer not null, parent_type_id integer not null, primary key (type_id, parent_type_id));
  create table "Artifact" (id integer primary key, type_id integer not null, uri text, state integer, name varchar(255),
    external_id varchar(255), ${TIMES}, unique (external_id), unique (type_id, name));
  create table "Execution" (id integer primary key, type_id integer not null, last_known_state integer, name varchar(255),
    external_id varchar(255), ${TIMES}, unique (external_id), unique (type_id, name));
  create table "Context" (id integer primary key, type_id integer not null, name varchar(255) not null,
    external_id varchar(255), ${TIMES}, unique (external_id), unique (type_id, name));
  create table "ParentContext" (context_id integer not null, parent_context_id integer not null,
    primary key (context_id, parent_context_id));
  create table "Event" (id integer primary key, artifact_id integer not null, execution_id integer not null,
    type integer not null, milliseconds_since_epoch bigint, unique (artifact_id, execution_id, type));
  create table "EventPath" (event_id integer not null, is_index_step integer not null, step_index integer, step_key text);
  create table "Association" (id integer primary key, context_id integer not null, execution_id integer not null,
    unique (context_id, execution_id));
  create table "Attribution" (id integer primary key, context_id integer not null, artifact_id integer not null,
    unique (context_id, artifact_id));`;

function propertyTable([table, owner]: readonly [string, string]): string {
  return `create table "${table}Property" (${owner} integer not null, name text not null, is_custom_property boolean not null,
    int_value integer, double_value real, string_value text, byte_value blob, proto_value blob, bool_value boolean,
    primary key (${owner}, name, is_custom_property));`;
}

const KINDS = {
  1: ['mlmd.Dataset', 'mlmd.Model', 'mlmd.Metrics', 'mlmd.Statistics'],
  0: ['mlmd.Train', 'mlmd.Transform', 'mlmd.Process', 'mlmd.Evaluate', 'mlmd.Deploy', 'kf.ServeModel'],
  2: [
    'kf.RegisteredModel',
    'kf.ModelVersion',
    'kf.ServingEnvironment',
    'kf.InferenceService',
    'kf.Experiment',
    'kf.ExperimentRun',
  ],
} as const;
const ARTIFACT_TYPES = [
  'kf.DocArtifact',
  'kf.ModelArtifact',
  'kf.MetricHistory',
  'kf.DataSet',
  'kf.Metric',
  'kf.Parameter',
];
const TYPES = [...Object.entries(KINDS), ['1', ARTIFACT_TYPES] as const]
  .flatMap(([kind, names]) => names.map((name) => `insert into "Type" (name, type_kind) values ('${name}', ${kind});`))
  .join('\n');

const typeId = (name: string) => `(select id from "Type" where name = '${name}')`;

/** Names of what belongs to something stand behind its id; a parent is a ParentContext row or an attribution. */
const ROWS = `
  insert into "Context" (id, type_id, name, create_time_since_epoch, last_update_time_since_epoch) values
    (1, ${typeId('kf.RegisteredModel')}, 'fraud', 1700000000000, 1700000000000),
    (2, ${typeId('kf.ModelVersion')}, '1:v1', 1700000001000, 1700000001000),
    (3, ${typeId('kf.ModelVersion')}, '1:v2', 1700000002000, 1700000002000),
    (4, ${typeId('kf.Experiment')}, 'tuning', 1700000003000, 1700000003000),
    (5, ${typeId('kf.ExperimentRun')}, '4:monday', 1700000004000, 1700000004000);
  insert into "ParentContext" values (2, 1), (3, 1), (5, 4);
  insert into "ContextProperty" (context_id, name, is_custom_property, string_value) values
    (1, 'owner', 0, 'ann'), (1, 'language', 0, 'mlmd-struct::ChIKCGxhbmd1YWdlEgYyBAoCGgA='), (2, 'state', 0, 'LIVE');
  insert into "ContextProperty" (context_id, name, is_custom_property, bool_value) values (1, 'checked', 1, true);
  insert into "Artifact" (id, type_id, uri, state, name, create_time_since_epoch, last_update_time_since_epoch) values
    (1, ${typeId('kf.ModelArtifact')}, 's3://fraud/1', 2, '2:onnx', 1700000001000, 1700000001000),
    (2, ${typeId('kf.Metric')}, null, null, '5:accuracy', 1700000004000, 1700000004000),
    (3, ${typeId('kf.DataSet')}, 's3://rows', 2, '5:rows', 1700000004000, 1700000004000);
  insert into "ArtifactProperty" (artifact_id, name, is_custom_property, double_value) values (2, 'value', 0, 0.75);
  insert into "ArtifactProperty" (artifact_id, name, is_custom_property, string_value) values (3, 'digest', 0, 'sha256:1');
  insert into "Attribution" (context_id, artifact_id) values (2, 1), (5, 2), (5, 3);`;
