import { type Coterminosity, coterminosity } from '../domain/coterminosity.ts';
import {
  drawProposal,
  type Proposal,
  type ProposedArea,
  type Undrawable,
} from '../domain/proposal.ts';
import { type AffectedTeam, affectedTeams } from '../domain/team.ts';
import { AskingFault } from './asking-fault.ts';
import { type ComparisonAsk, type Weighed, weighed } from './compare.ts';
import type { OpenRelease } from './open-release.ts';

export type ProposalAsk = ComparisonAsk & { readonly areas: readonly ProposedArea[] };

export type Proposed = Proposal & {
  readonly before: Coterminosity;
  /** Teams of that day whose coverage names an area that would change. */
  readonly affected: readonly AffectedTeam[];
  readonly slivers: Weighed['slivers'];
};

/** What a redrawn left set would do. Nothing of it is kept. */
export async function propose(release: OpenRelease, ask: ProposalAsk): Promise<Proposed> {
  const { weighing, left, slivers } = await weighed(release, ask);
  const unnamed = ask.areas.findIndex(({ name }) => name.trim() === '');
  if (unnamed >= 0)
    throw new AskingFault(`Wanted a name of proposed area ${unnamed + 1}, found none.`);
  const drawn = drawProposal(ask.areas, weighing, left);
  if ('kind' in drawn) throw new AskingFault(inWords(drawn));
  const changed = drawn.change.areas
    .filter(({ change }) => change !== 'UNCHANGED')
    .map(({ area }) => area);
  return {
    ...drawn,
    before: coterminosity(weighing),
    slivers,
    affected: affectedTeams(release.atlas.teams, changed, ask.on),
  };
}

function inWords(fault: Undrawable): string {
  switch (fault.kind) {
    case 'no-such-piece':
      return `Wanted an overlap of the two sets, found "${fault.left.slice(0, 40)}" with "${fault.right.slice(0, 40)}".`;
    case 'no-such-area':
      return `Wanted the code of an area of the left set to continue, found "${fault.code.slice(0, 40)}".`;
    case 'given-twice':
      return `Wanted each overlap in one proposed area, found ${fault.overlap.left.name} with ${fault.overlap.right.name} in two.`;
    case 'continued-twice':
      return `Wanted each area continued by one proposed area, found ${fault.area.name} continued by two.`;
  }
}
