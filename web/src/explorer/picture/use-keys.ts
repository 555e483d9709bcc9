import type { KeyboardEvent } from 'react';
import type { Diagram, Scene } from '../model/scene.js';
import { stepTo, type Way } from '../model/steps.js';
import type { Side } from '../model/view.js';
import type { BoxActions, PictureState } from './picture-context.js';
import type { Camera } from './use-camera.js';

/** In the order in which a key looks for more. */
const SIDES: readonly Side[] = ['downstream', 'upstream'];

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What the keys work on. */
interface Keyed {
  readonly diagram: Diagram;
  readonly scene: Scene;
  /** The box that the keyboard is at; undefined where there is none. */
  readonly at: string | undefined;
  /** False before a key was first pressed: then an arrow leads to where the keyboard is. */
  readonly hasFocus: boolean;
  readonly selected: string | undefined;
  readonly collapsible: PictureState['collapsible'];
  readonly actions: BoxActions;
  readonly camera: Camera;
  readonly onHelp: () => void;
  /** Takes the keyboard to a box, which is in view by then. */
  readonly onMove: (id: string) => void;
}

/** What the keys do in a picture; those that do nothing here are left to the page. */
export function useKeys({ at, actions, camera, ...keyed }: Keyed): (event: KeyboardEvent) => void {
  const move = (from: string, way: Way) => {
    const next = keyed.hasFocus ? stepTo(keyed.scene, from, way) : from;
    if (next === undefined) return;
    camera.reveal(next);
    keyed.onMove(next);
  };
  const expand = (id: string) => {
    const box = keyed.diagram.boxes.find((one) => one.id === id);
    if (box?.shape === 'group') return actions.open(id);
    // One side a press: the next one then sees what this one brought.
    const side = SIDES.find((one) => (box?.beyond[one] ?? 0) > 0);
    if (side !== undefined) actions.expand(id, side);
  };
  const collapse = (id: string) => {
    if (id !== keyed.selected) return actions.select(id);
    const side = SIDES.find((one) => keyed.collapsible[one] > 0);
    if (side !== undefined) actions.collapse(id, side);
  };
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || at === undefined) return;
    const way = WAYS[event.key];
    if (way !== undefined) move(at, way);
    else if (event.key === '+') expand(at);
    else if (event.key === '-') collapse(at);
    else if (event.key === 'f') camera.fit();
    else if (event.key === '?') keyed.onHelp();
    else if (event.key === 'Escape') actions.select(undefined);
    else return;
    event.preventDefault();
  };
}
