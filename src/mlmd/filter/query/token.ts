import type { Relation, ValueColumn } from './tree.js';

/** What stands between a token and the one before. */
export type Gap = 'NONE' | 'BLANK' | 'COMMENT';

/** One word, literal or sign of a filter query. */
export type Token = {
  /** Offset into the text. */
  readonly at: number;
  /** As it was written. */
  readonly text: string;
  readonly gap: Gap;
} & (
  | { readonly kind: 'WORD' | 'SIGN' | 'END' }
  /** A name in backquotes. */
  | { readonly kind: 'QUOTED'; readonly name: string }
  /** `contexts_run.`, with its dot. */
  | { readonly kind: 'NEIGHBOR'; readonly relation: Relation; readonly alias: string }
  /** `custom_properties.split.string_value`, all of it. */
  | { readonly kind: 'PROPERTY'; readonly custom: boolean; readonly name: string; readonly column: ValueColumn }
  | { readonly kind: 'INTEGER'; readonly value: bigint }
  | { readonly kind: 'FLOAT'; readonly value: number }
  | { readonly kind: 'STRING'; readonly value: string }
);

/** Whether a token is this keyword, in any case. */
export function isWord(token: Token, word: string): boolean {
  return token.kind === 'WORD' && token.text.toUpperCase() === word;
}

/** Whether a token is this sign. */
export function isSign(token: Token, sign: string): boolean {
  return token.kind === 'SIGN' && token.text === sign;
}
