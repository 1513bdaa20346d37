import type { LocalDate, Period } from '../domain/calendar.ts';
import { instantOf } from '../domain/london-time.ts';

/** Epoch milliseconds at which an entry can last have become what it is: loaded, begun or ended. */
export function modifiedAt(
  { from, to }: Period,
  { loadedAt, today }: { readonly loadedAt: string; readonly today: LocalDate },
): number {
  const turns = [from, to]
    .filter((day) => day !== null)
    .filter((day) => day <= today)
    .map((date) => instantOf({ date, minuteOfDay: 0 }));
  return Math.max(Date.parse(loadedAt), ...turns);
}
