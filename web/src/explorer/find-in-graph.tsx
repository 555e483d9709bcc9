import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactElement, type RefObject, useDeferredValue, useMemo, useState } from 'react';
import { boxesByNode, findNodes } from './model/find.js';
import type { GraphNode, KnownGraph } from './model/graph.js';
import { toggled } from './model/legend.js';
import type { Box, Diagram } from './model/scene.js';
import type { View } from './model/view.js';
import type { ChangeView } from './use-view.js';

/** What {@link FindInGraph} needs. */
export interface FindInGraphProps {
  readonly graph: KnownGraph;
  readonly diagram: Diagram;
  readonly view: Pick<View, 'hiddenTypes'>;
  readonly change: ChangeView;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Brings the box into the middle and selects it. */
  readonly onShow: (boxId: string) => void;
  /** Opens a folded box. */
  readonly onOpen: (boxId: string) => void;
  readonly input?: RefObject<HTMLInputElement | null>;
}

/**
 * Finds nodes of the graph by what is known of them. Enter goes from hit to hit, Shift and Enter back, Escape clears;
 * a hit in a folded box shows the box, and can be opened.
 */
export function FindInGraph(props: FindInGraphProps): ReactElement {
  const { graph, diagram, text, onText, onShow, input } = props;
  // Looking through 50,000 nodes takes longer than a key may.
  const words = useDeferredValue(text);
  const hits = useMemo(() => findNodes(graph.nodes.values(), words), [graph, words]);
  const boxes = useMemo(() => boxesByNode(diagram), [diagram]);
  const [at, setAt] = useState<string>();
  const place = hits.findIndex(({ id }) => id === at);
  const go = (step: 1 | -1) => {
    const from = place === -1 && step === -1 ? 0 : place;
    const hit = hits[(from + step + hits.length) % hits.length];
    if (hit === undefined) return;
    setAt(hit.id);
    const box = boxes.get(hit.id);
    if (box !== undefined) onShow(box.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isAsked = words.trim() !== '';
  const hit = hits[place];
  return (
    <search aria-label="Find in this graph">
      <Group gap={2} wrap="nowrap">
        <TextInput
          ref={input}
          size="xs"
          w={{ base: 160, sm: 230 }}
          aria-label="Find in this graph"
          placeholder="Find in this graph"
          leftSection={<IconSearch size={14} />}
          rightSection={
            text !== '' && (
              <ActionIcon size="xs" variant="subtle" color="gray" aria-label="Clear" onClick={() => onText('')}>
                <IconX size={12} />
              </ActionIcon>
            )
          }
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {isAsked && (
          <>
            <Text size="xs" c="dimmed" aria-live="polite" style={{ whiteSpace: 'nowrap' }} px={4}>
              {hits.length === 0
                ? 'Not in this graph'
                : `${place === -1 ? '–' : place + 1} of ${hits.length.toLocaleString()}`}
            </Text>
            <StepButton label="Previous hit" icon={IconChevronUp} isOff={hits.length === 0} onClick={() => go(-1)} />
            <StepButton label="Next hit" icon={IconChevronDown} isOff={hits.length === 0} onClick={() => go(1)} />
          </>
        )}
        {isAsked && hit !== undefined && <Whereabouts {...props} hit={hit} box={boxes.get(hit.id)} />}
      </Group>
    </search>
  );
}

function StepButton({
  label,
  icon: Icon,
  isOff,
  onClick,
}: {
  readonly label: string;
  readonly icon: typeof IconChevronUp;
  readonly isOff: boolean;
  readonly onClick: () => void;
}): ReactElement {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onClick}
    >
      <Icon size={14} />
    </ActionIcon>
  );
}

/** Where a hit is that has no box of its own, and how to see it. */
function Whereabouts({
  hit,
  box,
  view,
  change,
  onOpen,
}: FindInGraphProps & { readonly hit: GraphNode; readonly box: Box | undefined }): ReactElement | null {
  if (box?.shape === 'node') return null;
  if (box !== undefined) {
    return (
      <Button
        size="compact-xs"
        variant="light"
        onClick={() => onOpen(box.id)}
        title={`${hit.label} is in a folded box`}
      >
        Open {box.label}
      </Button>
    );
  }
  if (!view.hiddenTypes.includes(hit.typeName)) {
    return (
      <Button
        size="compact-xs"
        variant="light"
        onClick={() => change({ collapsed: [] })}
        title={`${hit.label} is collapsed`}
      >
        Show what is collapsed
      </Button>
    );
  }
  return (
    <Button
      size="compact-xs"
      variant="light"
      title={`The legend hides ${hit.typeName}`}
      onClick={() => change({ hiddenTypes: toggled(view.hiddenTypes, hit.typeName) })}
    >
      Show its type
    </Button>
  );
}
