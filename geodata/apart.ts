import type { AreaShape } from '../server/domain/boundary-index.ts';
import { isSliver } from '../server/domain/overlap.ts';
import type { Drawing } from './draw.ts';
import { InputFault } from './input-fault.ts';
import type { BoundarySource } from './manifest.ts';
import { rowsWithin, sharedGrounds } from './overlay/overlay.ts';
import type { Pool } from './overlay/pool.ts';
import type { SharedGround } from './overlay/tasks.ts';

/** Ground that two areas of one set both claim. */
export type Doubled = Pick<SharedGround, 'left' | 'right' | 'km2'>;

/**
 * Lays each set over itself. Throws one sentence where two areas of a set overlap, since which of them a
 * place is in would be chance; slivers are let pass, and returned.
 */
export async function checkApart(
  { sets, sources, areas }: Drawing,
  pool: Pool,
): Promise<Doubled[]> {
  const grounds = await sharedGrounds(rowsWithin(sets, areas), pool, () => undefined);
  for (const ground of grounds) {
    const [left, right] = [areas[ground.left], areas[ground.right]];
    if (!left || !right) throw new Error(`There are no areas ${ground.left} and ${ground.right}`);
    if (!isThin(ground, left, right))
      throw new InputFault(overlapInWords(ground, left, right, sources[left.area.set.id]));
  }
  return grounds.map(({ left, right, km2 }) => ({ left, right, km2 }));
}

function isThin({ km2, widthMetres }: SharedGround, left: AreaShape, right: AreaShape): boolean {
  return isSliver({
    km2,
    widthMetres,
    leftKm2: left.area.km2,
    rightKm2: right.area.km2,
    resolutionMetres: left.area.set.resolutionMetres,
  });
}

function overlapInWords(
  { km2 }: SharedGround,
  { area: left }: AreaShape,
  { area: right }: AreaShape,
  source: BoundarySource | undefined,
): string {
  const from = source?.from;
  const file = from?.way === 'file' ? from.file : (from?.table ?? '');
  const shared = Number(km2.toPrecision(3));
  return `${file}: wanted areas of ${left.set.kind} ${left.set.edition} that do not overlap, found that ${left.code} (${left.name}) and ${right.code} (${right.name}) share ${shared} km²`;
}
