import { ActionIcon, Button, CloseButton, Group, Loader, Paper, Text } from '@mantine/core';
import { IconArrowsExchange, IconRoute } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { CutOff } from '../generated/operations.js';
import type { KnownGraph } from './model/graph.js';
import type { View } from './model/view.js';
import type { PathAnswer } from './use-path.js';
import type { ChangeView } from './use-view.js';

/** The two ends of the path that is marked, and what was found between them. Nothing where no end is chosen. */
export function PathBar({
  graph,
  view: { pathFrom, pathTo },
  change,
  path,
}: {
  readonly graph: KnownGraph;
  readonly view: Pick<View, 'pathFrom' | 'pathTo'>;
  readonly change: ChangeView;
  readonly path: PathAnswer;
}): ReactElement | null {
  if (pathFrom === undefined && pathTo === undefined) return null;
  const name = (id: string | undefined) =>
    id === undefined ? '…' : (graph.nodes.get(id)?.label ?? path.names.get(id) ?? id);
  return (
    <Paper component="section" aria-label="Path" withBorder px="xs" py={6} radius="md" shadow="sm">
      <Group gap="xs" wrap="nowrap">
        <IconRoute size={18} aria-hidden style={{ flex: 'none' }} />
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text size="sm" fw={600} truncate title={`${name(pathFrom)} → ${name(pathTo)}`}>
            {name(pathFrom)} → {name(pathTo)}
          </Text>
          <Text size="xs" c="dimmed" role="status">
            <Outcome from={pathFrom} to={pathTo} path={path} />
          </Text>
        </div>
        {path.isAsking && <Loader size="xs" aria-label="Looking for a path" />}
        {pathFrom !== undefined && pathTo !== undefined && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Swap the ends"
            title="Swap the ends"
            onClick={() => change({ pathFrom: pathTo, pathTo: pathFrom })}
          >
            <IconArrowsExchange size={16} />
          </ActionIcon>
        )}
        <CloseButton
          aria-label="Forget the path"
          title="Forget the path"
          onClick={() => change({ pathFrom: undefined, pathTo: undefined })}
        />
      </Group>
    </Paper>
  );
}

function Outcome({
  from,
  to,
  path: { found, error, retry },
}: {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly path: PathAnswer;
}): ReactElement {
  if (from === undefined || to === undefined) {
    return <>Choose its other end: select a node, then press “Path {from === undefined ? 'from' : 'to'} here”.</>;
  }
  if (error !== null) {
    return (
      <>
        {error.message}{' '}
        <Button size="compact-xs" variant="light" onClick={retry}>
          Try again
        </Button>
      </>
    );
  }
  return <>{found === undefined ? 'Looking for the ways that data took…' : inWords(found, from)}</>;
}

/** How long the ways are, which way they run and whether there may be more; or that there is none, and how sure that is. */
function inWords({ paths, exhaustive, completeness }: NonNullable<PathAnswer['found']>, from: string): string {
  const [shortest] = paths;
  if (shortest === undefined) {
    if (completeness.complete) return 'No data flows between them, either way: all there is was looked through.';
    return `No way found, but not all was looked through: ${completeness.reasons.map(whyCut).join('; ')}.`;
  }
  if (shortest.length === 0) return 'Both ends are the same.';
  const longest = paths.at(-1)?.length ?? shortest.length;
  const side = shortest.edges[0]?.source === from ? 'downstream' : 'upstream';
  const hops =
    longest === shortest.length
      ? `${longest} ${longest === 1 ? 'hop' : 'hops'}`
      : `${shortest.length} to ${longest} hops`;
  const count =
    paths.length === 1 ? (exhaustive ? 'the only way' : 'one way; there may be more') : `${paths.length} ways`;
  const more = paths.length > 1 && !exhaustive ? '; there may be more' : '';
  return `${hops} ${side}, ${count}${more}.`;
}

/** Why a search for ways saw less than there is, to end a sentence. */
function whyCut(reason: CutOff): string {
  switch (reason) {
    case 'MAX_HOPS':
      return 'more lies further away than the server goes';
    case 'MAX_NODES':
      return 'there are more nodes than the server takes';
    case 'MAX_NEIGHBORS':
      return 'some nodes have more neighbours than the server takes';
    case 'DEADLINE':
      return 'the time for it ran out';
  }
}
