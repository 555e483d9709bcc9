import { JsonNumber, type JsonTree, parseJson, toTree } from '../../conventions/index.js';
import { MetadataError } from '../../errors.js';
import { checkText, checkValue } from '../../mlmd/checks/values.js';
import {
  EVENT_TYPES,
  type EventType,
  type Json,
  type NodeKind,
  type Properties,
  type Value,
} from '../../mlmd/model.js';
import type { CmfArtifact, CmfDocument, CmfEvent, CmfExecution, CmfPipeline, CmfStage } from './document.js';
import { JsonAt } from './json-at.js';
import { declaredBy, PIPELINE_TYPE, STAGE_TYPE } from './types.js';

/**
 * The JSON of a document that came as text, or as a value that was read from JSON already.
 *
 * @throws MetadataError `INVALID_ARGUMENT` for text that is not JSON, and for an integer of a value that may have been
 *   another before it was read.
 */
export function documentTree(given: Json): JsonTree {
  if (typeof given !== 'string') {
    refuseInexact(given, '');
    return toTree(given);
  }
  const tree = parseJson(given);
  if (tree === undefined) throw new MetadataError('INVALID_ARGUMENT', 'The document is not JSON.');
  return tree;
}

function refuseInexact(value: Json, path: string): void {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    const message = `${path} is beyond 2^53, where a JSON value is not exact; send the document as text.`;
    throw new MetadataError('INVALID_ARGUMENT', message);
  }
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [name, part] of Object.entries(value)) {
    refuseInexact(part, isList ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`);
  }
}

/**
 * Reads an export document, whole and strictly, so that a bad one is refused before anything is written.
 *
 * A number is an INT where its text is an integer, else a DOUBLE, and `true` and `false` are 1 and 0, as cmflib has it.
 *
 * @throws MetadataError `INVALID_ARGUMENT` that names the place and what was expected there.
 */
export function readDocument(tree: JsonTree): CmfDocument {
  const list = new JsonAt(tree).at('Pipeline');
  const pipelines = list.items();
  if (pipelines.length === 0) throw list.refuse('a list of at least one pipeline');
  return { pipelines: pipelines.map(readPipeline) };
}

function readPipeline(at: JsonAt): CmfPipeline {
  return {
    ...readNode(at, 'CONTEXT', PIPELINE_TYPE),
    name: nameAt(at),
    stages: at.at('stages').items().map(readStage),
  };
}

function readStage(at: JsonAt): CmfStage {
  return {
    ...readNode(at, 'CONTEXT', STAGE_TYPE),
    name: nameAt(at),
    executions: at.at('executions').items().map(readExecution),
  };
}

function readExecution(at: JsonAt): CmfExecution {
  const uuid = at.at('properties').at('Execution_uuid');
  const uuids = uuid
    .text()
    .split(',')
    .map((one) => one.trim());
  if (uuids.includes('')) throw uuid.refuse('UUIDs with a comma between them');
  return {
    ...readNode(at, 'EXECUTION', ''),
    name: checked(at.at('name'), at.at('name').optionalText()),
    uuids,
    events: at.at('events').items().map(readEvent),
  };
}

function readEvent(at: JsonAt): CmfEvent {
  return { type: readEventType(at.at('type')), artifact: readArtifact(at.at('artifact')) };
}

function readEventType(at: JsonAt): EventType {
  const type = at.value instanceof JsonNumber ? EVENT_TYPES[Number(at.value.text)] : undefined;
  if (type === undefined || type === 'UNKNOWN')
    throw at.refuse("the number of an event's type: 3 for input, 4 for output");
  return type;
}

function readArtifact(at: JsonAt): CmfArtifact {
  const type = at.at('type').text();
  return {
    ...readNode(at, 'ARTIFACT', type),
    type,
    name: checked(at.at('name'), at.at('name').optionalText()),
    uri: checked(at.at('uri'), at.at('uri').text()),
  };
}

function readNode(at: JsonAt, kind: NodeKind, typeName: string) {
  const declared = declaredBy(kind, typeName);
  const properties = readProperties(at.at('properties'));
  for (const [name, { type }] of properties) {
    const wanted = declared[name];
    if (wanted === undefined || wanted === type) continue;
    throw at
      .at('properties')
      .at(name)
      .refuse(wanted === 'STRING' ? 'a text' : 'a whole number');
  }
  return {
    properties,
    customProperties: readProperties(at.at('custom_properties')),
    createTimeMs: readTime(at.at('create_time_since_epoch')),
  };
}

function readProperties(at: JsonAt): Properties {
  return new Map(at.members().map(([name, value]) => [checked(value, name), readValue(value)]));
}

function readValue(at: JsonAt): Value {
  const value = toValue(at.value);
  if (value === undefined) throw at.refuse('a number or a text');
  checkValue(at.path, value);
  return value;
}

function toValue(tree: JsonTree | undefined): Value | undefined {
  if (typeof tree === 'string') return { type: 'STRING', value: tree };
  if (typeof tree === 'boolean') return { type: 'INT', value: tree ? 1n : 0n };
  if (!(tree instanceof JsonNumber)) return undefined;
  return /^-?\d+$/.test(tree.text)
    ? { type: 'INT', value: BigInt(tree.text) }
    : { type: 'DOUBLE', value: doubleOf(tree) };
}

/** JavaScript reads all of JSON's numbers, and of Python's additions `NaN`, `Infinity` and `-Infinity`. */
function doubleOf({ text }: JsonNumber): number {
  return Number(text);
}

function readTime(at: JsonAt): bigint | undefined {
  if (at.value === undefined) return undefined;
  const value = toValue(at.value);
  if (value?.type !== 'INT') throw at.refuse('milliseconds since the epoch');
  return value.value;
}

function nameAt(at: JsonAt): string {
  return checked(at.at('name'), at.at('name').text());
}

function checked<T extends string | undefined>(at: JsonAt, text: T): T {
  checkText(at.path, text);
  return text;
}
