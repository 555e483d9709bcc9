import { pino } from 'pino';
import type { DoctorConfig } from '../config.js';
import { withoutPassword } from '../config.js';
import { isAnothersOwn } from '../conventions/index.js';
import { reportJson } from '../doctor/json.js';
import { printReport } from '../doctor/print.js';
import { examine, losesSomething, type Report, type Served } from '../doctor/report.js';
import { MetadataError } from '../errors.js';
import { openStore } from '../mlmd/open.js';

/**
 * Examines a store and says on stdout what was found.
 *
 * @returns the exit code: 0, or 1 where something that was recorded is lost from view, or 2 where the store cannot be opened.
 * @throws MetadataError `INVALID_ARGUMENT` where the URL is none, and what a store throws that goes away meanwhile.
 */
export async function runDoctor(config: DoctorConfig): Promise<0 | 1 | 2> {
  const report = await reportOn(config);
  process.stdout.write(config.json ? reportJson(report) : printReport(report));
  if (report.served.as === 'NOT') return 2;
  return losesSomething(report) ? 1 : 0;
}

async function reportOn(config: DoctorConfig): Promise<Report> {
  const shownAs = withoutPassword(config.store);
  // It is looked at as it is: nothing is made where there is nothing.
  const store = await unlessRefused(() => openStore(config.store, { readOnly: true, password: config.password }));
  if (store instanceof MetadataError) {
    return { store: shownAs, served: { as: 'NOT', because: store.message }, found: undefined };
  }
  try {
    return { store: shownAs, served: await servedAs(config), found: await examine(store) };
  } finally {
    await store.close();
  }
}

/** How a store that is there would be served without flags: it is opened as for that, and closed with nothing written. */
async function servedAs({ store: url, password }: DoctorConfig): Promise<Served> {
  const reasons: string[] = [];
  const log = pino(
    { level: 'warn' },
    { write: (line) => reasons.push((JSON.parse(line) as { readonly msg: string }).msg) },
  );
  const store = await unlessRefused(() =>
    openStore(url, { readOnly: false, leaveAlone: isAnothersOwn, password, log }),
  );
  if (store instanceof MetadataError) return { as: 'READ_ONLY', because: store.message };
  try {
    const { readOnly } = await store.describe();
    if (readOnly) return { as: 'READ_ONLY', because: reasons.map(withoutVerdict).join('; ') };
    // It takes the lock that every write takes, which is where a database refuses a user who may not write.
    const refusal = await unlessRefused(() => store.transaction(async () => undefined));
    const mayNot = refusal?.code === 'FAILED_PRECONDITION' || refusal?.code === 'PERMISSION_DENIED';
    return mayNot ? { as: 'READ_ONLY', because: refusal.message } : { as: 'READ_WRITE' };
  } finally {
    await store.close();
  }
}

/** The log says what is done and why; here the first is known. */
function withoutVerdict(message: string): string {
  return message.replace(/^reading the store only, as /, '');
}

async function unlessRefused<T>(open: () => Promise<T>): Promise<T | MetadataError> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof MetadataError && error.code !== 'INVALID_ARGUMENT') return error;
    throw error;
  }
}
