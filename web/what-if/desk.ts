import { useSyncExternalStore } from 'react';

import { hasChanges, type Work } from './work.ts';

/** The proposal on the page with its earlier and undone states. It outlives a look at another page, not a reload. */
export type Desk = {
  readonly work: Work | null;
  readonly earlier: readonly Work[];
  readonly undone: readonly Work[];
  /** As it was last kept in a file or loaded from one. */
  readonly kept: Work | null;
};

const EMPTY: Desk = { work: null, earlier: [], undone: [], kept: null };

let desk = EMPTY;
const watchers = new Set<() => void>();

export function useDesk(): Desk {
  return useSyncExternalStore(watch, () => desk);
}

export function isUnsaved({ work, kept }: Desk): boolean {
  return work !== null && work !== kept && hasChanges(work);
}

/** From this state to that, so that it can be undone. */
export function lay(from: Work, to: Work): void {
  if (from === to) return;
  put({ ...desk, work: to, earlier: [...desk.earlier, from], undone: [] });
}

export function undo(): Work | null {
  const before = desk.earlier.at(-1);
  if (!before || !desk.work) return null;
  put({
    ...desk,
    work: before,
    earlier: desk.earlier.slice(0, -1),
    undone: [...desk.undone, desk.work],
  });
  return before;
}

export function redo(): Work | null {
  const again = desk.undone.at(-1);
  if (!again || !desk.work) return null;
  put({
    ...desk,
    work: again,
    earlier: [...desk.earlier, desk.work],
    undone: desk.undone.slice(0, -1),
  });
  return again;
}

export function markKept(work: Work): void {
  put({ ...desk, kept: work });
}

function put(next: Desk): void {
  desk = next;
  if (isUnsaved(desk)) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
  for (const notify of watchers) notify();
}

/** The browser asks in its own words. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function watch(notify: () => void): () => void {
  watchers.add(notify);
  return () => {
    watchers.delete(notify);
  };
}
