import { CloseButton, TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactElement, useEffect, useState } from 'react';

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
  const [text, setText] = useState(value);
  // The address may change by other hands: a chip taken away, the way back.
  useEffect(() => setText(value), [value]);
  const later = useDebouncedCallback(onChange, WAIT_MS);
  const set = (next: string) => {
    setText(next);
    later(next);
  };
  return (
    <TextInput
      {...props}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && later.flush()}
      rightSection={
        text !== '' && (
          <CloseButton
            size="sm"
            aria-label="Clear"
            onClick={() => {
              set('');
              later.flush();
            }}
          />
        )
      }
    />
  );
}
