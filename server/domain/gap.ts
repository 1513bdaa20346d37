import { holds, type LocalDate } from './calendar.ts';
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

type Entries = {
  /** Teams of the need and sector that answer here that day, for some age. */
  readonly here: readonly Team[];
  /** Those whose entry names this ground by areas of any day: some may have ended, or be to come. */
  readonly named: readonly Team[];
  /** Whether any team of the need and sector answers anywhere that day. */
  readonly isElsewhere: boolean;
  readonly on: LocalDate;
};

export function gapOf({ here, named, isElsewhere, on }: Entries): Gap {
  if (here.length > 0) return { cause: 'OTHER_AGES', teams: here };
  const found = GAP_CAUSES.map((cause) => ({
    cause,
    teams: named.filter(({ period }) => causeOf(period, on) === cause),
  })).find(({ teams }) => teams.length > 0);
  return found ?? { cause: isElsewhere ? 'ELSEWHERE' : 'NOBODY', teams: [] };
}

/** Of a team whose entry names this ground on some day, and that does not answer here on this one. */
function causeOf(period: Team['period'], on: LocalDate): GapCause {
  if (holds(period, on)) return 'LINES_MOVED';
  return period.from !== null && on < period.from ? 'NOT_YET' : 'ENDED';
}
