import { hasCode } from './area.ts';
import type { Sector } from './need.ts';
import { isOpen, nextOpening } from './opening-hours.ts';
import type { Ground } from './place.ts';
import { type Contact, coversGround, type Team } from './team.ts';

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
};

export type Moment = {
  readonly sectors: readonly Sector[];
  /** Ground the team was found on. */
  readonly ground: Ground;
  /** Epoch milliseconds. */
  readonly at: number;
};

export function offerTeam(team: Team, { sectors, ground, at }: Moment): TeamOffer {
  const openNow = isOpen(team.hours, at);
  return {
    team,
    sectors: team.sectors.filter((sector) => sectors.includes(sector)),
    openNow,
    contactNow: openNow ? team.day : team.outOfHours,
    opensNext: nextOpening(team.hours, at) ?? null,
    because: `Covers ${coverageHere(team, ground)}.`,
  };
}

/** The names of the areas whose common ground brings the team here. */
function coverageHere({ covers }: Team, ground: Ground): string {
  const term = covers.find((each) => coversGround([each], ground)) ?? [];
  const names = term.map(
    ({ kind, code }) => ground.find((area) => area.set.kind === kind && hasCode(area, code))?.name,
  );
  return names.join(' within ');
}
