import { ThemeIcon } from '@mantine/core';
import type { ReactElement } from 'react';
import { kindOf } from './kinds.js';

/** The sign of a kind: round for artifacts and what groups them, square for steps. Its word stands beside it or is read out. */
export function KindIcon({ typename, size = 22 }: { readonly typename: string; readonly size?: number }): ReactElement {
  const { color, icon: Icon, label } = kindOf(typename);
  return (
    <ThemeIcon
      variant="light"
      color={color}
      size={size}
      radius={typename === 'Execution' ? 'xs' : 'xl'}
      role="img"
      aria-label={label}
      title={label}
    >
      <Icon size={size * 0.66} aria-hidden />
    </ThemeIcon>
  );
}
