import { holds, type LocalDate } from './calendar.ts';
import { coversGround } from './coverage.ts';
import type { Ground } from './place.ts';
import type { Team } from './team.ts';

export const GAP_CAUSES = [
  'OTHER_AGES',
  'LINES_MOVED',
  'NOT_YET',
  'ENDED',
  'ELSEWHERE',
  'NOBODY',
] as const;
/** What a directory says of ground where no team answers, the most telling first. */
export type GapCause = (typeof GAP_CAUSES)[number];

export type Gap = {
  readonly cause: GapCause;
  /** The teams it is about; none where teams are only elsewhere, or nowhere. */
  readonly teams: readonly Team[];
};

type Directory = {
  /** Teams of the need and sector that answer here that day, for some age. */
  readonly here: readonly Team[];
  /** Every team of the need and sector, of any day, anywhere. */
  readonly all: readonly Team[];
  readonly on: LocalDate;
};

/** Of ground with the areas of every day: an entry may name one that has ended, or is to come. */
export function gapOf(whole: readonly Ground[], { here, all, on }: Directory): Gap {
  if (here.length > 0) return { cause: 'OTHER_AGES', teams: here };
  const named = all.filter(({ covers }) => whole.some((ground) => coversGround(covers, ground)));
  const found = GAP_CAUSES.map((cause) => ({
    cause,
    teams: named.filter(({ period }) => causeOf(period, on) === cause),
  })).find(({ teams }) => teams.length > 0);
  if (found) return found;
  const isElsewhere = all.some(({ period }) => holds(period, on));
  return { cause: isElsewhere ? 'ELSEWHERE' : 'NOBODY', teams: [] };
}

/** Of a team whose entry names this ground on some day, and that does not answer here on this one. */
function causeOf(period: Team['period'], on: LocalDate): GapCause {
  if (holds(period, on)) return 'LINES_MOVED';
  return period.from !== null && on < period.from ? 'NOT_YET' : 'ENDED';
}
