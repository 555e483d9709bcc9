import { ActionIcon, Kbd, Popover, Table } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import type { ReactElement } from 'react';

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['←', '→'], 'to a neighbour upstream or downstream'],
  [['↑', '↓'], 'within the layer'],
  [['Enter'], 'select, and show its details'],
  [['+'], 'show more around it, or open a folded box'],
  [['-'], 'select, then hide what only it leads to'],
  [['f'], 'show all'],
  [['Esc'], 'select nothing'],
  [['?'], 'these keys'],
];

/** A button that lists the keys of a picture. */
export function KeysHelp({
  isOpen,
  onChange,
}: {
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
}): ReactElement {
  return (
    <Popover opened={isOpen} onChange={onChange} position="right-end" shadow="md" returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label="Keys" title="Keys (?)" onClick={() => onChange(!isOpen)}>
          <IconKeyboard size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Table withRowBorders={false} verticalSpacing={4} aria-label="Keys">
          <Table.Tbody>
            {KEYS.map(([keys, does]) => (
              <Table.Tr key={does}>
                <Table.Th scope="row">
                  {keys.map((key) => (
                    <Kbd key={key} mr={4}>
                      {key}
                    </Kbd>
                  ))}
                </Table.Th>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
