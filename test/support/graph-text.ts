/** One event of a graph written as text. Input and output are seen from the execution. */
export interface TextEvent {
  readonly artifact: string;
  readonly execution: string;
  readonly type: 'INPUT' | 'OUTPUT';
}

/** A graph written as text: names in the order of first mention, each event once. */
export interface TextGraph {
  readonly artifacts: readonly string[];
  readonly executions: readonly string[];
  readonly events: readonly TextEvent[];
}

/**
 * Reads chains of names such as `rows > train > model`. Names alternate artifact > execution and data flows to the
 * right; chains are parted by `;` or a line break and share nodes by name. A chain that begins with `>` begins with an
 * execution: `> import > rows`. Throws where one name is used for both kinds.
 */
export function parseGraphText(text: string): TextGraph {
  const kinds = new Map<string, 'ARTIFACT' | 'EXECUTION'>();
  const events = new Map<string, TextEvent>();
  for (const chain of text.split(/[;\n]/)) {
    let previous: string | undefined;
    for (const [position, part] of chain.split('>').entries()) {
      const name = part.trim();
      if (name === '') continue;
      const kind = position % 2 === 0 ? 'ARTIFACT' : 'EXECUTION';
      if ((kinds.get(name) ?? kind) !== kind) throw new Error(`'${name}' is an artifact and an execution`);
      kinds.set(name, kind);
      if (previous !== undefined) {
        const event: TextEvent =
          kind === 'EXECUTION'
            ? { artifact: previous, execution: name, type: 'INPUT' }
            : { artifact: name, execution: previous, type: 'OUTPUT' };
        events.set(`${event.artifact}>${event.execution}>${event.type}`, event);
      }
      previous = name;
    }
  }
  const namesOf = (kind: string) => [...kinds].filter(([, of]) => of === kind).map(([name]) => name);
  return { artifacts: namesOf('ARTIFACT'), executions: namesOf('EXECUTION'), events: [...events.values()] };
}
