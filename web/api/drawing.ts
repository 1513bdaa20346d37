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
): Promise<Drawn> {
  const path = [release, left, right, asAt, metres].map(encodeURIComponent).join('/');
  const response = await fetch(`/drawings/${path}`);
  if (!response.ok) throw new Error(`Wanted a drawing, found status ${response.status}`);
  return (await response.json()) as Drawn;
}
