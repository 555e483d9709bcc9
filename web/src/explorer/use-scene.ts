import { useEffect, useRef, useState } from 'react';
import { Layout } from './layout.js';
import type { Diagram, Scene } from './model/scene.js';

/** A diagram and its scene, which belong together. */
export interface Laid {
  readonly diagram: Diagram;
  readonly scene: Scene;
}

/** The diagram with places. While another one is being laid out, the one before stays, and `isLaying` is true. */
export function useScene(diagram: Diagram | undefined): {
  readonly laid: Laid | undefined;
  readonly isLaying: boolean;
  readonly error: Error | undefined;
} {
  const layout = useRef<Layout>(undefined);
  const [laid, setLaid] = useState<Laid>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    // Made before there is a diagram, its code is there when the answer is.
    const made = new Layout();
    layout.current = made;
    return () => made.close();
  }, []);
  useEffect(() => {
    let isWanted = diagram !== undefined;
    setError(undefined);
    if (diagram === undefined) setLaid(undefined);
    else {
      layout.current?.place(diagram).then(
        (scene) => {
          if (!isWanted) return;
          setLaid({ diagram, scene });
        },
        (cause) => {
          if (isWanted) setError(cause instanceof Error ? cause : new Error(String(cause)));
        },
      );
    }
    return () => {
      isWanted = false;
    };
  }, [diagram]);
  return { laid, isLaying: diagram !== undefined && laid?.diagram !== diagram && error === undefined, error };
}
