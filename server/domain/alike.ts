import type { Need } from './need.ts';
import { NEAR_METRES, type Part, type Place, type PlaceOutcome } from './place.ts';
import { decideReferral, type Directory, type ReferralQuestion } from './referral.ts';
import type { NeedsChoice, NotRoutable, Referral, Routed } from './referral-outcome.ts';

/** A referral without the place it was asked about: the same for every place that lies alike. */
export type Placeless = Omit<Routed, 'place'> | NeedsChoice | NotRoutable;

export type Settled = {
  readonly referral: Placeless;
  /** Of a person with no fixed abode: the ground that answers left. */
  readonly parts: readonly Part[] | null;
};

/**
 * Decides one referral after another. Two places lie alike when they are on the same ground in the same shares,
 * and doubted for the same causes: what was decided for one then holds for the other. Nothing is remembered that
 * names a place.
 */
export function settler(directory: Directory): (question: ReferralQuestion) => Settled {
  const known = new Map<string, Settled>();
  const ageClass = ageClasses(directory);
  return (question) => {
    const alike = likeness(question.place);
    if (alike === undefined) return settle(question, directory);
    const key = `${alike}|${asked(question, ageClass(question.need, question.age))}`;
    const before = known.get(key);
    if (before) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const settled = settle(question, directory);
    known.set(key, settled);
    return settled;
  };
}

/** Some tens of megabytes. */
const MOST_KNOWN = 20_000;

/** Puts the place back that was asked about. */
export function placed({ referral, parts }: Settled, outcome: PlaceOutcome): Referral {
  if (referral.kind !== 'routed') return referral;
  if (outcome.kind !== 'located') throw new Error('A referral was routed without a place');
  return { ...referral, place: parts ? { ...outcome.place, parts } : outcome.place };
}

function settle(question: ReferralQuestion, directory: Directory): Settled {
  const decided = decideReferral(question, directory);
  if (decided.kind !== 'routed') return { referral: decided, parts: null };
  const { place, ...referral } = decided;
  return { referral, parts: place.precision === 'AREA' ? place.parts : null };
}

/** Undefined for a place too unlike others to be worth remembering. */
function likeness(outcome: PlaceOutcome): string | undefined {
  if (outcome.kind === 'not-located') return undefined;
  const { place } = outcome;
  if (place.ended !== null || (place.said?.otherwise.length ?? 0) > 0) return undefined;
  return `${place.precision} ${groundsOf(place)} ${nearLines(place)} ${place.said?.quality} ${place.said?.largeUser}`;
}

function groundsOf({ precision, parts }: Place): string {
  if (precision === 'AREA') return ''; // all there are
  return parts
    .map(({ ground, share }) => `${ground.map(({ id }) => id).join()}*${share}`)
    .join('+');
}

/** Lines further off are said of nobody, and of near ones whole metres are. */
function nearLines({ metresToLine }: Place): string {
  let near = '';
  for (const [set, metres] of metresToLine)
    if (metres < NEAR_METRES) near += `${set}:${Math.round(metres)},`;
  return near;
}

function asked(
  { need, practice, on, at, answers }: ReferralQuestion,
  age: number | undefined,
): string {
  const registered = typeof practice === 'object' ? practice.code : practice;
  const said = answers.size === 0 ? '' : JSON.stringify([...answers]);
  return `${need.id} ${age} ${registered} ${on} ${at} ${said}`;
}

type AgeClass = (need: Need, age: number | undefined) => number | undefined;

/** Ages that no team and no need tells apart are one class: told by the youngest age of it. */
function ageClasses({ teams }: Directory): AgeClass {
  const cuts = new Map<Need, readonly number[]>();
  const cutsOf = (need: Need): readonly number[] => {
    const bands = [need.ages, ...teams.map(({ ages }) => ages)];
    const found = bands.flatMap(({ from, to }) => [from ?? 0, to === null ? 0 : to + 1]);
    return [...new Set(found)].sort((a, b) => b - a);
  };
  return (need, age) => {
    if (age === undefined) return undefined;
    const known = cuts.get(need) ?? cutsOf(need);
    cuts.set(need, known);
    return known.find((cut) => cut <= age);
  };
}
