import type { Comparison } from './ask.ts';
import type { ComparedArea } from './matrix.ts';
import { areasCompared } from './only-partners.ts';

const MOST = 8;

/** The area of either side whose code was typed, else those whose name holds it, those that begin with it first; each code once. */
export function areasNamed(comparison: Comparison, typed: string): ComparedArea[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const { lefts, rights } = areasCompared(comparison);
  const byCode = new Map([...rights, ...lefts].map((area) => [area.code, area]));
  const coded = byCode.get(typed.trim().toUpperCase());
  if (coded) return [coded];
  return [...byCode.values()]
    .map((area) => ({ area, at: plain(area.name).indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || a.area.name.localeCompare(b.area.name, 'en-GB'))
    .slice(0, MOST)
    .map(({ area }) => area);
}

/** Letters and figures alone, so that `east hants` and `Mid Hampshire` need no hyphens. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
