import type { LocalDate } from './calendar.ts';
import { londonDate } from './london-time.ts';
import type { Need } from './need.ts';
import { NEAR_METRES, type Place, type PlaceOutcome } from './place.ts';
import { decideOnDay, type Directory, type ReferralQuestion } from './referral.ts';
import { atHour, type Decided, type Settled } from './referral-outcome.ts';

/** What was decided of one referral, and how it was last said: many are asked of one moment. */
type Known = { readonly decided: Decided; at: number; settled: Settled };

/** What was decided before, by whom it holds for. */
export type Memory = Map<string, Known>;

/**
 * Decides one referral after another. Two places lie alike when they are on the same ground in the same shares,
 * and doubted for the same causes: what was decided for one then holds for the other, and all day. Nothing is
 * remembered that names a place, nor what anybody answered. The memory may be shared by days whose sets differ.
 */
export function settler(
  directory: Directory,
  memory: Memory = new Map(),
): (question: ReferralQuestion) => Settled {
  const ageClass = ageClasses(directory);
  return (question) => {
    const { at } = question;
    const today = londonDate(at);
    const decide = (): Decided => decideOnDay({ ...question, today }, directory);
    const alike = question.answers.size === 0 ? likeness(question.place) : undefined;
    if (alike === undefined) return atHour(decide(), at);
    const key = `${alike}|${asked(question, ageClass(question.need, question.age), today)}`;
    const known = memory.get(key);
    if (known) return settledAt(known, at);
    if (memory.size >= MOST_KNOWN) memory.clear();
    const decided = decide();
    const settled = atHour(decided, at);
    memory.set(key, { decided, at, settled });
    return settled;
  };
}

function settledAt(known: Known, at: number): Settled {
  if (known.at !== at) {
    known.settled = atHour(known.decided, at);
    known.at = at;
  }
  return known.settled;
}

/** Some tens of megabytes. */
const MOST_KNOWN = 20_000;

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
  { need, practice, on }: ReferralQuestion,
  age: number | undefined,
  today: LocalDate,
): string {
  const registered = typeof practice === 'object' ? practice.code : practice;
  return `${need.id} ${age} ${registered} ${on} ${today}`;
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
