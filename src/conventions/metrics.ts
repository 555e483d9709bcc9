import { type Artifact, type ArtifactId, INT64_MAX, type Value } from '../mlmd/model.js';
import { attribute } from './artifacts.js';
import { metaValue } from './meta.js';
import type { MetricValue } from './metric-value.js';
import { isJsonMap, JsonNumber, type JsonTree, lineOfTree } from './python-json.js';
import { CONVENTIONS } from './tools.js';

const BOOKKEEPING: ReadonlySet<string> = new Set(CONVENTIONS.flatMap((tool) => tool.bookkeeping));

/** What metrics can have been measured on. Source: the constants of the SDK's Metrics class. */
export type MetricsType = 'TRAINING' | 'VALIDATION' | 'TESTING' | 'PRODUCTION';

/** The text that stands in the store for each. */
export const METRICS_TYPES: Readonly<Record<MetricsType, string>> = {
  TRAINING: 'training',
  VALIDATION: 'validation',
  TESTING: 'testing',
  PRODUCTION: 'production',
};

/** What the metrics were measured on; undefined where the stored text, which is free, is none of the four. */
export function metricsTypeOf(artifact: Artifact): MetricsType | undefined {
  const stored = attribute(artifact, 'metrics_type');
  const known = Object.entries(METRICS_TYPES).find(([, written]) => written === stored);
  return known?.[0] as MetricsType | undefined;
}

/**
 * What was measured, in the order written: what its tool takes for that, as the SDK does its `values`; for other
 * artifacts, their custom properties that are numbers.
 */
export function metricValuesOf(artifact: Artifact): readonly MetricValue[] {
  for (const tool of CONVENTIONS) {
    const measured = tool.metricValuesOf?.(artifact);
    if (measured !== undefined) return measured;
  }
  const values = metaValue(artifact, 'values');
  if (isJsonMap(values)) return [...values].map(([name, tree]) => metricOfTree(name, tree));
  return [...artifact.customProperties].flatMap(([name, stored]) =>
    BOOKKEEPING.has(name) ? [] : metricOfProperty(name, stored),
  );
}

/** The artifact that metrics name as their model. It need not exist: nothing checks it. */
export function referredModelId(metrics: Artifact): ArtifactId | undefined {
  return referredId(metrics, 'model_id');
}

/** The artifact that metrics name as their data set. It need not exist: nothing checks it. */
export function referredDataSetId(metrics: Artifact): ArtifactId | undefined {
  return referredId(metrics, 'data_set_id');
}

/** By the SDK's convention a decimal id as text. */
function referredId(metrics: Artifact, name: string): ArtifactId | undefined {
  const stored = attribute(metrics, name) ?? '';
  if (!/^[1-9]\d{0,18}$/.test(stored)) return undefined;
  const id = BigInt(stored);
  return id <= INT64_MAX ? (id as ArtifactId) : undefined;
}

function metricOfTree(name: string, tree: JsonTree): MetricValue {
  return { name, value: tree instanceof JsonNumber ? Number(tree.text) : undefined, text: lineOfTree(tree) };
}

function metricOfProperty(name: string, stored: Value): readonly MetricValue[] {
  if (stored.type !== 'INT' && stored.type !== 'DOUBLE') return [];
  return [{ name, value: Number(stored.value), text: String(stored.value) }];
}
