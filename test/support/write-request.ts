import * as messages from '../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store_service.js';
import { type RequestOf, RPCS } from '../../src/mlmd/wire/rpc.js';
import type { WriteRpc } from '../../src/mlmd/wire/server/handlers.js';

const REQUESTS: { readonly [R in WriteRpc]: { fromJSON(json: unknown): RequestOf<R> } } = {
  putArtifactType: messages.PutArtifactTypeRequest,
  putExecutionType: messages.PutExecutionTypeRequest,
  putContextType: messages.PutContextTypeRequest,
  putTypes: messages.PutTypesRequest,
  putArtifacts: messages.PutArtifactsRequest,
  putExecutions: messages.PutExecutionsRequest,
  putContexts: messages.PutContextsRequest,
  putEvents: messages.PutEventsRequest,
  putAttributionsAndAssociations: messages.PutAttributionsAndAssociationsRequest,
  putParentContexts: messages.PutParentContextsRequest,
  putExecution: messages.PutExecutionRequest,
  putLineageSubgraph: messages.PutLineageSubgraphRequest,
};

/**
 * The message of a request as it comes off the wire.
 *
 * @param json - proto JSON. Numbers of enums may be ones that there are not, and `updateMask` is the list of its paths.
 */
export function messageOf<R extends WriteRpc>(rpc: R, json: object): RequestOf<R> {
  const { updateMask, ...rest } = json as { readonly updateMask?: readonly string[] };
  const message = { ...REQUESTS[rpc].fromJSON(rest), ...(updateMask && { updateMask }) } as RequestOf<R>;
  const { requestSerialize, requestDeserialize } = RPCS[rpc] as unknown as {
    readonly requestSerialize: (message: RequestOf<R>) => Buffer;
    readonly requestDeserialize: (bytes: Buffer) => RequestOf<R>;
  };
  return requestDeserialize(requestSerialize(message));
}
