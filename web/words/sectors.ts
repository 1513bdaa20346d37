import type { Sector } from '../api/generated/graphql.ts';
import { capital } from './kinds.ts';
import { inList } from './sentences.ts';

const SECTORS = {
  HEALTH: 'health',
  SOCIAL_CARE: 'social care',
  HOUSING: 'housing',
} as const satisfies Record<Sector, string>;

export function sectorsInWords(sectors: readonly Sector[]): string {
  return capital(inList(sectors.map((sector) => SECTORS[sector])));
}
