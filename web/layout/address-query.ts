/** A query with some names given another value, or taken out by null; what else it says is kept. */
export function changeQuery(
  query: string,
  changes: Readonly<Record<string, string | null>>,
): string {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes))
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  return changed.size === 0 ? '' : `?${changed}`;
}
