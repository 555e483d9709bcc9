import type { LogExecutionInput, StepArtifactInput } from '../generated/resolvers.js';
import type { ArtifactId, ExecutionId } from '../mlmd/model.js';
import { ArtifactShelf, type ShelvedArtifact } from './artifact-shelf.js';
import { eventPath } from './event-path.js';
import { executionToWrite, type StepExecution } from './executions.js';
import { type Recording, type RecordingOptions, type RecordingStore, record } from './recording.js';
import { RepeatedArtifacts } from './repeated-artifacts.js';
import { badInput } from './validation.js';

/** Most artifacts of one step: it is one transaction, for which all other writers wait. */
const MAX_ARTIFACTS = 1_000;

/** An artifact of a step, and whether the step made it. */
export interface LoggedArtifact {
  readonly artifactId: ArtifactId;
  readonly created: boolean;
}

/** A whole step as it is stored; the lists are in the order of the input. */
export interface LoggedExecution {
  readonly executionId: ExecutionId;
  readonly created: boolean;
  readonly inputs: readonly LoggedArtifact[];
  readonly outputs: readonly LoggedArtifact[];
}

/**
 * Logs a whole step: the execution (COMPLETE where the input gives no status), its workspace and run where they are
 * absent, what it read and what it wrote. Sent again with the execution's external id, it leaves one of each: metrics
 * and artifacts of other types, which have no identity, are then found among those that the execution has logged.
 */
export function logExecution(
  store: RecordingStore,
  input: LogExecutionInput,
  options: RecordingOptions,
): Promise<LoggedExecution> {
  return record(store, options, async (recording) => {
    refuseTooMany(input);
    const step = await executionToWrite(recording, input.execution, 'input.execution', 'COMPLETE');
    const shelf = new ArtifactShelf(recording, step.place);
    const inputs = await takeAll(recording, step, shelf, input.inputs, 'INPUT');
    const outputs = await takeAll(recording, step, shelf, input.outputs, 'OUTPUT');
    const written = await recording.draft.write(recording.transaction);
    const logged = ({ ref, created }: ShelvedArtifact) => ({ artifactId: written.artifact(ref), created });
    return {
      executionId: written.execution(step.ref),
      created: step.stored === undefined,
      inputs: inputs.map(logged),
      outputs: outputs.map(logged),
    };
  });
}

function refuseTooMany({ inputs, outputs }: LogExecutionInput): void {
  const count = inputs.length + outputs.length;
  if (count <= MAX_ARTIFACTS) return;
  const argument = inputs.length > MAX_ARTIFACTS ? 'input.inputs' : 'input.outputs';
  const message = `A step has at most ${MAX_ARTIFACTS} artifacts, and ${count} are given; logInput and logOutput add more.`;
  throw badInput(message, argument);
}

async function takeAll(
  { transaction, draft }: Recording,
  { ref, stored }: StepExecution,
  shelf: ArtifactShelf,
  artifacts: readonly StepArtifactInput[],
  direction: 'INPUT' | 'OUTPUT',
): Promise<readonly ShelvedArtifact[]> {
  const at = direction === 'INPUT' ? 'input.inputs' : 'input.outputs';
  const repeated = stored === undefined ? undefined : new RepeatedArtifacts(transaction, stored.id, direction);
  const taken: ShelvedArtifact[] = [];
  for (const [index, { artifact, path }] of artifacts.entries()) {
    const shelved = await shelf.take(artifact, `${at}.${index}.artifact`, repeated);
    draft.addEvent(shelved.ref, ref, direction, eventPath(path, `${at}.${index}.path`));
    taken.push(shelved);
  }
  return taken;
}
