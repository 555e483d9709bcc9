import { BinaryReader } from '@bufbuild/protobuf/wire';

/**
 * The numbers of the fields of a message, in the order in which they are written; what is in them is not looked at.
 *
 * @throws an Error if the bytes are no message. The generated code takes some such bytes for an empty one.
 */
export function fieldNumbers(bytes: Uint8Array): readonly number[] {
  const reader = new BinaryReader(bytes);
  const numbers: number[] = [];
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    reader.skip(type, number);
    numbers.push(number);
  }
  return numbers;
}
