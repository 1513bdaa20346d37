import type { BoundarySet } from './area.ts';
import type { Decision } from './decision.ts';
import { RULE_OF } from './need.ts';
import { type Confidence, type Place, placeConfidence, type Warning } from './place.ts';
import type { Reason } from './referral-outcome.ts';

/** Every rule applied, every fact it was applied to, and every doubt. */
export function reasonsOf(decision: Decision, place: Place, practiceUnknown: boolean): Reason[] {
  const reasons: Reason[] = decision.responsible.map(({ rule, because }) => ({
    rule,
    fact: because,
    source: RULE_OF[rule].source,
  }));
  for (const { rule, presumed } of decision.responsible) {
    const { presumedUnless, source } = RULE_OF[rule];
    if (presumed && presumedUnless !== null)
      reasons.push({ rule: 'presumed', fact: presumedUnless, source });
  }
  if (practiceUnknown)
    reasons.push({
      rule: 'practice-unknown',
      fact: 'No record says which NHS body this GP practice belonged to on that day, so the home was used.',
      source: 'GP practice membership of this release',
    });
  for (const set of bodySets(decision)) {
    if (set.status === 'OFFICIAL') continue;
    reasons.push({
      rule: 'boundary-status',
      fact: `The ${set.kind} lines are ${set.status.toLowerCase()}.`,
      source: set.source,
    });
  }
  return [
    ...reasons,
    ...doubtsAbout(place, bodySets(decision)).map(({ code, message }) => ({
      rule: code,
      fact: message,
      source: 'Distance to the lines that matter to this need',
    })),
  ];
}

/** Only doubts about lines that matter to this need count: rule 5 of the design. */
export function confidenceOf(decision: Decision, place: Place): Confidence {
  const doubtful =
    decision.responsible.some(({ presumed }) => presumed) ||
    bodySets(decision).some(({ status }) => status !== 'OFFICIAL') ||
    doubtsAbout(place, bodySets(decision)).length > 0;
  return doubtful ? 'MEDIUM' : 'HIGH';
}

/** A line the address straddles is no doubt here: both sides gave this one decision. */
function doubtsAbout(place: Place, sets: readonly BoundarySet[]): Warning[] {
  return placeConfidence(place, sets).warnings.filter(({ code }) => code !== 'STRADDLES');
}

function bodySets({ responsible }: Decision): BoundarySet[] {
  return [...new Set(responsible.map(({ body }) => body.set))];
}
