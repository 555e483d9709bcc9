import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconJson } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { toCsv } from '../../parts/csv.js';
import { download, fileNameOf } from '../../parts/download.js';
import type { Gaps } from './model/gaps.js';
import type { Reach, Row } from './model/reach.js';
import { objectsOf, tableOf } from './model/rows.js';
import type { Question } from './use-impact.js';

/** What goes into a file. */
export interface Exported {
  readonly question: Question;
  readonly found: Reach;
  readonly gaps: Gaps;
  /** The rows that the filters let through. */
  readonly rows: readonly Row[];
  /** True while runs and workspaces are not known yet, which the files are to hold. */
  readonly isPlacing: boolean;
}

/** Takes all rows away as a file, or those that the filters let through. */
export function ExportMenu(exported: Exported): ReactElement {
  const { found, rows, isPlacing } = exported;
  const choices = rows.length === found.rows.length ? [found.rows] : [rows, found.rows];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={isPlacing} leftSection={<IconDownload size={16} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((chosen) => {
          const what = `${chosen === found.rows ? 'All' : 'These'} ${chosen.length.toLocaleString()} rows`;
          return [
            <Menu.Item
              key={`${what} csv`}
              leftSection={<IconFileTypeCsv size={16} />}
              onClick={() => saveCsv(exported, chosen)}
            >
              {what} as CSV
            </Menu.Item>,
            <Menu.Item
              key={`${what} json`}
              leftSection={<IconJson size={16} />}
              onClick={() => saveJson(exported, chosen)}
            >
              {what} as JSON
            </Menu.Item>,
          ];
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function saveCsv(exported: Exported, rows: readonly Row[]): void {
  download(`${fileName(exported)}.csv`, 'text/csv;charset=utf-8', toCsv(tableOf(rows, exported.found)));
}

function saveJson(exported: Exported, rows: readonly Row[]): void {
  const { question, found, gaps } = exported;
  const document = {
    question,
    askedAt: new Date().toISOString(),
    completeness: { complete: gaps.reasons.length === 0, ...gaps },
    rowsInAll: found.rows.length,
    rows: objectsOf(rows, found),
  };
  download(`${fileName(exported)}.json`, 'application/json', JSON.stringify(document, undefined, 2));
}

/** A file says by its name that it is not the whole answer. */
function fileName({ question, gaps }: Exported): string {
  const part = gaps.reasons.length === 0 ? '' : '-partial';
  return `${fileNameOf(`${question.direction.toLowerCase()}-of-${question.of.join('-')}`)}${part}`;
}
