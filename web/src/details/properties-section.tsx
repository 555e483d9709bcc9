import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Section } from './section.js';
import { ValueTable } from './value-table.js';
import type { NamedValue } from './value-text.js';

/** What a thing's writer recorded, with types. Without any it says so. */
export function PropertiesSection({ rows }: { readonly rows: readonly NamedValue[] }): ReactElement {
  return (
    <Section title="Properties" count={rows.length}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          Its writer recorded none.
        </Text>
      ) : (
        <ValueTable label="Properties" rows={rows} />
      )}
    </Section>
  );
}

/** Named values under a heading of their own; nothing at all where there are none. */
export function ValuesSection({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly NamedValue[];
}): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <Section title={title} count={rows.length}>
      <ValueTable label={title} rows={rows} />
    </Section>
  );
}
