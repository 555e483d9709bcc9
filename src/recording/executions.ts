import { KUBEFLOW, RESERVED } from '../conventions/index.js';
import { MetadataError } from '../errors.js';
import type { ExecutionInput } from '../generated/resolvers.js';
import { toGlobalId } from '../global-id.js';
import type { Execution, ExecutionId, ExecutionState } from '../mlmd/model.js';
import type { Ref } from '../mlmd/store.js';
import { labelsInput, labelsText } from './labels-input.js';
import { columnIs, firstNode } from './lookup.js';
import { type Place, placeOf, placeProperties } from './place.js';
import { newProperties, propertiesOf } from './properties-input.js';
import type { Recording } from './recording.js';
import { runToWrite } from './runs.js';
import { sdkTime } from './sdk-time.js';
import { optionalKey, optionalText, requiredText } from './validation.js';
import { draftWorkspace, workspaceToWrite } from './workspaces.js';

/** A step to log to: a stored execution, or one that the draft holds. */
export interface StepExecution {
  readonly ref: Ref<ExecutionId>;
  readonly place: Place;
  /** Undefined for a new one. */
  readonly stored: Execution | undefined;
}

/** Properties of an execution that the SDK fills itself. */
export const EXECUTION_FIELDS: ReadonlySet<string> = new Set(['name', 'description', 'create_time']);

/**
 * The execution that an input tells of, with its workspace and run, which are made where absent. An `externalId` that
 * an execution bears already names that execution, and the rest of the input is not looked at again.
 *
 * @param defaultStatus - its status where the input gives none.
 */
export async function executionToWrite(
  recording: Recording,
  input: ExecutionInput,
  at: string,
  defaultStatus: ExecutionState,
): Promise<StepExecution> {
  const externalId = optionalKey(input.externalId, `${at}.externalId`);
  const stored = externalId === undefined ? undefined : await storedExecution(recording, externalId, input, at);
  if (stored !== undefined) {
    return { ref: { id: stored.id }, stored, place: await placeOf(recording.transaction, stored, `${at}.externalId`) };
  }
  const place = await placeToWrite(recording, input, at);
  const ref = await draftExecution(recording, { ...input, externalId }, at, place, input.status ?? defaultStatus);
  return { ref, place, stored: undefined };
}

async function placeToWrite(recording: Recording, input: ExecutionInput, at: string): Promise<Place> {
  const workspace =
    (await workspaceToWrite(recording, input.workspace, `${at}.workspace`)) ??
    (await draftWorkspace(recording, { name: input.workspace.name ?? '' }));
  const run = input.run ? await runToWrite(recording, workspace, input.run, `${at}.run`) : undefined;
  return { workspace, run };
}

/** Puts a new execution into the draft, with the SDK's properties and a member of its workspace and its run. */
async function draftExecution(
  { types, draft, now }: Recording,
  input: ExecutionInput & { readonly externalId: string | undefined },
  at: string,
  place: Place,
  state: ExecutionState,
): Promise<Ref<ExecutionId>> {
  const typeName = input.type ?? KUBEFLOW.execution;
  const ours = typeName === KUBEFLOW.execution;
  const type = ours ? await types.own(typeName) : await types.registered('EXECUTION', typeName, `${at}.type`);
  const given = newProperties(input.properties, type, `${at}.properties`, EXECUTION_FIELDS);
  const labels = labelsInput(input.labels, `${at}.labels`);
  const fields = propertiesOf({
    name: requiredText(input.name, `${at}.name`),
    description: optionalText(input.description, `${at}.description`),
    create_time: ours ? sdkTime(now) : undefined,
  });
  const isDeclared = (name: string) => type.properties.get(name) === 'STRING';
  const ref = draft.addExecution({
    typeId: type.id,
    externalId: input.externalId,
    state,
    properties: new Map([...given.declared, ...[...fields].filter(([name]) => isDeclared(name))]),
    customProperties: new Map([
      ...given.custom,
      ...[...fields].filter(([name]) => !isDeclared(name)),
      ...propertiesOf({
        [RESERVED.labels]: labels === undefined || labels.length === 0 ? undefined : labelsText(labels),
      }),
      ...placeProperties(place),
    ]),
  });
  draft.associate(ref, place.workspace.ref);
  if (place.run?.ref !== undefined) draft.associate(ref, place.run.ref);
  return ref;
}

/** The execution that bears an external id. `ALREADY_EXISTS` for one of another type: it is some other step. */
async function storedExecution(
  { transaction }: Recording,
  externalId: string,
  { type }: ExecutionInput,
  at: string,
): Promise<Execution | undefined> {
  const found = await firstNode(transaction, 'EXECUTION', columnIs('externalId', externalId));
  if (found === undefined || found.typeName === (type ?? KUBEFLOW.execution)) return found;
  const message = `${JSON.stringify(externalId)} names ${toGlobalId(found)}, which is of type ${found.typeName}.`;
  throw new MetadataError('ALREADY_EXISTS', message, { argument: `${at}.externalId` });
}
