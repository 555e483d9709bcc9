import { fromBinary } from '@bufbuild/protobuf';
import { BinaryReader } from '@bufbuild/protobuf/wire';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import { describe, expect, it } from 'vitest';
import { clientOf, openStream, startServer } from './support/grpc.js';

/** The members of a message of which all are strings, bytes or messages, by number. */
function members(message: Uint8Array, wanted: number): readonly Uint8Array[] {
  const reader = new BinaryReader(message);
  const found: Uint8Array[] = [];
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    if (number === wanted) found.push(reader.bytes());
    else reader.skip(wireType, number);
  }
  return found;
}

/** The members of the answer that are wanted. */
async function reflect(version: string, [asks, text]: readonly [number, string], wanted: number) {
  const { address } = await startServer();
  const request = Buffer.concat([Buffer.from([(asks << 3) | 2, text.length]), Buffer.from(text)]);
  const path = `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`;
  const answer = await openStream(clientOf(address), path, request).next();
  return members(answer ?? new Uint8Array(), wanted).flatMap((list) => members(list, 1));
}

async function filesOf(version: string, asks: readonly [number, string]) {
  return (await reflect(version, asks, FILES)).map((bytes) => fromBinary(FileDescriptorProtoSchema, bytes));
}

const [FILE_BY_NAME, FILE_CONTAINING_SYMBOL, LIST_SERVICES] = [3, 4, 7] as const;
const [FILES, SERVICES] = [4, 6] as const;

describe.each(['v1', 'v1alpha'])('reflection %s', (version) => {
  it('lists the services', async () => {
    const services = await reflect(version, [LIST_SERVICES, '*'], SERVICES);

    const names = services.flatMap((service) => members(service, 1)).map((name) => Buffer.from(name).toString());
    expect(names.sort()).toEqual(['grpc.health.v1.Health', 'ml_metadata.MetadataStoreService']);
  });

  it("gives the files of MLMD's service, with every call, and those that they import by name", async () => {
    const files = await filesOf(version, [FILE_CONTAINING_SYMBOL, 'ml_metadata.MetadataStoreService']);

    expect(files[0]).toMatchObject({ name: 'ml_metadata/proto/metadata_store_service.proto', syntax: '' });
    expect(files[0]?.service.map(({ name, method }) => [name, method.length])).toEqual([['MetadataStoreService', 52]]);
    const imported = [...new Set(files.flatMap(({ dependency }) => dependency))].sort();
    expect(imported).toEqual([
      'google/protobuf/any.proto',
      'google/protobuf/descriptor.proto',
      'google/protobuf/field_mask.proto',
      'google/protobuf/struct.proto',
      'ml_metadata/proto/metadata_store.proto',
    ]);
    for (const name of imported) {
      expect((await filesOf(version, [FILE_BY_NAME, name])).map((file) => file.name)).toContain(name);
    }
  });
});
