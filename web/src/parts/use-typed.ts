import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';

/** What a field holds, and how it takes what is typed. */
export interface Typed<Value> {
  readonly typed: Value;
  readonly type: (next: Value) => void;
  /** Tells at once what has not been told yet. */
  readonly flush: () => void;
}

/**
 * A field that tells what was typed only when no key has followed for a while. A value that comes from elsewhere, as by
 * the way back, takes the place of what was typed; the field itself stays, and with it the focus.
 */
export function useTyped<Value>(value: Value, onTyped: (typed: Value) => void, waitMs: number): Typed<Value> {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const later = useDebouncedCallback(onTyped, waitMs);
  const type = (next: Value) => {
    setTyped(next);
    later(next);
  };
  return { typed, type, flush: later.flush };
}
