import { Button, Group, Menu, Paper, SegmentedControl, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { toCsv } from '../parts/csv.js';
import { DataTable } from '../parts/data-table.js';
import { download } from '../parts/download.js';
import { Chart, type ChartPictures } from './chart.js';
import type { Plot } from './model/plots.js';

/** A chart with what chooses it; the same as a table; and both to take along. */
export function PlotPanel({
  plot,
  name,
  children,
}: {
  readonly plot: Plot;
  /** Of the files, for example `scatter`. */
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  const [isTable, setIsTable] = useState(false);
  const pictures = useRef<ChartPictures>(null);
  const savePng = async () => {
    const png = await pictures.current?.toPng();
    if (png) download(`${name}.png`, 'image/png', png);
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Group align="flex-end" gap="sm" miw={0} maw="100%">
          {children}
        </Group>
        <Group gap="xs">
          <SegmentedControl
            aria-label="Shown as"
            data={['Chart', 'Table']}
            value={isTable ? 'Table' : 'Chart'}
            onChange={(value) => setIsTable(value === 'Table')}
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDownload size={16} />}>
                Export
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={isTable} onClick={() => void savePng()}>
                Picture as PNG
              </Menu.Item>
              <Menu.Item
                disabled={isTable}
                onClick={() => pictures.current && download(`${name}.svg`, 'image/svg+xml', pictures.current.toSvg())}
              >
                Picture as SVG
              </Menu.Item>
              <Menu.Item onClick={() => download(`${name}.csv`, 'text/csv;charset=utf-8', toCsv(plot.table))}>
                Data as CSV
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      {isTable ? (
        <PlotTable table={plot.table} />
      ) : (
        <Paper withBorder p="xs" style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="Chart">
          <div style={{ minWidth: plot.minWidth }}>
            <Chart option={plot.option} ref={pictures} />
          </div>
        </Paper>
      )}
    </Stack>
  );
}

interface PlotLine {
  readonly id: string;
  readonly cells: readonly string[];
}

/** What is plotted, as it would be read. */
function PlotTable({ table: [header = [], ...lines] }: { readonly table: Plot['table'] }): ReactElement {
  const rows = lines.map((cells, line): PlotLine => ({ id: String(line), cells }));
  const columns = header.map(
    (name, column): ColumnDef<PlotLine> => ({
      // Parameters may be called `name` and `id` as well.
      id: String(column),
      header: name,
      size: Math.max(120, name.length * 9),
      cell: ({ row: { original } }) => original.cells[column] || '–',
    }),
  );
  return <DataTable label="What is plotted" rows={rows} columns={columns} rowId={({ id }) => id} total={rows.length} />;
}
