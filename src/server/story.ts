/** A ready-made tab of the explorer. */
export interface StoryTab {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The questions of the tutorial's story, in the order that a newcomer asks them. They fit what `--demo` logs. */
export const STORY: readonly StoryTab[] = [];
