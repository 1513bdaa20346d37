import { hasCode } from './area.ts';
import { bankHolidayOn } from './bank-holidays.ts';
import type { LocalDate } from './calendar.ts';
import { coversGround } from './coverage.ts';
import { londonDate } from './london-time.ts';
import type { Sector } from './need.ts';
import { isOpen, nextOpening } from './opening-hours.ts';
import type { Ground } from './place.ts';
import { type Contact, isStale, type Team } from './team.ts';

/** A team, and how to reach it at one moment. */
export type TeamOffer = {
  readonly team: Team;
  readonly sectors: readonly Sector[];
  readonly openNow: boolean;
  /** Who answers at that moment; null where nobody does. */
  readonly contactNow: Contact | null;
  /** Epoch milliseconds; null when open, or never opening. */
  readonly opensNext: number | null;
  readonly because: string;
  /** Another team fits as well for a sector this one answers for. */
  readonly tied: boolean;
  /** Nobody has checked its entry for longer than `STALE_AFTER_DAYS`. */
  readonly stale: boolean;
};

/** What of an offer is the same all day. */
export type AnsweringTeam = Pick<TeamOffer, 'team' | 'sectors' | 'because' | 'tied' | 'stale'>;

export type Answering = {
  readonly sectors: readonly Sector[];
  /** Ground the team was found on. */
  readonly ground: Ground;
  /** All teams that answer there. */
  readonly beside: readonly Team[];
  /** The day on which it is asked, in London: entries grow stale. */
  readonly today: LocalDate;
};

export function answeringTeam(
  team: Team,
  { sectors, ground, beside, today }: Answering,
): AnsweringTeam {
  const mine = team.sectors.filter((sector) => sectors.includes(sector));
  return {
    team,
    sectors: mine,
    because: `Covers ${coverageHere(team, ground)}.`,
    tied: beside.some(
      (other) => other !== team && other.sectors.some((each) => mine.includes(each)),
    ),
    stale: isStale(team, today),
  };
}

/** At a moment of that day, epoch milliseconds. */
export function offerAt(answering: AnsweringTeam, at: number): TeamOffer {
  const { day, outOfHours, hours } = answering.team;
  const openNow = isOpen(hours, at);
  return {
    ...answering,
    openNow,
    contactNow: openNow ? day : outOfHours,
    opensNext: nextOpening(hours, at) ?? null,
  };
}

/** The bank holiday of that moment, in the country whose bank holidays the teams keep; undefined where they keep none. */
export function bankHolidayOf(
  offers: readonly Pick<TeamOffer, 'team'>[],
  at: number,
): string | undefined {
  const countries = new Set(offers.map(({ team }) => team.hours.country));
  return [...countries]
    .map((country) => bankHolidayOn(londonDate(at), country))
    .find((name) => name !== undefined);
}

/** The names of the areas whose common ground brings the team here. */
function coverageHere({ covers }: Team, ground: Ground): string {
  const term = covers.find((each) => coversGround([each], ground)) ?? [];
  const names = term.map(
    ({ kind, code }) => ground.find((area) => area.set.kind === kind && hasCode(area, code))?.name,
  );
  return names.join(' within ');
}
