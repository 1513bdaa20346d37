import type { AreaShape } from '../server/domain/boundary-index.ts';
import { SLIVER_RESOLUTIONS } from '../server/domain/overlap.ts';
import type { Drawing } from './draw.ts';
import type { Pool } from './overlay/pool.ts';

/** Of latitude, and of longitude at the equator: north of it a degree is less, so that nothing near is missed. */
const METRES_A_DEGREE = 111_000;

/**
 * Set by set, in words, how many areas have a line that does not meet their neighbours': narrow gaps and
 * overlaps. A wider gap cannot be told from water here; where homes are in it, the directory's own codes tell.
 */
export async function unmetLines({ sets, areas }: Drawing, pool: Pool): Promise<string[]> {
  const found = await Promise.all(
    sets.map(async (set) => {
      const members = areas.filter(({ area }) => area.set === set);
      const firsts = await pool.run({
        kind: 'unmet',
        areas: members.map(({ area }) => area.id),
        degrees: (SLIVER_RESOLUTIONS * set.resolutionMetres) / METRES_A_DEGREE,
      });
      return unmetInWords(members, firsts);
    }),
  );
  return found.flat();
}

function unmetInWords(
  members: readonly AreaShape[],
  firsts: readonly (readonly [lon: number, lat: number] | undefined)[],
): string[] {
  const unmet = members.flatMap(({ area }, at) => {
    const first = firsts[at];
    return first ? [{ area, first }] : [];
  });
  const [one] = unmet;
  if (!one) return [];
  const { code, name, set } = one.area;
  const at = one.first.map((degree) => Number(degree.toFixed(6))).join(', ');
  return [
    `${set.kind} ${set.edition}: lines of ${unmet.length} of ${members.length} areas leave a narrow gap or overlap, first at ${at} (${code}, ${name})`,
  ];
}
