import fc from 'fast-check';

// A run of the suite is the same twice, so that what fails is what changed. Fresh inputs are looked for on purpose:
// MLMD_SEED=<any other number> npx vitest run <the file>
fc.configureGlobal({ seed: Number(process.env.MLMD_SEED || 20_261_122) });
