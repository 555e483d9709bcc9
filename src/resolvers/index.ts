import { Artifact } from './Artifact.js';
import { Completeness } from './Completeness.js';
import { Context } from './Context.js';
import type { CompleteResolvers } from './complete-resolvers.js';
import { DataSet } from './DataSet.js';
import { DateTime } from './DateTime.js';
import { Execution } from './Execution.js';
import { GenericArtifact } from './GenericArtifact.js';
import { Int64 } from './Int64.js';
import { JSONScalar } from './JSON.js';
import { Lineage } from './Lineage.js';
import { LineageEdge } from './LineageEdge.js';
import { LineageEntry } from './LineageEntry.js';
import { LineageNode } from './LineageNode.js';
import { LineagePath } from './LineagePath.js';
import { Metrics } from './Metrics.js';
import { MetricValue } from './MetricValue.js';
import { Model } from './Model.js';
import { Mutation } from './Mutation.js';
import { Node } from './Node.js';
import { Parameter } from './Parameter.js';
import { Property } from './Property.js';
import { Query } from './Query.js';
import { Run } from './Run.js';
import { TypeDefinition } from './TypeDefinition.js';
import { Workspace } from './Workspace.js';

/** The resolvers of the schema, by type. Types that are not here resolve by themselves. */
export const resolvers: CompleteResolvers = {
  Artifact,
  Completeness,
  Context,
  DataSet,
  DateTime,
  Execution,
  GenericArtifact,
  Int64,
  JSON: JSONScalar,
  Lineage,
  LineageEdge,
  LineageEntry,
  LineageNode,
  LineagePath,
  Metrics,
  MetricValue,
  Model,
  Mutation,
  Node,
  Parameter,
  Property,
  Query,
  Run,
  TypeDefinition,
  Workspace,
};
