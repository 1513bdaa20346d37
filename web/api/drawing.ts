/** Two sets of one release on a day, as fine as asked for: a file of its own, which a browser keeps. */
export type DrawingAddress = {
  readonly release: string;
  readonly left: string;
  readonly right: string;
  readonly asAt: string;
};

/** Throws where no drawing comes. */
export async function fetchDrawing<Drawn>(
  { release, left, right, asAt }: DrawingAddress,
  metres: number,
  /** What alone is drawn, with what lies around it; all when left out. */
  around: { readonly east: number; readonly north: number } | undefined,
): Promise<Drawn> {
  const square = around ? [`${around.east}x${around.north}`] : [];
  const parts = [release, left, right, asAt, metres, ...square];
  const path = parts.map(encodeURIComponent).join('/');
  const response = await fetch(`/drawings/${path}`);
  if (!response.ok) throw new Error(`Wanted a drawing, found status ${response.status}`);
  return (await response.json()) as Drawn;
}
