import { createContext, useContext } from 'react';
import type { Side } from '../model/view.js';

/** What a reader can do at a box. */
export interface BoxActions {
  readonly select: (id: string | undefined) => void;
  /** Asks for the neighbours on a side, or shows them again where they were collapsed. */
  readonly expand: (id: string, side: Side) => void;
  /** Hides what only this box leads to on a side. */
  readonly collapse: (id: string, side: Side) => void;
  /** Shows the members of a group each in a box of its own. */
  readonly open: (id: string) => void;
}

/** What all boxes of a picture are told. */
export interface PictureState extends BoxActions {
  readonly starts: ReadonlySet<string>;
  readonly selected: string | undefined;
  /** The box that the keyboard is at. */
  readonly current: string | undefined;
  readonly lit: ReadonlySet<string> | undefined;
  /** Nodes that collapsing the selected box would hide, on each side. */
  readonly collapsible: Readonly<Record<Side, number>>;
  readonly point: (id: string | undefined) => void;
  readonly focus: (id: string) => void;
}

/** Handed down to the cards, which the graph library makes. */
export const PictureContext = createContext<PictureState | undefined>(undefined);

/** @throws Error outside a picture. */
export function usePicture(): PictureState {
  const state = useContext(PictureContext);
  if (state === undefined) throw new Error('A card stands in a picture.');
  return state;
}
