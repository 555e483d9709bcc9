import { Text } from '@mantine/core';
import type { ReactElement } from 'react';

/**
 * The part of a type's name that tells it from others: `data_set` of `kubeflow.org/alpha/data_set`, `Trainer` of
 * `tfx.components.trainer.component.Trainer`. Names without such parts stay as they are.
 */
export function shortTypeName(typeName: string): string {
  const last = typeName.split(/[/.]/).at(-1)?.trim();
  return last || typeName;
}

/** A type's name, short for reading; pointing at it shows it whole. */
export function TypeName({ name }: { readonly name: string }): ReactElement {
  return (
    <Text span size="sm" title={name}>
      {shortTypeName(name)}
    </Text>
  );
}
