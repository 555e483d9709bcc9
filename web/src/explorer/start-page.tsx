import { Anchor, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { lineagePath } from '../api/page-path.js';
import { useAsk } from '../api/use-ask.js';
import { NewestStartsDocument, SearchStartsDocument } from '../generated/operations.js';
import { KindIcon } from '../parts/kind-icon.js';
import { MiddleText } from '../parts/middle-text.js';
import { NothingLogged } from '../parts/nothing-logged.js';
import { Empty, Failure, Loading, Problems } from '../parts/states.js';
import { Time } from '../parts/time.js';
import { shortTypeName } from '../parts/type-name.js';

/** Something that a picture can start from. */
interface Start {
  readonly __typename: string;
  readonly id: string;
  readonly displayName: string;
  readonly typeName?: string;
  readonly version?: string | null;
  readonly createdAt: string | null;
}

/** Where nothing has been chosen yet: finds what to start from by its name, or offers what is newest. */
export function StartPage(): ReactElement {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  return (
    <Stack maw={1080} mx="auto" gap="lg" py="md">
      <div>
        <Title order={1} size="h2">
          Lineage
        </Title>
        <Text c="dimmed">
          Choose what to start from: the picture shows what it was made from to its left, and what was made from it to
          its right.
        </Text>
      </div>
      <TextInput
        size="md"
        aria-label="Find artifacts and executions"
        placeholder="Find an artifact or execution by its name, type, uri or property"
        leftSection={<IconSearch size={18} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {settled === '' ? <Newest /> : <Found text={settled} />}
    </Stack>
  );
}

function Newest(): ReactElement {
  const { data, error, refetch } = useAsk(NewestStartsDocument, {});
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { models, dataSets, others, runs } = data.data;
  const lists: readonly (readonly [string, readonly Start[]])[] = [
    ['Models', models?.nodes ?? []],
    ['Data sets', dataSets?.nodes ?? []],
    ['Runs', runs?.nodes ?? []],
    ['Metrics and other artifacts', others?.nodes ?? []],
  ];
  const filled = lists.filter(([, starts]) => starts.length > 0);
  if (filled.length === 0 && data.problems.length === 0) return <NothingLogged title="Nothing has been logged yet" />;
  return (
    <>
      <Problems of={data.problems} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {filled.map(([title, starts]) => (
          <Starts key={title} title={`Newest: ${title}`} starts={starts} />
        ))}
      </SimpleGrid>
    </>
  );
}

function Found({ text }: { readonly text: string }): ReactElement {
  const filter = { search: text };
  const { data, error, refetch } = useAsk(SearchStartsDocument, { artifacts: filter, executions: filter });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const artifacts = data.data.artifacts?.nodes ?? [];
  const executions = data.data.executions?.nodes ?? [];
  if (artifacts.length + executions.length + data.problems.length === 0) {
    return <Empty title={`Nothing is called “${text}”`}>Part of a name, a type, a uri or a property will do.</Empty>;
  }
  return (
    <>
      <Problems of={data.problems} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {artifacts.length > 0 && <Starts title="Artifacts" starts={artifacts} />}
        {executions.length > 0 && <Starts title="Executions" starts={executions} />}
      </SimpleGrid>
    </>
  );
}

function Starts({ title, starts }: { readonly title: string; readonly starts: readonly Start[] }): ReactElement {
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <Stack gap="xs">
        {starts.map((start) => (
          <Group key={start.id} gap="sm" wrap="nowrap" justify="space-between">
            <Group gap={8} wrap="nowrap" miw={0} flex={1}>
              <KindIcon typename={start.__typename} />
              <Anchor component={Link} to={lineagePath([start.id])} miw={0} title={start.displayName}>
                <MiddleText text={start.displayName} />
              </Anchor>
              <Text size="sm" c="dimmed" truncate flex="1 1 0">
                {[start.typeName && shortTypeName(start.typeName), start.version].filter(Boolean).join(' · ')}
              </Text>
            </Group>
            <Text size="sm" c="dimmed" component="div" visibleFrom="xs">
              <Time at={start.createdAt} />
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
