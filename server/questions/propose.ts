import { holds } from '../domain/calendar.ts';
import { type Coterminosity, coterminosity } from '../domain/coterminosity.ts';
import { coversArea } from '../domain/coverage.ts';
import {
  drawProposal,
  type Proposal,
  type ProposedArea,
  type Undrawable,
} from '../domain/proposal.ts';
import type { Team } from '../domain/team.ts';
import { AskingFault } from './asking-fault.ts';
import { type ComparisonAsk, weighed } from './compare.ts';
import type { OpenRelease } from './open-release.ts';

export type ProposalAsk = ComparisonAsk & { readonly areas: readonly ProposedArea[] };

export type Proposed = Proposal & {
  readonly before: Coterminosity;
  /** Teams of that day whose coverage names an area that would change. */
  readonly teams: readonly Team[];
};

/** What a redrawn left set would do. Nothing of it is kept. */
export async function propose(release: OpenRelease, ask: ProposalAsk): Promise<Proposed> {
  const { weighing, left } = await weighed(release, ask);
  const drawn = drawProposal(ask.areas, weighing, left);
  if ('kind' in drawn) throw new AskingFault(inWords(drawn));
  const changed = drawn.change.areas
    .filter(({ change }) => change !== 'UNCHANGED')
    .map(({ area }) => area);
  return {
    ...drawn,
    before: coterminosity(weighing),
    teams: release.atlas.teams.filter(
      (team) => holds(team.period, ask.on) && changed.some((area) => coversArea(team.covers, area)),
    ),
  };
}

function inWords(fault: Undrawable): string {
  switch (fault.kind) {
    case 'no-such-piece':
      return `Wanted an overlap of the two sets, found "${fault.left.slice(0, 40)}" with "${fault.right.slice(0, 40)}".`;
    case 'given-twice':
      return `Wanted each overlap in one proposed area, found ${fault.overlap.left.name} with ${fault.overlap.right.name} in two.`;
  }
}
