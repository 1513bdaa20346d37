import { setImmediate as turn } from 'node:timers/promises';

const AT_ONCE = 20;

/** Writes a long page in pieces: between them others are answered. */
export async function inTurns<Thing, Item>(
  things: readonly Thing[],
  write: (thing: Thing) => Item | Promise<Item>,
): Promise<Item[]> {
  const written: Item[] = [];
  for (const thing of things) {
    if (written.length % AT_ONCE === AT_ONCE - 1) await turn();
    written.push(await write(thing));
  }
  return written;
}
