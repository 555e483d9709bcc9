import { Alert, Button, Drawer, Group, List, Stack, Switch, Tabs, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { toCsv } from '../parts/csv.js';
import { download } from '../parts/download.js';
import { kindOf } from '../parts/kinds.js';
import { NodePicker } from '../parts/node-picker.js';
import { Empty, Failure, Loading, Problems } from '../parts/states.js';
import { usePageTitle } from '../parts/use-page-title.js';
import { SubjectsAsColumns, SubjectsAsRows } from './comparison-table.js';
import { type Row, rowsOf, tableOf } from './model/rows.js';
import type { Subject } from './model/subject.js';
import { RunPicker } from './run-picker.js';
import { useCompared } from './use-compared.js';
import { type SetShown, type Shown, useShown, VIEWS } from './use-shown.js';

// The charting library is large, and the table does without.
const Plots = lazy(async () => ({ default: (await import('./plots.js')).Plots }));

/** More subjects than these stand below each other unless the reader wants it otherwise. */
const MANY = 6;

const VIEW_LABELS: Readonly<Record<Shown['view'], string>> = {
  table: 'Table',
  parallel: 'Parallel coordinates',
  scatter: 'Scatter',
  time: 'Over time',
  steps: 'Over steps',
};

/** Runs side by side, or executions, or artifacts: what differs between them, as a table and as plots. */
export function ComparePage(): ReactElement {
  const [shown, setShown] = useShown();
  const { subjects, missing, problems, error, isPending, retry } = useCompared(shown.of);
  const rows = useMemo(() => rowsOf(subjects), [subjects]);
  const setSubjects = (of: readonly string[]) => void setShown({ of: [...of] }, { history: 'push' });
  if (shown.of.length === 0) return <Choose onDone={setSubjects} />;
  return (
    <Stack>
      <Head subjects={subjects} shown={shown} rows={rows} onChoose={setSubjects} />
      <Problems of={problems} />
      {missing.length > 0 && !isPending && (
        <Alert color="orange" title="Not there, or not to be compared">
          {missing.join(', ')}
        </Alert>
      )}
      {subjects.some(({ isCut }) => isCut) && <Cut subjects={subjects} />}
      {error ? (
        <Failure error={error} onRetry={retry} />
      ) : isPending ? (
        <Loading lines={12} />
      ) : subjects.length === 0 ? (
        <Empty title="Nothing to compare" />
      ) : (
        <Views subjects={subjects} rows={rows} shown={shown} setShown={setShown} />
      )}
    </Stack>
  );
}

function Choose({ onDone }: { readonly onDone: (ids: readonly string[]) => void }): ReactElement {
  usePageTitle('Runs side by side');
  return (
    <Stack>
      <div>
        <Title order={1} size="h2">
          Runs side by side
        </Title>
        <Text c="dimmed">Choose runs to see where their parameters and metrics differ.</Text>
      </div>
      <Group gap="sm">
        <Text size="sm">Or begin with an execution or an artifact, such as a model:</Text>
        <NodePicker label="Compare" onPick={(id) => onDone([id])} />
      </Group>
      <RunPicker chosen={[]} workspace={null} onDone={onDone} />
    </Stack>
  );
}

function Head({
  subjects,
  shown,
  rows,
  onChoose,
}: {
  readonly subjects: readonly Subject[];
  readonly shown: Shown;
  readonly rows: readonly Row[];
  readonly onChoose: (ids: readonly string[]) => void;
}): ReactElement {
  const [isChoosing, { open, close }] = useDisclosure(false);
  const isPartial = subjects.length < new Set(shown.of).size || subjects.some(({ isCut }) => isCut);
  const title = titleOf(subjects, shown.of);
  usePageTitle(title);
  const isOfRuns = shown.of.some((id) => id.startsWith('run:'));
  const [kind] = (shown.of[0] ?? '').split(':');
  return (
    <Group justify="space-between">
      <Title order={1} size="h2">
        {title}
      </Title>
      <Group gap="xs">
        {isOfRuns ? (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={open}>
            Choose runs
          </Button>
        ) : (
          <NodePicker
            label="Add one to compare"
            kind={kind === 'execution' ? 'execution' : 'artifact'}
            onPick={(id) => onChoose([...new Set([...shown.of, id])])}
          />
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          disabled={subjects.length === 0}
          onClick={() =>
            download(
              `side-by-side${isPartial ? '-partial' : ''}.csv`,
              'text/csv;charset=utf-8',
              toCsv(tableOf(subjects, rows)),
            )
          }
        >
          CSV
        </Button>
      </Group>
      <Drawer opened={isChoosing} onClose={close} position="right" size="xl" title="Choose runs">
        <RunPicker
          chosen={shown.of}
          workspace={subjects[0]?.workspace ?? null}
          onDone={(ids) => {
            onChoose(ids);
            close();
          }}
        />
      </Drawer>
    </Group>
  );
}

function Views({
  subjects,
  rows,
  shown,
  setShown,
}: {
  readonly subjects: readonly Subject[];
  readonly rows: readonly Row[];
  readonly shown: Shown;
  readonly setShown: SetShown;
}): ReactElement {
  const view = shown.view;
  return (
    <Tabs
      value={view}
      onChange={(value) => void setShown({ view: VIEWS.find((one) => one === value) ?? 'table' })}
      keepMounted={false}
    >
      <Tabs.List>
        {VIEWS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {VIEW_LABELS[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={view} pt="md">
        {view === 'table' ? (
          <ComparisonTable subjects={subjects} rows={rows} shown={shown} setShown={setShown} />
        ) : (
          <Suspense fallback={<Loading />}>
            <Plots view={view} subjects={subjects} rows={rows} shown={shown} setShown={setShown} />
          </Suspense>
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

function ComparisonTable({
  subjects,
  rows,
  shown,
  setShown,
}: {
  readonly subjects: readonly Subject[];
  readonly rows: readonly Row[];
  readonly shown: Shown;
  readonly setShown: SetShown;
}): ReactElement {
  const { only, extremes, flip, base, of } = shown;
  const differing = rows.filter(({ differs }) => differs);
  const isFlipped = flip ?? subjects.length > MANY;
  const TableOfThem = isFlipped ? SubjectsAsRows : SubjectsAsColumns;
  return (
    <Stack gap="sm">
      <Group gap="lg">
        <Switch
          label="Only differences"
          checked={only}
          onChange={(event) => void setShown({ only: event.currentTarget.checked })}
        />
        <Switch
          label="Mark highest and lowest"
          checked={extremes}
          onChange={(event) => void setShown({ extremes: event.currentTarget.checked })}
        />
        <Switch
          label="One line each"
          checked={isFlipped}
          onChange={(event) => void setShown({ flip: event.currentTarget.checked })}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {differing.length.toLocaleString()} of {rows.length.toLocaleString()} values differ
        </Text>
      </Group>
      {rows.length === 0 && (
        <Alert color="gray" title="Nothing was logged that could be compared">
          The store holds no parameters and no metrics of these.
        </Alert>
      )}
      <TableOfThem
        subjects={subjects}
        rows={only ? differing : rows}
        base={Math.max(
          0,
          subjects.findIndex(({ id }) => id === base),
        )}
        marksExtremes={extremes}
        onBase={(id) => void setShown({ base: id })}
        onRemove={(id) => void setShown({ of: of.filter((one) => one !== id) }, { history: 'push' })}
      />
    </Stack>
  );
}

function Cut({ subjects }: { readonly subjects: readonly Subject[] }): ReactElement {
  return (
    <Alert color="yellow" role="status" title="This is not all of it">
      Of each, the first 100 steps and the first 100 models and metrics are compared. More than those have:
      <List size="sm">
        {subjects
          .filter(({ isCut }) => isCut)
          .map(({ id, displayName }) => (
            <List.Item key={id}>{displayName}</List.Item>
          ))}
      </List>
    </Alert>
  );
}

function titleOf(subjects: readonly Subject[], of: readonly string[]): string {
  const kinds = new Set(subjects.map(({ __typename }) => __typename));
  const [only] = kinds;
  const count = (subjects.length || of.length).toLocaleString();
  if (kinds.size !== 1 || only === undefined) return `${count} side by side`;
  const { label, plural } = only === 'GenericArtifact' ? { label: 'artifact', plural: 'artifacts' } : kindOf(only);
  return `${count} ${(subjects.length === 1 ? label : plural).toLowerCase()} side by side`;
}
