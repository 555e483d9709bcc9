import { Button, Menu, Notification, Portal } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { download, fileNameOf } from '../parts/download.js';
import styles from './export-menu.module.css';
import { lookOfPage, lookOnPaper } from './look.js';
import type { About } from './model/export/about.js';
import { toDot } from './model/export/dot.js';
import { toJson } from './model/export/json.js';
import { MERMAID_MAX_LINES, toMermaid } from './model/export/mermaid.js';
import { toSvg } from './model/export/svg.js';
import type { KnownGraph } from './model/graph.js';
import type { Diagram, Scene } from './model/scene.js';
import type { View } from './model/view.js';
import { toPng } from './to-png.js';

/** What {@link ExportMenu} needs. */
export interface ExportMenuProps {
  readonly graph: KnownGraph;
  readonly diagram: Diagram;
  /** Undefined while it is laid out, and where the graph is shown as a table: then there is no picture to export. */
  readonly scene: Scene | undefined;
  readonly view: View;
  /** What is not shown or not in a box of its own, each in a few words. */
  readonly missing: readonly string[];
}

/** Hands the reader what is shown as a file, which says where it is from and what of it is missing. */
export function ExportMenu(props: ExportMenuProps): ReactElement {
  const { graph, diagram, scene, view } = props;
  const [said, say] = useState<string>();
  const save = (extension: string, type: string, make: (about: About) => string) => {
    const about = aboutOf(props);
    download(nameOf(about, extension), type, make(about));
  };
  const savePng = async (of: Scene) => {
    const about = aboutOf(props);
    try {
      const { blob, scale } = await toPng(toSvg(of, about, lookOfPage()));
      download(nameOf(about, 'png'), 'image/png', blob);
      say(
        scale < 1
          ? `The picture is at ${Math.round(scale * 100)} %: browsers make no larger ones. SVG has no limit.`
          : undefined,
      );
    } catch (error) {
      say(`${error instanceof Error ? error.message : String(error)} SVG has no limit.`);
    }
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} />}
            rightSection={<IconChevronDown size={12} />}
          >
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>The picture</Menu.Label>
          <Menu.Item disabled={!scene} onClick={() => scene && void savePng(scene)}>
            PNG
          </Menu.Item>
          <Menu.Item
            disabled={!scene}
            onClick={() => scene && save('svg', 'image/svg+xml', (about) => toSvg(scene, about, lookOfPage()).text)}
          >
            SVG
          </Menu.Item>
          <Menu.Label>For other tools</Menu.Label>
          <Menu.Item onClick={() => save('dot', 'text/vnd.graphviz', (about) => toDot(diagram, about, lookOnPaper()))}>
            Graphviz DOT
          </Menu.Item>
          <Menu.Item onClick={() => save('mmd', 'text/plain', (about) => toMermaid(diagram, about, lookOnPaper()))}>
            Mermaid
            {diagram.lines.length > MERMAID_MAX_LINES && ` (it draws ${MERMAID_MAX_LINES} lines unless told otherwise)`}
          </Menu.Item>
          <Menu.Item onClick={() => save('json', 'application/json', (about) => toJson(graph, diagram, view, about))}>
            JSON
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {said !== undefined && (
        <Portal>
          <Notification className={styles.said} title="PNG" role="status" onClose={() => say(undefined)}>
            {said}
          </Notification>
        </Portal>
      )}
    </>
  );
}

function aboutOf({ graph, missing }: ExportMenuProps): About {
  return {
    title: titleOf(graph),
    address: globalThis.location.href,
    exportedAt: new Date().toISOString(),
    missing,
  };
}

function titleOf({ nodes, roots }: KnownGraph): string {
  const [first = '', ...others] = roots.map((id) => nodes.get(id)?.label ?? id);
  return `Lineage of ${first}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

function nameOf({ title, exportedAt }: About, extension: string): string {
  return `${fileNameOf(title)}-${exportedAt.slice(0, 10)}.${extension}`;
}
