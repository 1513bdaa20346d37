import type { BoundarySet } from './area.ts';
import type { Arrangement } from './arrangement.ts';
import type { LocalDate, Period } from './calendar.ts';
import { instantOf, londonDate } from './london-time.ts';
import type { Need } from './need.ts';
import { nextChange } from './opening-hours.ts';
import type { Placeless } from './referral-outcome.ts';
import { staleFrom, type Team } from './team.ts';

type Known = {
  readonly sets: readonly BoundarySet[];
  readonly needs: readonly Need[];
  readonly teams: readonly Team[];
  readonly arrangements: readonly Arrangement[];
};

/** What was asked, as far as time changes its answer. */
export type AskedWhen = {
  readonly need: Need;
  readonly on: LocalDate;
  /** Epoch milliseconds. */
  readonly at: number;
};

/**
 * The next moment at which asking again may give another answer: a team of it opens or closes, an entry becomes stale,
 * or, when it is of today, a boundary set, a rule of the need, an arrangement or a team that answers it begins or ends.
 * Epoch milliseconds; undefined when nothing is known to change.
 */
export function holdsUntil(
  referral: Placeless,
  { need, on, at }: AskedWhen,
  directory: Known,
): number | undefined {
  const today = londonDate(at);
  const teams = teamsOf(referral);
  let day = on === today ? nextDay(need, today, directory) : undefined;
  const arrangements = referral.kind === 'routed' ? referral.arrangements : [];
  for (const entry of [...teams, ...arrangements]) {
    const stale = staleFrom(entry);
    if (stale !== undefined && stale > today) day = earlier(day, stale);
  }
  let until = day && instantOf({ date: day, minuteOfDay: 0 });
  for (const { hours } of teams) until = earlier(until, nextChange(hours, at));
  return until;
}

function earlier<Time extends LocalDate | number>(
  one: Time | undefined,
  other: Time | undefined,
): Time | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

function teamsOf(referral: Placeless): readonly Team[] {
  switch (referral.kind) {
    case 'routed':
      return referral.teams.map(({ team }) => team);
    case 'needs-choice':
      return referral.standby;
    case 'not-routable':
      return [];
  }
}

/** By need and day, for as long as a directory is in use. */
const nextDays = new WeakMap<Known, Map<string, NextDays>>();
type NextDays = Map<LocalDate, LocalDate | undefined>;

/** The next day on which a boundary set, a rule of the need or a team that answers it begins or ends. */
function nextDay({ id }: Need, today: LocalDate, directory: Known): LocalDate | undefined {
  const byNeed = nextDays.get(directory) ?? new Map<string, NextDays>();
  nextDays.set(directory, byNeed);
  const days: NextDays = byNeed.get(id) ?? new Map<LocalDate, LocalDate | undefined>();
  byNeed.set(id, days);
  if (days.has(today)) return days.get(today);
  const needs = directory.needs.filter((need) => need.id === id);
  const rules = needs.flatMap(({ sectors, notOffered }) => [...sectors, ...notOffered]);
  const answering = directory.teams.filter(({ needs }) => needs.includes(id));
  const next = daysAfter(today, [
    ...directory.sets,
    ...directory.arrangements,
    ...rules,
    ...answering,
  ]).sort()[0];
  if (days.size >= MOST_KNOWN) days.clear();
  days.set(today, next);
  return next;
}

const MOST_KNOWN = 100;

function daysAfter(today: LocalDate, all: readonly { readonly period: Period }[]): LocalDate[] {
  return all
    .flatMap(({ period }) => [period.from, period.to])
    .filter((day) => day !== null)
    .filter((day) => day > today);
}
