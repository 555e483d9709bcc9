import { CloseButton, TextInput, type TextInputProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTyped } from '../parts/use-typed.js';

const WAIT_MS = 250;

/** A field whose text filters a list as it is typed: half a word later, and at once when the reader presses Enter. */
export function TextFilter({
  value,
  onChange,
  ...props
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
} & Omit<TextInputProps, 'value' | 'onChange'>): ReactElement {
  const { typed, type, flush } = useTyped(value, onChange, WAIT_MS);
  return (
    <TextInput
      {...props}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && flush()}
      rightSection={
        typed !== '' && (
          <CloseButton
            size="sm"
            aria-label="Clear"
            onClick={() => {
              type('');
              flush();
            }}
          />
        )
      }
    />
  );
}
