/** Gives what it finds, by key. Nothing for a key it does not know. */
export type LookUp<Key, Found> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Found>>;

/** Whoever has more to look up does so alone, lest those with little wait for it. */
const FEW = 10;

/** Looks up in one go what everybody asks in one turn of the event loop; each may find more than they asked for. */
export function together<Key, Found>(lookUp: LookUp<Key, Found>): LookUp<Key, Found> {
  let waiting = new Set<Key>();
  const go = onceInATurn(() => {
    const keys = [...waiting];
    waiting = new Set();
    return lookUp(keys);
  });
  return (keys) => {
    if (keys.length > FEW) return lookUp(keys);
    if (keys.length === 0) return Promise.resolve(new Map<Key, Found>());
    for (const key of keys) waiting.add(key);
    return go();
  };
}

/** All who ask in one turn of the event loop are given one answer, looked for once all have asked. */
export function onceInATurn<Found>(look: () => Promise<Found>): () => Promise<Found> {
  let asked: Promise<Found> | undefined;
  return () => {
    asked ??= new Promise((resolve) => {
      // A tick comes after whatever can still go on in this turn.
      process.nextTick(() => {
        asked = undefined;
        resolve(look());
      });
    });
    return asked;
  };
}
