import { spawnSync } from 'node:child_process';

/**
 * A Python that has all of these modules: the one that MLMD_PYTHON names, else `python3`.
 *
 * @returns undefined, after saying so, where there is none; where CI is set it must be there.
 */
export function pythonWith(...modules: readonly string[]): string | undefined {
  return findPython('MLMD_PYTHON', modules);
}

/** The Python that has CMF, which pins an engine of its own: the one that MLMD_CMF_PYTHON names. Else as {@link pythonWith}. */
export function pythonWithCmf(): string | undefined {
  return findPython('MLMD_CMF_PYTHON', ['cmflib']);
}

function findPython(variable: string, modules: readonly string[]): string | undefined {
  const python = process.env[variable] || 'python3';
  const found = spawnSync(python, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' }).status === 0;
  if (found) return python;
  const reason = `${python} has no ${modules.join(', ')}; set ${variable} to one that has`;
  if (process.env.CI) throw new Error(reason);
  console.warn(`skipped: ${reason}`);
  return undefined;
}
