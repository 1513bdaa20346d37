import type { BoundarySet } from './area.ts';
import type { LocalDate, Period } from './calendar.ts';
import { instantOf, londonDate } from './london-time.ts';
import type { Need } from './need.ts';
import { nextChange } from './opening-hours.ts';
import type { Routed } from './referral-outcome.ts';
import type { Team } from './team.ts';

type Known = {
  readonly sets: readonly BoundarySet[];
  readonly needs: readonly Need[];
  readonly teams: readonly Team[];
};

/**
 * The next moment at which asking again may give another answer: a team of it opens or closes, or, when it is of
 * today, a boundary set, a rule of the need or a team that answers it begins or ends. Epoch milliseconds;
 * undefined when nothing is known to change.
 */
export function holdsUntil(
  { at, teams, need, on }: Pick<Routed, 'at' | 'teams' | 'need'> & { readonly on: LocalDate },
  directory: Known,
): number | undefined {
  const today = londonDate(at);
  const rules = directory.needs
    .filter(({ id }) => id === need.id)
    .flatMap(({ sectors }) => sectors);
  const answering = directory.teams.filter(({ needs }) => needs.includes(need.id));
  const days = on === today ? daysAfter(today, [...directory.sets, ...rules, ...answering]) : [];
  const moments = [
    ...teams.map(({ team }) => nextChange(team.hours, at)),
    ...days.map((date) => instantOf({ date, minuteOfDay: 0 })),
  ];
  return moments
    .filter((moment) => moment !== undefined)
    .reduce<number | undefined>((first, each) => Math.min(first ?? each, each), undefined);
}

function daysAfter(today: LocalDate, all: readonly { readonly period: Period }[]): LocalDate[] {
  return all
    .flatMap(({ period }) => [period.from, period.to])
    .filter((day) => day !== null)
    .filter((day) => day > today);
}
