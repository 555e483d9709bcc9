import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const OPEN = resolve('dist/mlmd/open.js');

/**
 * Opens a store in a process of its own that is not root, to whom permissions do not apply. Such a test needs to be root,
 * to become somebody else, or not to be root in the first place.
 *
 * @returns what it says: the count of artifacts, or the code and message of the error.
 */
export function openAsNobody(url: string, options: { readonly readOnly: boolean }): string {
  const script = `
    const { openStore } = await import(${JSON.stringify(OPEN)});
    try {
      const store = await openStore(${JSON.stringify(url)}, ${JSON.stringify(options)});
      const [count] = await store.nodeCounts('ARTIFACT', { op: 'AND', of: [] });
      await store.close();
      console.log(count + ' artifacts');
    } catch (error) {
      console.log(error.code + ': ' + error.message);
    }`;
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    ...nobody,
  });
  return stdout.trim() || stderr.trim();
}
