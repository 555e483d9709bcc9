import { Box, Group, Spoiler, Stack, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { CopyText } from '../parts/copy-text.js';
import { KindIcon } from '../parts/kind-icon.js';
import { kindOf } from '../parts/kinds.js';
import { type Linked, NodeLink } from '../parts/node-link.js';
import { shortTypeName } from '../parts/type-name.js';
import { usePageTitle } from '../parts/use-page-title.js';
import styles from './details.module.css';

/** What {@link Heading} says of a thing. */
export interface HeadingProps {
  readonly of: { readonly __typename: string; readonly id: string };
  readonly name: string;
  /** The type as its tool calls it. */
  readonly type?: string | undefined;
  /** What it lies in, from the outside in. */
  readonly within?: readonly (Linked | null | undefined)[];
  readonly description?: string | null | undefined;
  /** Stands beside the name: a version, a status. */
  readonly badges?: ReactNode;
  /** What can be done or asked from here. */
  readonly children?: ReactNode;
}

/** Characters of a name that would push all else off the first screen in large type. */
const LONG_NAME = 60;

/** The top of a page: what kind of thing this is, its name and id, where it lies, and what can be asked of it. */
export function Heading({ of, name, type, within = [], description, badges, children }: HeadingProps): ReactElement {
  const { label } = kindOf(of.__typename);
  const sort = shortTypeName(type ?? '');
  usePageTitle(name);
  return (
    <Stack gap="sm" component="header">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Box mt={4}>
          <KindIcon typename={of.__typename} size={44} />
        </Box>
        <Box miw={0}>
          <Group gap={8} c="dimmed" fz="sm">
            <span title={type}>
              {label}
              {sort !== '' && !isSame(sort, label) && ` · ${sort}`}
            </span>
            {within.map((place) => place && <Within key={place.id} to={place} />)}
          </Group>
          <Group gap="sm" align="baseline">
            <Title
              order={1}
              size={name.length > LONG_NAME ? 'h4' : 'h2'}
              className={styles.name}
              lineClamp={4}
              title={name}
            >
              {name}
            </Title>
            {badges}
          </Group>
          <CopyText text={of.id} label="id" />
        </Box>
      </Group>
      {description && (
        <Spoiler maxHeight={120} showLabel="Show all of it" hideLabel="Show less" maw="75ch">
          <Text className={styles.value}>{description}</Text>
        </Spoiler>
      )}
      {children}
    </Stack>
  );
}

/** Whether two words say the same, as `data_set` and `Data set` do. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((word) => word.toLowerCase().replaceAll(/[_ ]/g, ''));
  return a === b;
}

function Within({ to }: { readonly to: Linked }): ReactElement {
  return (
    <Group gap={8} wrap="nowrap" miw={0} maw={260}>
      <span aria-hidden>›</span>
      <NodeLink to={to} icon={false} />
    </Group>
  );
}
