import { useCallback } from 'react';
import { useAsk } from '../api/use-ask.js';
import { NamesOfDocument } from '../generated/operations.js';

/** Names workspaces and runs by their ids; an id that is not known, or not yet, stands for itself. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const { data } = useAsk(NamesOfDocument, { ids: [...ids] }, { enabled: ids.length > 0 });
  const nodes = data?.data.nodes;
  return useCallback(
    (id) => {
      const node = nodes?.find((one) => one?.id === id);
      if (node && 'name' in node) return node.name;
      if (node && 'displayName' in node) return node.displayName;
      return id.slice(id.indexOf(':') + 1);
    },
    [nodes],
  );
}
