import Database from 'better-sqlite3';
import { openStore } from '../../src/mlmd/open.js';
import { seedTypes } from './seed.js';

/**
 * Makes a store of so many artifacts that each have three properties and were read by one execution: enough to be met in
 * the middle of something. It has no write-ahead log, as those of the engine have none. Rows are written past our own code,
 * which would take a hundred times as long.
 */
export async function manyRows(path: string, artifacts: number): Promise<void> {
  const store = await openStore(`sqlite:${path}`, { readOnly: false });
  const types = await store.transaction(seedTypes);
  await store.close();
  const database = new Database(path);
  const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${artifacts})`;
  database.pragma('journal_mode = delete');
  database.exec(`begin;
    insert into Execution (id, type_id, name, last_known_state) values (1, ${types.execution}, 'reads them all', 3);
    insert into Artifact (id, type_id, uri, name, create_time_since_epoch, last_update_time_since_epoch)
      ${numbers} select i, ${types.artifact}, 's3://rows/' || i, 'rows ' || i, 1000 + i, 1000 + i from n;
    insert into ArtifactProperty (artifact_id, name, is_custom_property, string_value)
      ${numbers} select i, 'owner', 1, 'owner ' || (i % 7) from n;
    insert into ArtifactProperty (artifact_id, name, is_custom_property, int_value)
      ${numbers} select i, 'rows', 1, i * 1000000000000 from n;
    insert into ArtifactProperty (artifact_id, name, is_custom_property, double_value)
      ${numbers} select i, 'share', 1, i / 7.0 from n;
    insert into Event (artifact_id, execution_id, type, milliseconds_since_epoch) ${numbers} select i, 1, 3, i from n;
    commit`);
  database.close();
}
