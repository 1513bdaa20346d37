/** Ticks a piece that was not, and the other way round. */
export function toggled(ticked: ReadonlySet<string>, piece: string): ReadonlySet<string> {
  const next = new Set(ticked);
  if (!next.delete(piece)) next.add(piece);
  return next;
}
