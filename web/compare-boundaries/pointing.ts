import { useSyncExternalStore } from 'react';

/** The overlap a mouse or the focus is at, in the table or on the map. Kept apart, since it changes with every move. */
export type Pointing = {
  readonly at: () => string | null;
  readonly pointAt: (key: string | null) => void;
  /** Gives back how to stop watching. */
  readonly watch: (notify: () => void) => () => void;
};

export function createPointing(): Pointing {
  const watchers = new Set<() => void>();
  let current: string | null = null;
  return {
    at: () => current,
    pointAt: (key) => {
      if (key === current) return;
      current = key;
      for (const notify of watchers) notify();
    },
    watch: (notify) => {
      watchers.add(notify);
      return () => {
        watchers.delete(notify);
      };
    },
  };
}

export function usePointedAt({ watch, at }: Pointing): string | null {
  return useSyncExternalStore(watch, at);
}
