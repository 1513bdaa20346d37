/** A time when another release became the one that answers: loaded or switched to, or gone back to. */
export type Turn = { readonly release: number; readonly way: 'forward' | 'back' };

/**
 * The releases that going back would pass through, oldest first; the last one answers now. Going back twice
 * goes back two releases, not to and fro.
 */
export function backwards(turns: readonly Turn[]): number[] {
  const path: number[] = [];
  for (const { release, way } of turns) {
    if (way === 'forward') path.push(release);
    else path.length = path.lastIndexOf(release, -2) + 1;
  }
  return path;
}
