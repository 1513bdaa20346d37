import type { Sector } from './need.ts';
import { isOpen, nextOpening } from './opening-hours.ts';
import type { Contact, Team } from './team.ts';

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

export function offerTeam(team: Team, sectors: readonly Sector[], at: number): TeamOffer {
  const openNow = isOpen(team.hours, at);
  return {
    team,
    sectors: team.sectors.filter((sector) => sectors.includes(sector)),
    openNow,
    contactNow: openNow ? team.day : team.outOfHours,
    opensNext: nextOpening(team.hours, at) ?? null,
    because: `Covers ${team.covers.map(termInWords).join(', or ')}`,
  };
}

function termInWords(term: Team['covers'][number]): string {
  return term.map(({ kind, code }) => `${kind} ${code}`).join(' within ');
}
