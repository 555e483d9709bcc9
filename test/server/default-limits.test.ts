import { readFileSync } from 'node:fs';
import { buildSchema, type FragmentDefinitionNode, getIntrospectionQuery, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureOperation } from '../../src/server/operation-size.js';
import { createPageSizeOf } from '../../src/server/page-size.js';
import { STORY } from '../../src/server/story.js';
import { DEFAULT_LIMITS } from './support/limits.js';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));

function measure(text: string) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const pageSizeOf = createPageSizeOf(schema, DEFAULT_LIMITS);
  return measureOperation(operation, { schema, pageSizeOf, fragments, variables: {} });
}

function withinLimits(text: string): void {
  const { depth, aliases, breadth, cost } = measure(text);

  expect(depth).toBeLessThanOrEqual(DEFAULT_LIMITS.maxDepth);
  expect(aliases).toBeLessThanOrEqual(DEFAULT_LIMITS.maxAliases);
  expect(breadth).toBeLessThanOrEqual(DEFAULT_LIMITS.maxBreadth);
  expect(cost).toBeLessThanOrEqual(DEFAULT_LIMITS.maxCost);
}

const NODE_FIELDS = `
  __typename id mlmdId typeName name displayName externalId createdAt updatedAt
  workspace { id name }
  run { id name }
  properties { name custom type value text }
  labels { name value }
`;

describe('the default limits leave room for', () => {
  it('25 workspaces with 25 runs with 50 executions each, and ten fields of every one', () => {
    withinLimits(`{
      workspaces(first: 25) { nodes {
        id name mlmdId typeName description createdAt origin
        runs(first: 25) { nodes {
          id name displayName description origin mlmdId createdAt status startedAt finishedAt
          executions(first: 50) { nodes {
            id name displayName mlmdId typeName createdAt updatedAt status startedAt finishedAt
          } }
        } }
      } }
    }`);
  });

  it('a lineage of 1,000 nodes with all that can be said of them', () => {
    withinLimits(`{
      lineage(of: ["artifact:1"], input: { maxNodes: 1000 }) {
        roots { id }
        entries {
          distance side upstreamDegree downstreamDegree expanded
          node {
            ${NODE_FIELDS}
            ... on Artifact { uri state description owner version }
            ... on Model { modelType trainingFramework { name version } hyperparameters }
            ... on Metrics { metricsType values { name value text } }
            ... on Execution { status startedAt finishedAt }
          }
        }
        edges { source target type path occurredAt }
        counts { typeName count }
        completeness { complete reasons frontier(first: 25) { totalCount nodes { id } } }
      }
    }`);
  });

  it('the largest lineage', () => {
    withinLimits(`{
      lineage(of: ["artifact:1"], input: { maxNodes: ${DEFAULT_LIMITS.maxNodes} }) {
        entries { distance node { id displayName typeName } }
        edges { source target type }
        completeness { complete reasons frontier { nodes { id } } }
      }
    }`);
  });

  it('the largest page of models with what each has learned from', () => {
    withinLimits(`{
      artifacts(first: ${DEFAULT_LIMITS.maxPageSize}, filter: { kind: [MODEL] }) { nodes {
        ${NODE_FIELDS}
        producedBy(first: 5) { nodes { id inputs(first: 20) { nodes { id displayName } } } }
        ... on Model { dataSets(first: 10) { edges { distance node { id } witness { nodes { id } } } } }
      } }
    }`);
  });

  it("the explorers' questions for the schema", () => {
    withinLimits(getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, inputValueDeprecation: true }));
  });

  it.each(STORY)('the story: $query', ({ query }) => withinLimits(query));
});

describe('the default limits refuse', () => {
  it('a tree of lineage, whose answer grows with every level', () => {
    const { breadth } = measure(
      '{ artifacts { nodes { consumedBy { nodes { outputs { nodes { consumedBy { nodes { id } } } } } } } } }',
    );

    expect(breadth).toBeGreaterThan(DEFAULT_LIMITS.maxBreadth);
  });

  it('a walk for each node of a walk', () => {
    const { breadth } = measure(
      '{ lineage(of: ["artifact:1"]) { entries { node { lineage { entries { distance } } } } } }',
    );

    expect(breadth).toBeGreaterThan(DEFAULT_LIMITS.maxBreadth);
  });
});
