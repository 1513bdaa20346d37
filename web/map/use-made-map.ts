import { type RefObject, useEffect, useRef, useState } from 'react';

type Removable = { readonly remove: () => void };

/** Fetches the script of a map; what it gives makes the map on a canvas. */
export type LoadMap<Made extends Removable> = () => Promise<(canvas: HTMLElement) => Made>;

export type MadeMap<Made> = {
  readonly canvas: RefObject<HTMLDivElement | null>;
  readonly map: Made | undefined;
  /** The script did not come. */
  readonly isLost: boolean;
};

/** A map for as long as `load` is the same function; null while there is nothing to draw yet. */
export function useMadeMap<Made extends Removable>(load: LoadMap<Made> | null): MadeMap<Made> {
  const canvas = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<Made>();
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (!load) return;
    let made: Made | undefined;
    let isGone = false;
    setLost(false);
    load().then(
      (make) => {
        if (isGone || !canvas.current) return;
        made = make(canvas.current);
        setMap(made);
      },
      () => {
        if (!isGone) setLost(true);
      },
    );
    return () => {
      isGone = true;
      setMap(undefined);
      made?.remove();
    };
  }, [load]);
  return { canvas, map, isLost };
}
