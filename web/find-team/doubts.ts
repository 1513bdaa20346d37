import type { Routed } from './ask.ts';

/** Reasons that are no rule of responsibility are causes of doubt; each is said once. */
export function doubtsOf({
  reasons,
  responsible,
}: Pick<Routed, 'reasons' | 'responsible'>): string[] {
  const rules = new Set(responsible.map(({ rule }) => rule));
  return [...new Set(reasons.filter(({ rule }) => !rules.has(rule)).map(({ fact }) => fact))];
}

/** True when giving the GP practice would turn a presumption into a fact. */
export function isPracticeUnknown({ responsible }: Pick<Routed, 'responsible'>): boolean {
  return responsible.some(({ sector, presumed }) => sector === 'HEALTH' && presumed);
}
