import type { LocalDate, Period } from '../server/domain/calendar.ts';
import { InputFault } from './input-fault.ts';
import type { BoundarySource } from './manifest.ts';
import { inOrder, type ReadArea } from './read/geojson.ts';

/** One edition out of a file that holds several. */
export type Edition = { readonly source: BoundarySource; readonly areas: readonly ReadArea[] };

/** A new edition on each day on which an area of the file begins or ends; the first keeps the manifest's name. */
export function editionsOf(source: BoundarySource, areas: readonly ReadArea[]): Edition[] {
  return periodsOf(source.period, areas).map((period, at) => ({
    source: {
      ...source,
      period,
      edition: at === 0 ? source.edition : `${source.edition} from ${period.from ?? ''}`,
    },
    areas: inOrder(livingAreas(source, areas, period)),
  }));
}

function periodsOf(whole: Period, areas: readonly ReadArea[]): Period[] {
  const days = areas
    .flatMap(({ life }) => [life.from, life.to])
    .filter((day) => day !== null && isWithin(day, whole));
  const changes = [...new Set(days)].sort();
  return [whole.from, ...changes].map((from, at) => ({ from, to: changes[at] ?? whole.to }));
}

/** After its first day and before its last: only such a change parts it. */
function isWithin(day: LocalDate, { from, to }: Period): boolean {
  return (from === null || day > from) && (to === null || day < to);
}

function livingAreas(
  { kind, edition }: BoundarySource,
  areas: readonly ReadArea[],
  { from }: Period,
): ReadArea[] {
  const living = areas.filter(({ life }) => isThereOn(life, from));
  if (living.length === 0)
    throw new InputFault(
      `${areas[0]?.where.replace(/, feature .*/, '') ?? ''}: wanted areas of ${kind} ${edition} on ${from ?? 'its first days'}, found none`,
    );
  return living;
}

/** Null is before every day that is written. */
function isThereOn(life: Period, day: LocalDate | null): boolean {
  if (day === null) return life.from === null;
  return (life.from === null || life.from <= day) && (life.to === null || day < life.to);
}
