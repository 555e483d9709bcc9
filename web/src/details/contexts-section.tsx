import { Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { type List, useList } from '../api/use-list.js';
import { type ContextLinkFragment, NodeContextsDocument, type NodeContextsQuery } from '../generated/operations.js';
import { NodeLink } from '../parts/node-link.js';
import { shortTypeName } from '../parts/type-name.js';
import { ListSection } from './section.js';

const contextsOf = ({ node }: NodeContextsQuery) => (node && 'contexts' in node ? node.contexts : undefined);

/** Every context that an artifact or an execution is a member of. */
export function ContextsSection({ id }: { readonly id: string }): ReactElement {
  const list = useList(NodeContextsDocument, { id }, contextsOf, { first: 5 });
  return <ContextList title="Contexts" list={list} empty="It is a member of no context." />;
}

/** Contexts as a part of a page. */
export function ContextList<Data>({
  title,
  list,
  empty,
}: {
  readonly title: string;
  readonly list: List<ContextLinkFragment, Data>;
  readonly empty: string;
}): ReactElement {
  return (
    <ListSection title={title} list={list} empty={empty}>
      {(rows) => (
        <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {rows.map((row) => (
            <Group key={row.id} component="li" fz="sm" gap="sm" wrap="nowrap" justify="space-between">
              <NodeLink to={row} />
              <Text size="xs" c="dimmed" title={row.typeName} style={{ flex: 'none' }}>
                {shortTypeName(row.typeName)}
              </Text>
            </Group>
          ))}
        </Stack>
      )}
    </ListSection>
  );
}
