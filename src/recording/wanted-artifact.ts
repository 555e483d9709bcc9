import { KUBEFLOW } from '../conventions/index.js';
import type { ArtifactInput, CustomArtifactInput } from '../generated/resolvers.js';
import type { ArtifactPut } from '../mlmd/store.js';
import type { ArtifactIdentity } from './artifact-identity.js';
import { isOwnType } from './kubeflow-types.js';
import { type Place, placeProperties } from './place.js';
import { newProperties } from './properties-input.js';
import type { Recording } from './recording.js';
import { type SdkArtifact, sdkDataSet, sdkMetrics, sdkModel, sdkProperties } from './sdk-artifact.js';
import { badInput, optionalKey } from './validation.js';

/** An artifact that an input describes: what to write should none be found, and what to find it by. */
export interface WantedArtifact {
  readonly put: ArtifactPut;
  readonly typeName: string;
  /** Undefined for what is logged anew each time: metrics, and artifacts of other types. */
  readonly identity: ArtifactIdentity | undefined;
  /** Path of the description in the input. */
  readonly argument: string;
}

/**
 * Reads the description of an artifact: any `ArtifactInput` but one with an id.
 *
 * @param at - path of the input.
 */
export async function wantedArtifact(
  recording: Recording,
  place: Place,
  input: ArtifactInput,
  at: string,
): Promise<WantedArtifact> {
  const { dataSet, model, metrics, custom } = input;
  if (dataSet) {
    const argument = `${at}.dataSet`;
    return sdkArtifact(recording, place, sdkDataSet(recording, dataSet, argument), dataSet.externalId, argument);
  }
  if (model) {
    const argument = `${at}.model`;
    return sdkArtifact(recording, place, sdkModel(recording, model, argument), model.externalId, argument);
  }
  if (metrics) {
    const argument = `${at}.metrics`;
    return sdkArtifact(recording, place, await sdkMetrics(recording, metrics, argument), metrics.externalId, argument);
  }
  if (custom) return customArtifact(recording, place, custom, `${at}.custom`);
  throw badInput('An artifact needs exactly one of id, dataSet, model, metrics and custom.', at);
}

async function sdkArtifact(
  { types }: Recording,
  place: Place,
  artifact: SdkArtifact,
  externalId: string | null | undefined,
  argument: string,
): Promise<WantedArtifact> {
  const type = await types.own(artifact.type);
  const { name, uri, version } = artifact;
  const put = {
    typeId: type.id,
    uri,
    externalId: optionalKey(externalId, `${argument}.externalId`),
    properties: sdkProperties(type, artifact.object),
    customProperties: placeProperties(place),
  };
  const identity = { typeId: type.id, uri, name, version, workspaceName: place.workspace.name };
  return { put, typeName: type.name, identity: type.name === KUBEFLOW.metrics ? undefined : identity, argument };
}

/** An artifact of a type that somebody registered. The SDK's own have more to them than a caller could give here. */
async function customArtifact(
  { types }: Recording,
  place: Place,
  input: CustomArtifactInput,
  argument: string,
): Promise<WantedArtifact> {
  if (isOwnType(input.type)) {
    throw badInput(`Use dataSet, model or metrics for type ${input.type}.`, `${argument}.type`);
  }
  const type = await types.registered('ARTIFACT', input.type, `${argument}.type`);
  const given = newProperties(input.properties, type, `${argument}.properties`);
  const put = {
    typeId: type.id,
    name: optionalKey(input.name, `${argument}.name`),
    uri: optionalKey(input.uri, `${argument}.uri`),
    state: input.state ?? undefined,
    externalId: optionalKey(input.externalId, `${argument}.externalId`),
    properties: given.declared,
    customProperties: new Map([...given.custom, ...placeProperties(place)]),
  };
  return { put, typeName: type.name, identity: undefined, argument };
}
