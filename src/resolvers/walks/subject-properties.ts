import { hyperparametersOf, RESERVED } from '../../conventions/index.js';
import type { Subject } from '../../lineage/compare.js';
import type { Artifact, Context, Execution, Json, JsonObject, Value } from '../../mlmd/model.js';
import { propertiesOf } from '../Property.js';

/** Properties that tell where a node belongs, or repeat the others: they are part of no comparison. */
const BOOKKEEPING: ReadonlySet<string> = new Set(Object.values(RESERVED));

/**
 * The properties of a node under a name that its like among the other subjects goes by too; with them the hyperparameters
 * of a model, which the SDK keeps inside of `__ALL_META__`.
 */
export function comparableProperties(label: string, node: Artifact | Execution | Context): Subject['properties'] {
  const properties = propertiesOf(node).filter(({ name }) => !BOOKKEEPING.has(name));
  return [
    ...properties.map(({ name, stored }) => ({ node: label, name, value: stored })),
    ...(node.kind === 'ARTIFACT' ? hyperparameters(label, node) : []),
  ];
}

function hyperparameters(label: string, model: Artifact): Subject['properties'] {
  const all = hyperparametersOf(model);
  if (all === undefined || !isObject(all)) return [];
  return Object.entries(all).map(([name, value]) => ({
    node: label,
    name: `hyperparameters.${name}`,
    value: toValue(value),
  }));
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is neither a number, a text nor a flag is compared by its JSON text. */
function toValue(value: Json): Value {
  if (typeof value === 'number') return { type: 'DOUBLE', value };
  if (typeof value === 'boolean') return { type: 'BOOLEAN', value };
  return { type: 'STRING', value: typeof value === 'string' ? value : JSON.stringify(value) };
}
