import { type JsonMap, JsonNumber, type JsonTree } from '../../conventions/index.js';
import { type Artifact, type Context, EVENT_TYPES, type Event, type Execution, type Value } from '../../mlmd/model.js';

/** An event of an execution and its artifact. */
export interface ExportedEvent {
  readonly event: Event;
  readonly artifact: Artifact;
}

/** A pipeline or a stage as CMF writes it, without what lies in it. */
export function contextTree(context: Context): JsonMap {
  return nodeTree(context, [['name', context.name]]);
}

/** An execution with its events; one without a name bears an empty one, as CMF writes it. */
export function executionTree(execution: Execution, events: readonly ExportedEvent[]): JsonMap {
  return new Map([...nodeTree(execution, [['name', execution.name ?? '']]), ['events', events.map(eventTree)]]);
}

function eventTree({ event, artifact }: ExportedEvent): JsonTree {
  const { name, uri } = artifact;
  const texts = [['name', name] as const, ['uri', uri] as const].flatMap(([key, text]) =>
    text === undefined ? [] : [[key, text] as const],
  );
  return new Map<string, JsonTree>([
    ['type', integer(EVENT_TYPES.indexOf(event.type))],
    ['artifact', nodeTree(artifact, texts)],
  ]);
}

/** @see _get_node_attributes in cmfquery.py: what is not set is left out. */
function nodeTree(
  node: Artifact | Execution | Context,
  texts: readonly (readonly [key: string, text: string])[],
): JsonMap {
  return new Map<string, JsonTree>([
    ['id', integer(node.id)],
    ...(node.typeName === undefined ? [] : [['type', node.typeName] as const]),
    ['type_id', integer(node.typeId)],
    ...texts,
    ['properties', propertiesTree([...node.properties])],
    ['custom_properties', propertiesTree([...node.customProperties].map(([name, value]) => [renamed(name), value]))],
    ['create_time_since_epoch', integer(node.createTimeMs)],
    ['last_update_time_since_epoch', integer(node.updateTimeMs)],
  ]);
}

function renamed(name: string): string {
  return name === 'type' ? 'user_type' : name;
}

function propertiesTree(properties: readonly (readonly [name: string, value: Value])[]): JsonTree {
  return new Map(
    properties.flatMap(([name, value]) => {
      const tree = valueTree(value);
      return tree === undefined ? [] : [[name, tree] as const];
    }),
  );
}

/** CMF writes three types of values. It would show any other as 0.0, which is not true; here it is left out. */
function valueTree(value: Value): JsonTree | undefined {
  switch (value.type) {
    case 'STRING':
      return value.value;
    case 'INT':
      return integer(value.value);
    case 'DOUBLE':
      return double(value.value);
    case 'BOOLEAN':
    case 'STRUCT':
    case 'PROTO':
      return undefined;
    default:
      return value satisfies never;
  }
}

function integer(value: bigint | number): JsonNumber {
  return new JsonNumber(String(value));
}

/** JavaScript does not write the point of a whole number, by which a reader tells it from an integer. */
function double(value: number): JsonNumber {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return new JsonNumber(/^-?\d+$/.test(text) ? `${text}.0` : text);
}
