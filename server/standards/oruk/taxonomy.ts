import { type Need, type Sector, SECTORS } from '../../domain/need.ts';
import type { Team } from '../../domain/team.ts';
import { uuidOf } from '../uuid.ts';

export type Taxonomy = { readonly id: string; readonly name: string; readonly description: string };

export type TaxonomyTerm = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
  readonly taxonomy_id: string;
};

const NEEDS: Taxonomy = {
  id: uuidOf('taxonomy', 'needs'),
  name: 'Needs',
  description: 'What a person needs, as referrals are asked about here.',
};

const PARTS: Taxonomy = {
  id: uuidOf('taxonomy', 'sectors'),
  name: 'Sectors',
  description: 'Which part of public services a team belongs to.',
};

export const TAXONOMIES: readonly Taxonomy[] = [NEEDS, PARTS];

const SECTOR_TERMS: Readonly<Record<Sector, readonly [name: string, description: string]>> = {
  HEALTH: ['Health', 'Services of the National Health Service.'],
  SOCIAL_CARE: ['Social care', 'Services of the county or unitary council.'],
  HOUSING: ['Housing', 'Services of the district or unitary council as housing authority.'],
};

export function termsOf(needs: readonly Need[]): TaxonomyTerm[] {
  return [...needs.map(needTerm), ...SECTORS.map(sectorTerm)];
}

/** The needs a team answers and the sectors it is of. */
export function termsOfTeam(team: Team, needs: readonly Need[]): TaxonomyTerm[] {
  return [
    ...needs.filter(({ id }) => team.needs.includes(id)).map(needTerm),
    ...team.sectors.map(sectorTerm),
  ];
}

function needTerm({ id, name, description }: Need): TaxonomyTerm {
  return term(NEEDS, id, name, description);
}

function sectorTerm(sector: Sector): TaxonomyTerm {
  return term(PARTS, sector, ...SECTOR_TERMS[sector]);
}

function term(
  { id, name: taxonomy }: Taxonomy,
  key: string,
  name: string,
  description: string,
): TaxonomyTerm {
  return { id: uuidOf('term', taxonomy, key), name, description, taxonomy, taxonomy_id: id };
}
