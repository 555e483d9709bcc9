#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { readInvocation, UsageError } from '../config.js';
import { MetadataError } from '../errors.js';
import { StartError } from './start-error.js';

/** Of this package, as in `0.1.0`. */
function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

async function main(): Promise<void> {
  // A store's URL may hold a password, and whoever lists processes would see it among the arguments.
  process.title = 'mlmd-graphql';
  const version = packageVersion();
  const invocation = readInvocation(process.argv.slice(2), version);
  switch (invocation.kind) {
    case 'PRINT':
      process.stdout.write(invocation.text);
      return;
    case 'SERVE': {
      // Loaded when needed: help and refusals should not wait for a server.
      const { runServe } = await import('./serve.js');
      return runServe(invocation.config, version);
    }
    case 'IMPORT': {
      const { runImport } = await import('./exchange.js');
      return runImport(invocation.config);
    }
    case 'EXPORT': {
      const { runExport } = await import('./exchange.js');
      return runExport(invocation.config);
    }
    case 'ARCHIVE': {
      const { runArchive } = await import('./archive.js');
      return runArchive(invocation.config);
    }
    case 'DOCTOR': {
      const { runDoctor } = await import('./doctor.js');
      process.exitCode = await runDoctor(invocation.config);
      return;
    }
    default:
      invocation satisfies never;
  }
}

/** Says in one line what is wrong and ends with 2 for a command line that cannot be followed, 1 for all else. */
function fail(error: unknown): never {
  const isForeseen = error instanceof UsageError || error instanceof MetadataError || error instanceof StartError;
  // Whatever is not foreseen is a bug, and its report needs the stack.
  const says = isForeseen ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`mlmd-graphql: ${says}\n`);
  const isUsage = error instanceof UsageError || (error instanceof MetadataError && error.code === 'INVALID_ARGUMENT');
  process.exit(isUsage ? 2 : 1);
}

main().catch(fail);
