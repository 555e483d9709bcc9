import { MetadataError } from '../errors.js';
import type { ArtifactInput } from '../generated/resolvers.js';
import { toGlobalId } from '../global-id.js';
import type { Artifact, ArtifactId } from '../mlmd/model.js';
import type { ArtifactPut, Ref } from '../mlmd/store.js';
import { artifactWith, identityKey } from './artifact-identity.js';
import { artifactOf, columnIs, firstNode } from './lookup.js';
import type { Place } from './place.js';
import type { Recording } from './recording.js';
import type { RepeatedArtifacts } from './repeated-artifacts.js';
import { unchangedArtifact } from './unchanged.js';
import { type WantedArtifact, wantedArtifact } from './wanted-artifact.js';

/** An artifact to log: found, or put into the draft. */
export interface ShelvedArtifact {
  readonly ref: Ref<ArtifactId>;
  readonly created: boolean;
}

/** An artifact that this mutation has met, as it will stand in the store. */
interface Known {
  readonly ref: Ref<ArtifactId>;
  readonly put: ArtifactPut;
  readonly typeName: string | undefined;
}

/**
 * The artifacts of one step: finds those that exist, and puts the others into the draft, in the place given. What has an
 * identity is one artifact however often the step mentions it.
 */
export class ArtifactShelf {
  readonly #recording: Recording;
  readonly #place: Place;
  /** What this step has mentioned so far, by each of the keys that it may be found by again. */
  readonly #known = new Map<string, Known>();

  constructor(recording: Recording, place: Place) {
    this.#recording = recording;
    this.#place = place;
  }

  /**
   * The artifact that an input names or describes.
   *
   * It is looked for by its external id, then by what makes data sets and models equal, then among `repeated`. An
   * external id names an artifact once and for all: the rest of a description that bears it is not compared.
   *
   * @param repeated - what the same step logged when it was sent before.
   * @throws MetadataError `ALREADY_EXISTS` where the external id names an artifact of another type, where the equal
   *   artifact goes by another external id, and where the MLMD name is another artifact's.
   */
  async take(input: ArtifactInput, at: string, repeated?: RepeatedArtifacts): Promise<ShelvedArtifact> {
    const taken =
      typeof input.id === 'string' ? await this.#byId(input.id, at) : await this.#described(input, at, repeated);
    const { draft } = this.#recording;
    const { workspace, run } = this.#place;
    if (taken.created) draft.attribute(taken.ref, workspace.ref);
    if (run?.ref !== undefined) draft.attribute(taken.ref, run.ref);
    return taken;
  }

  async #byId(id: string, at: string): Promise<ShelvedArtifact> {
    const found = await artifactOf(this.#recording.transaction, id, `${at}.id`);
    return { ref: { id: found.id }, created: false };
  }

  async #described(input: ArtifactInput, at: string, repeated?: RepeatedArtifacts): Promise<ShelvedArtifact> {
    const wanted = await wantedArtifact(this.#recording, this.#place, input, at);
    const found = (await this.#named(wanted)) ?? (await this.#equal(wanted)) ?? (await repeated?.take(wanted.put));
    if (found !== undefined) return { ref: found.ref, created: false };
    await this.#refuseTakenName(wanted);
    const { put, typeName } = wanted;
    const added = { ref: this.#recording.draft.addArtifact(put), put, typeName };
    for (const key of keysOf(wanted)) this.#known.set(key, added);
    return { ref: added.ref, created: true };
  }

  /** What the external id names. */
  async #named({ put, typeName, argument }: WantedArtifact): Promise<Known | undefined> {
    const { externalId } = put;
    if (externalId === undefined) return undefined;
    const found =
      this.#known.get(externalKey(externalId)) ??
      asKnown(await firstNode(this.#recording.transaction, 'ARTIFACT', columnIs('externalId', externalId)));
    if (found === undefined || found.typeName === typeName) return found;
    const message = `${JSON.stringify(externalId)} names an artifact of type ${found.typeName}, not ${typeName}.`;
    throw new MetadataError('ALREADY_EXISTS', message, { argument: `${argument}.externalId` });
  }

  /** The equal artifact; it takes on an external id that is new to it, as that would name nothing otherwise. */
  async #equal(wanted: WantedArtifact): Promise<Known | undefined> {
    const { identity, argument } = wanted;
    if (identity === undefined) return undefined;
    const found =
      this.#known.get(identityKey(identity)) ?? asKnown(await artifactWith(this.#recording.transaction, identity));
    const { externalId } = wanted.put;
    if (found === undefined || externalId === undefined) return found;
    if (found.put.externalId !== undefined) {
      const message = `The equal artifact has the external id ${JSON.stringify(found.put.externalId)} already.`;
      throw new MetadataError('ALREADY_EXISTS', message, { argument: `${argument}.externalId` });
    }
    const named = { ...found, put: { ...found.put, externalId } };
    this.#recording.draft.setArtifact(named.ref, named.put);
    for (const key of keysOf(wanted)) this.#known.set(key, named);
    return named;
  }

  /** MLMD's names are unique within a type. */
  async #refuseTakenName(wanted: WantedArtifact): Promise<void> {
    const { typeId, name } = wanted.put;
    if (name === undefined) return;
    const filter = { op: 'AND', of: [{ op: 'TYPE_ID', in: [typeId] }, columnIs('name', name)] } as const;
    const stored = await firstNode(this.#recording.transaction, 'ARTIFACT', filter);
    if (stored === undefined && !this.#known.has(nameKey(wanted))) return;
    const owner = stored === undefined ? 'another artifact of this step' : toGlobalId(stored);
    const message = `Name ${JSON.stringify(name)} of type ${wanted.typeName} is taken by ${owner}; log that by its id.`;
    throw new MetadataError('ALREADY_EXISTS', message, { argument: `${wanted.argument}.name` });
  }
}

function asKnown(stored: Artifact | undefined): Known | undefined {
  if (stored === undefined) return undefined;
  return { ref: { id: stored.id }, put: unchangedArtifact(stored), typeName: stored.typeName };
}

function keysOf(wanted: WantedArtifact): readonly string[] {
  const { put, identity } = wanted;
  return [
    ...(put.externalId === undefined ? [] : [externalKey(put.externalId)]),
    ...(identity === undefined ? [] : [identityKey(identity)]),
    ...(put.name === undefined ? [] : [nameKey(wanted)]),
  ];
}

function externalKey(externalId: string): string {
  return `external id ${externalId}`;
}

function nameKey({ put }: WantedArtifact): string {
  return `name ${put.typeId} ${put.name}`;
}
