import { BinaryReader } from '@bufbuild/protobuf/wire';
import type { Server } from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import { service as health } from 'grpc-health-check';
import { DESCRIPTORS } from '../generated/descriptors.js';

/**
 * Adds `grpc.reflection.v1.ServerReflection`, and its `v1alpha`, to a server: clients such as grpcurl learn from it what
 * MLMD's service and that for health take and give.
 */
export function addReflection(server: Server): void {
  // All that the library reads of a package is its files.
  const mlmd = {
    format: 'Protocol Buffer 3 DescriptorProto' as const,
    type: {},
    fileDescriptorProtos: filesOf(Buffer.from(DESCRIPTORS, 'base64')),
  };
  new ReflectionService({ mlmd, ...(health.Check && { health: health.Check.requestType }) }).addToServer(server);
}

/** The files of a serialized FileDescriptorSet, each still serialized: it has nothing but `repeated file = 1`. */
function filesOf(descriptorSet: Uint8Array): Buffer[] {
  const reader = new BinaryReader(descriptorSet);
  const files: Buffer[] = [];
  while (reader.pos < reader.len) {
    reader.tag();
    files.push(Buffer.from(reader.bytes()));
  }
  return files;
}
