import {
  type Area,
  type BoundarySet,
  COUNCIL_KINDS,
  hasCode,
  HEALTH_KINDS,
  kindName,
} from './area.ts';
import {
  type Decision,
  type Facts,
  goesByPractice,
  isSameDecision,
  setOfRule,
} from './decision.ts';
import type { Need } from './need.ts';
import { areaOfSet, type Part } from './place.ts';

/** Key of the answer that says the address lies in no area of the set asked about. */
export const ELSEWHERE = 'elsewhere';

export type ChoiceOption = {
  readonly answer: string;
  readonly label: string;
  readonly share: number | null;
  readonly area: Area | null;
};

export type Question = {
  /** The kind of boundary asked about. */
  readonly key: string;
  readonly text: string;
  readonly options: readonly ChoiceOption[];
};

export type Candidate = Part & { readonly decision: Decision };

/**
 * The one question whose answer tells these candidates apart. A line matters to a need only where
 * decisions differ across it, so the sets are tried in this order: those the need's own rules name,
 * then the rest; first one that settles all, else one that helps. A person with no fixed abode is asked
 * first which council area they are in.
 */
export function questionFor(
  { need, sets, noFixedAbode }: Pick<Facts, 'need' | 'sets' | 'noFixedAbode'>,
  candidates: readonly Candidate[],
): Question {
  const councils = noFixedAbode ? sets.filter(({ kind }) => kind === 'upper-tier') : [];
  const named = need.sectors
    .map(({ rule }) => setOfRule(rule, sets))
    .filter((set): set is BoundarySet => set !== undefined);
  const dividing = [...new Set([...councils, ...named, ...sets])].filter(
    (set) => partsBy(set, candidates).size > 1,
  );
  const set =
    dividing.find((each) => councils.includes(each) || settles(each, candidates)) ?? dividing[0];
  if (!set) throw new Error(`Candidates for ${need.id} differ, but no set in force divides them`);
  return {
    key: set.kind,
    text: isOfDetention(need)
      ? wordingOfThen(set)
      : wording(set, noFixedAbode || actsWherePresent(set, need, sets)),
    options: noFixedAbode ? byName(optionsOf(set, candidates)) : optionsOf(set, candidates),
  };
}

/** True when the candidates left by each answer agree. */
function settles(set: BoundarySet, candidates: readonly Candidate[]): boolean {
  return [...partsBy(set, candidates).values()].every((group) =>
    group.every(({ decision }) => group[0] && isSameDecision(decision, group[0].decision)),
  );
}

function partsBy(
  set: BoundarySet,
  candidates: readonly Candidate[],
): Map<Area | undefined, readonly Candidate[]> {
  return Map.groupBy(candidates, ({ ground }) => areaOfSet(ground, set));
}

function optionsOf(set: BoundarySet, candidates: readonly Candidate[]): ChoiceOption[] {
  return [...partsBy(set, candidates)]
    .map(([area, group]) => ({
      answer: area?.code ?? ELSEWHERE,
      label: area?.name ?? 'Somewhere else',
      share: group.reduce((sum, { share }) => sum + share, 0),
      area: area ?? null,
    }))
    .sort(
      (a, b) =>
        Number(a.area === null) - Number(b.area === null) ||
        compareShares(a.share, b.share) ||
        (a.label < b.label ? -1 : 1),
    );
}

/** The larger first; sums of the same shares in another order are the same. */
export function compareShares(a: number, b: number): number {
  return Math.abs(a - b) < 1e-9 ? 0 : b - a;
}

/** How many postcodes an area has says nothing of where a person with no home is. */
function byName(options: readonly ChoiceOption[]): ChoiceOption[] {
  return options
    .map((option) => ({ ...option, share: null }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** True where the rule that names this council goes by where the person is, or every rule does that names a council at all. */
function actsWherePresent(set: BoundarySet, need: Need, sets: readonly BoundarySet[]): boolean {
  const byCouncil = need.sectors.filter(({ rule }) => !goesByPractice(rule));
  const naming = byCouncil.filter(({ rule }) => setOfRule(rule, sets) === set);
  const rules = naming.length > 0 ? naming : byCouncil;
  return rules.length > 0 && rules.every(({ rule }) => rule === 'where-present');
}

function wording({ kind }: BoundarySet, present: boolean): string {
  if (HEALTH_KINDS.includes(kind)) return 'Which of these is the person’s GP practice part of?';
  if (!COUNCIL_KINDS.includes(kind)) return whichOf(kind);
  return present
    ? 'Which council area is the person in now?'
    : 'Which council is on the person’s council tax bill?';
}

function whichOf(kind: string): string {
  return `Which of these is the address in: which ${kindName(kind)}?`;
}

/** True where the bodies of an earlier time answer: those of just before the person was detained. */
function isOfDetention({ sectors }: Need): boolean {
  return sectors.some(({ rule }) => rule === 'detained-from' || rule === 'resident-when-detained');
}

function wordingOfThen({ kind }: BoundarySet): string {
  if (HEALTH_KINDS.includes(kind))
    return 'Which of these was the person’s GP practice part of just before they were detained?';
  if (!COUNCIL_KINDS.includes(kind)) return whichOf(kind);
  return 'Which council was on the person’s council tax bill just before they were detained?';
}

/** Candidates that an answer leaves. */
export function keepAnswered<T extends Part>(
  parts: readonly T[],
  set: BoundarySet,
  answer: string,
): readonly T[] {
  return parts.filter(({ ground }) => {
    const area = areaOfSet(ground, set);
    return area ? hasCode(area, answer) : answer === ELSEWHERE;
  });
}
