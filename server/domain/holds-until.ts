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
  const entries = [...teams, ...(referral.kind === 'routed' ? referral.arrangements : [])];
  const stale = entries.map(staleFrom).filter((day) => day !== undefined && day > today);
  const day = earliest([on === today ? nextDay(need, today, directory) : undefined, ...stale]);
  return earliest([
    day && instantOf({ date: day, minuteOfDay: 0 }),
    ...teams.map(({ hours }) => nextChange(hours, at)),
  ]);
}

function earliest<Time extends LocalDate | number>(
  times: readonly (Time | undefined)[],
): Time | undefined {
  let first: Time | undefined;
  for (const time of times)
    if (time !== undefined && (first === undefined || time < first)) first = time;
  return first;
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
const nextDays = new WeakMap<Known, Map<string, LocalDate | undefined>>();

/** The next day on which a boundary set, a rule of the need or a team that answers it begins or ends. */
function nextDay({ id }: Need, today: LocalDate, directory: Known): LocalDate | undefined {
  const known = nextDays.get(directory) ?? new Map<string, LocalDate | undefined>();
  nextDays.set(directory, known);
  const key = `${id} ${today}`;
  if (known.has(key)) return known.get(key);
  const needs = directory.needs.filter((need) => need.id === id);
  const rules = needs.flatMap(({ sectors, notOffered }) => [...sectors, ...notOffered]);
  const answering = directory.teams.filter(({ needs }) => needs.includes(id));
  const next = daysAfter(today, [
    ...directory.sets,
    ...directory.arrangements,
    ...rules,
    ...answering,
  ]).sort()[0];
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, next);
  return next;
}

const MOST_KNOWN = 1000;

function daysAfter(today: LocalDate, all: readonly { readonly period: Period }[]): LocalDate[] {
  return all
    .flatMap(({ period }) => [period.from, period.to])
    .filter((day) => day !== null)
    .filter((day) => day > today);
}
