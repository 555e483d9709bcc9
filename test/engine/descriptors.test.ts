import { execFileSync } from 'node:child_process';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  type DescriptorProto,
  type EnumDescriptorProto,
  EnumValueOptionsSchema,
  type FieldDescriptorProto,
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
} from '@bufbuild/protobuf/wkt';
import { describe, expect, it } from 'vitest';
import { DESCRIPTORS } from '../../src/mlmd/wire/generated/descriptors.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');

/** What makes two .proto files compatible, a line for each fact, sorted. Neither order nor comments count. */
function factsOf(file: FileDescriptorProto): readonly string[] {
  const { name, package: scope, syntax, dependency, messageType, enumType, extension, service } = file;
  return [
    `${name}: package ${scope}, syntax ${syntax || 'proto2'}`,
    ...dependency.map((path) => `${name} imports ${path}`),
    ...messageType.flatMap((message) => messageFacts(message, '')),
    ...enumType.flatMap((type) => enumFacts(type, '')),
    ...extension.map((field) => `extends ${field.extendee}: ${fieldFact(field, '')}`),
    ...service.flatMap(({ name: of, method }) =>
      method.map((rpc) => `${of}.${rpc.name}(${rpc.inputType}) returns (${rpc.outputType})${streams(rpc)}`),
    ),
  ].sort();
}

function streams(rpc: { readonly clientStreaming: boolean; readonly serverStreaming: boolean }): string {
  return rpc.clientStreaming || rpc.serverStreaming ? ', streaming' : '';
}

function messageFacts(message: DescriptorProto, outer: string): readonly string[] {
  const path = `${outer}${message.name}`;
  return [
    `message ${path}${message.options?.mapEntry ? ', map entry' : ''}${message.options?.deprecated ? ', deprecated' : ''}`,
    ...message.field.map((field) => {
      const oneof =
        field.oneofIndex !== undefined && ownOf(field) ? message.oneofDecl[field.oneofIndex]?.name : undefined;
      return `${path}.${fieldFact(field, oneof === undefined ? '' : `, oneof ${oneof}`)}`;
    }),
    ...message.reservedRange.map(({ start, end }) => `${path} reserves ${start} to before ${end}`),
    ...message.extensionRange.map(({ start, end }) => `${path} leaves ${start} to before ${end} to extensions`),
    ...message.nestedType.flatMap((nested) => messageFacts(nested, `${path}.`)),
    ...message.enumType.flatMap((nested) => enumFacts(nested, `${path}.`)),
  ];
}

/** Presence is looked at before the index, which is 0 where there is no oneof. */
function ownOf(field: FieldDescriptorProto): boolean {
  return Object.hasOwn(field, 'oneofIndex');
}

function fieldFact(field: FieldDescriptorProto, oneof: string): string {
  const type = field.typeName || Type[field.type];
  const value = field.defaultValue ? `, default ${field.defaultValue}` : '';
  const options = `${field.options?.packed ? ', packed' : ''}${field.options?.deprecated ? ', deprecated' : ''}`;
  return `${field.name} = ${field.number}: ${Label[field.label]} ${type}${oneof}${value}${options}`;
}

function enumFacts(type: EnumDescriptorProto, outer: string): readonly string[] {
  return type.value.map(({ name, number, options }) => {
    const decoration = options ? `, ${Buffer.from(toBinary(EnumValueOptionsSchema, options)).toString('hex')}` : '';
    return `enum ${outer}${type.name}.${name} = ${number}${decoration}`;
  });
}

describe.skipIf(python === undefined)('our .proto files beside those of the released engine', () => {
  const lines = python === undefined ? [] : readDescriptors(python);
  const engines = lines.map((line) => fromBinary(FileDescriptorProtoSchema, Buffer.from(line, 'base64')));
  const ours = fromBinary(FileDescriptorSetSchema, Buffer.from(DESCRIPTORS, 'base64')).file;

  it.each(engines.map((file) => [file.name, file] as const))('agree field by field on %s', (name, engine) => {
    const facts = factsOf(engine);

    const own = ours.find((file) => file.name === name);

    expect(facts.length).toBeGreaterThan(100);
    expect(own && factsOf(own)).toEqual(facts);
  });
});

function readDescriptors(interpreter: string): readonly string[] {
  const script = new URL('descriptors.py', import.meta.url).pathname;
  return execFileSync(interpreter, ['-W', 'ignore', script], { encoding: 'utf8' }).trim().split('\n');
}
