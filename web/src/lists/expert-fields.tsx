import { Button, Group, Input, Select, Textarea, TextInput } from '@mantine/core';
import { type ReactElement, useEffect, useState } from 'react';
import { type Condition, OPERATOR_SIGNS, OPERATORS } from './condition.js';
import styles from './list-view.module.css';

/** Adds conditions on properties, one after the other. */
export function ConditionField({ onAdd }: { readonly onAdd: (condition: Condition) => void }): ReactElement {
  const [condition, setCondition] = useState<Condition>({ property: '', operator: 'eq', value: '' });
  const { property, operator, value } = condition;
  const isWhole = property.trim() !== '' && (operator === 'exists' || value !== '');
  return (
    <Input.Wrapper label="Property" className={styles.wide} labelElement="div">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWhole) return;
          onAdd({ property: property.trim(), operator, value: operator === 'exists' ? '' : value });
          setCondition({ property: '', operator, value: '' });
        }}
      >
        <Group gap="xs">
          <TextInput
            aria-label="Name of the property"
            placeholder="accuracy"
            value={property}
            onChange={(event) => setCondition({ ...condition, property: event.currentTarget.value })}
          />
          <Select
            aria-label="How it is compared"
            w={120}
            allowDeselect={false}
            data={OPERATORS.map((one) => ({ value: one, label: OPERATOR_SIGNS[one] }))}
            value={operator}
            onChange={(next) =>
              setCondition({ ...condition, operator: OPERATORS.find((one) => one === next) ?? operator })
            }
          />
          {operator !== 'exists' && (
            <TextInput
              aria-label="Value of the property"
              placeholder="0.9"
              value={value}
              onChange={(event) => setCondition({ ...condition, value: event.currentTarget.value })}
            />
          )}
          <Button type="submit" variant="light" disabled={!isWhole}>
            Add
          </Button>
        </Group>
      </form>
    </Input.Wrapper>
  );
}

/** MLMD's own language of filters, asked for when the reader says so, as half a text of it is always wrong. */
export function MlmdField({
  value,
  example,
  error,
  onChange,
}: {
  readonly value: string;
  readonly example: string;
  /** What the server says of the text. */
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <form
      className={styles.wide}
      onSubmit={(event) => {
        event.preventDefault();
        onChange(text.trim());
      }}
    >
      <Textarea
        label="MLMD filter"
        description={`MLMD's own filter_query, for example ${example}. Enter asks for it.`}
        autosize
        minRows={1}
        maxRows={6}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          onChange(text.trim());
        }}
        error={error}
      />
      {text.trim() !== value && (
        <Button type="submit" size="xs" variant="light" mt={6}>
          Filter by this
        </Button>
      )}
    </form>
  );
}
