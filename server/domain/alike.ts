import { isLikeMany, isLikeOthers, likenesses } from './likeness.ts';
import { londonDate } from './london-time.ts';
import type { Need } from './need.ts';
import type { Place, PlaceOutcome } from './place.ts';
import { decideOnDay, type Directory, type ReferralQuestion } from './referral.ts';
import { atHour, type Decided, type Settled } from './referral-outcome.ts';
import type { Team } from './team.ts';

/** What is asked of a place. Rows that ask the same are told fastest where it is one object. */
export type Asked = Omit<ReferralQuestion, 'place'>;

/** `passing` is forgotten with the request; without one, what is asked so narrowly is decided anew. */
export type Settle = (asked: Asked, outcome: PlaceOutcome, passing?: Memory) => Settled;

/**
 * Decides one referral after another: what was decided for a place holds for every other that lies alike, and all
 * day. Nothing is remembered that names a place, nor what anybody answered; and what may be true of a few homes
 * only, no longer than their request lasts. The memory may be shared by days whose sets differ.
 */
export function settler(directory: Directory, lasting = new Memory(directory)): Settle {
  return (asked, outcome, passing) => {
    const { at } = asked;
    const decide = (): Decided =>
      decideOnDay({ ...asked, place: outcome, today: londonDate(at) }, directory);
    if (asked.answers.size > 0 || !isLikeOthers(outcome)) return atHour(decide(), at);
    const { place } = outcome;
    const memory = asked.practice === undefined && isLikeMany(place) ? lasting : passing;
    const known = memory?.find(asked, place);
    if (known) return settledAt(known, at);
    const decided = decide();
    const settled = atHour(decided, at);
    memory?.add(asked, place, { decided, at, settled });
    return settled;
  };
}

/** What was decided of one referral, and how it was last said: many are asked of one moment. */
type Known = { readonly decided: Decided; at: number; settled: Settled };

function settledAt(known: Known, at: number): Settled {
  if (known.at !== at) {
    known.settled = atHour(known.decided, at);
    known.at = at;
  }
  return known.settled;
}

/** Some tens of megabytes. */
const MOST_KNOWN = 20_000;

/** What was decided before, by who asks and how the place lies. */
export class Memory {
  readonly #ageClass: AgeClass;
  #likenessOf = likenesses();
  #byClass = new Map<string, Map<string, Known>>();
  #byAsked = new WeakMap<Asked, Map<string, Known>>();
  #size = 0;

  constructor(directory: Pick<Directory, 'teams'>) {
    this.#ageClass = ageClassesOf(directory);
  }

  get size(): number {
    return this.#size;
  }

  find(asked: Asked, place: Place): Known | undefined {
    return this.#of(asked).get(this.#likenessOf(place));
  }

  add(asked: Asked, place: Place, known: Known): void {
    if (this.#size >= MOST_KNOWN) this.#forget();
    this.#of(asked).set(this.#likenessOf(place), known);
    this.#size++;
  }

  /** Of all who ask the same, by the likeness of the place. */
  #of(asked: Asked): Map<string, Known> {
    const known = this.#byAsked.get(asked);
    if (known) return known;
    const key = classOf(asked, this.#ageClass(asked.need, asked.age));
    const ofClass = this.#byClass.get(key) ?? new Map<string, Known>();
    this.#byClass.set(key, ofClass);
    this.#byAsked.set(asked, ofClass);
    return ofClass;
  }

  #forget(): void {
    this.#likenessOf = likenesses();
    this.#byClass = new Map();
    this.#byAsked = new WeakMap();
    this.#size = 0;
  }
}

function classOf({ need, practice, on, at }: Asked, age: number | undefined): string {
  const registered = typeof practice === 'object' ? practice.code : practice;
  return `${need.id} ${age} ${registered} ${on} ${londonDate(at)}`;
}

type AgeClass = (need: Need, age: number | undefined) => number | undefined;

/** For as long as a list of teams is in use. */
const classesOfTeams = new WeakMap<readonly Team[], AgeClass>();

function ageClassesOf({ teams }: Pick<Directory, 'teams'>): AgeClass {
  const known = classesOfTeams.get(teams) ?? ageClasses(teams);
  classesOfTeams.set(teams, known);
  return known;
}

/** Ages that no team and no need tells apart are one class: told by the youngest age of it. */
function ageClasses(teams: readonly Team[]): AgeClass {
  const cuts = new WeakMap<Need, readonly number[]>();
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
