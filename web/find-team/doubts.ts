import type { ReferralInput } from '../api/generated/graphql.ts';
import type { Routed } from './ask.ts';

/** Reasons that are no rule of responsibility are causes of doubt; each is said once. */
export function doubtsOf({
  reasons,
  responsible,
}: Pick<Routed, 'reasons' | 'responsible'>): string[] {
  const rules = new Set(responsible.map(({ rule }) => rule));
  return [...new Set(reasons.filter(({ rule }) => !rules.has(rule)).map(({ fact }) => fact))];
}

/** True where the GP practice, not given yet, would make a presumption surer. */
export function wantsPractice(
  { responsible }: Pick<Routed, 'responsible'>,
  { gpPractice }: Pick<ReferralInput, 'gpPractice'>,
): boolean {
  return !gpPractice && responsible.some(({ sector, presumed }) => sector === 'HEALTH' && presumed);
}
