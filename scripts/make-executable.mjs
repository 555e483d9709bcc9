// tsc writes the command without its execute bit, and `npm exec` in a checkout then fails with "Permission denied".
import { chmodSync } from 'node:fs';

for (const file of process.argv.slice(2)) chmodSync(file, 0o755);
