import type { DoctorConfig } from '../config.js';
import { withoutPassword } from '../config.js';
import { reportJson } from '../doctor/json.js';
import { printReport } from '../doctor/print.js';
import { examine, losesSomething, type Report } from '../doctor/report.js';
import { MetadataError } from '../errors.js';
import { openStore } from '../mlmd/open.js';

/**
 * Examines a store and says on stdout what was found.
 *
 * @returns the exit code: 0, or 1 where something that was recorded is lost from view, or 2 where the store cannot be opened.
 * @throws MetadataError `INVALID_ARGUMENT` where the URL is none, and what a store throws that goes away meanwhile.
 */
export async function runDoctor({ store: url, password, json }: DoctorConfig): Promise<0 | 1 | 2> {
  const report = await reportOn(url, password);
  process.stdout.write(json ? reportJson(report) : printReport(report));
  if (report.served.as === 'NOT') return 2;
  return losesSomething(report) ? 1 : 0;
}

async function reportOn(url: string, password: string | undefined): Promise<Report> {
  const shownAs = withoutPassword(url);
  // It is looked at as it is: nothing is made where there is nothing.
  const store = await openStore(url, { readOnly: true, password }).catch((error: unknown) => {
    if (error instanceof MetadataError && error.code !== 'INVALID_ARGUMENT') return error;
    throw error;
  });
  if (store instanceof MetadataError) {
    return { store: shownAs, served: { as: 'NOT', because: store.message }, found: undefined };
  }
  try {
    return await examine(store, shownAs);
  } finally {
    await store.close();
  }
}
