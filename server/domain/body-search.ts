import type { Kind } from './area.ts';
import { areaOn, type Body, codesOf, type Life, lifeOn, periodOf } from './body.ts';
import { initialsOf, readName, type ReadName, sortWordsOf } from './body-name.ts';
import type { LocalDate } from './calendar.ts';
import { firstNotBefore } from './in-order.ts';
import { inOrder } from './search-words.ts';

/** How a body was found, best first. */
export const MATCHES = ['CODE', 'OLD_CODE', 'NAME', 'SHORT_NAME', 'WORDS', 'BEGINNING'] as const;
export type Match = (typeof MATCHES)[number];

export type BodyFound = { readonly body: Body; readonly match: Match; readonly life: Life };

/** Bodies made ready to be searched, once a release. */
export type BodyIndex = {
  readonly entries: readonly Entry[];
  /** Every word of every entry, in order, with the places of the entries that have it. */
  readonly words: readonly (readonly [word: string, entries: readonly number[]])[];
};

type Entry = {
  readonly body: Body;
  readonly kinds: readonly Kind[];
  readonly codes: ReadonlySet<string>;
  readonly oldCodes: ReadonlySet<string>;
  /** All words of each name, as one text; and the telling ones. */
  readonly wholeNames: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly shortNames: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
};

export function indexBodies(bodies: readonly Body[]): BodyIndex {
  const entries = bodies.map(entryOf);
  const places = new Map<string, number[]>();
  for (const [at, { words }] of entries.entries())
    for (const word of words) {
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    }
  return { entries, words: [...places].sort(([a], [b]) => inOrder(a, b)) };
}

function entryOf(body: Body): Entry {
  const { areas, otherNames } = body;
  const kinds = [...new Set(areas.map(({ set }) => set.kind))];
  const names = [...new Set(areas.map(({ name }) => name))].map(readName);
  const of = (sort: string): string[] =>
    otherNames.filter((each) => each.sort === sort).map(({ name }) => name);
  const codes = areas.flatMap(codesOf).map(compact);
  const oldCodes = of('OLD_CODE').map(compact);
  const shortNames = of('SHORT_NAME').map(readName);
  const initials = names.flatMap(initialsOf);
  return {
    body,
    kinds,
    codes: new Set(codes),
    oldCodes: new Set(oldCodes),
    wholeNames: new Set(names.map(({ words }) => words.join(' '))),
    names: new Set(names.map(told)),
    shortNames: new Set([...shortNames.map(told), ...initials]),
    words: new Set([
      ...[...names, ...shortNames].flatMap(({ words }) => words),
      ...kinds.flatMap(sortWordsOf),
      ...codes,
      ...oldCodes,
      ...initials,
    ]),
  };
}

/**
 * Bodies that have a code asked for, or of which every telling word asked for begins a word. Whole codes and names
 * come first. Words for a sort of body (council, PCT) bring those of that sort forward. Within that the better match first, then those in force
 * on the day, then those to come, then the last ended, then by name and code; none for a blank question.
 */
export function searchBodies(
  { entries, words }: BodyIndex,
  {
    text,
    on,
    kind,
  }: { readonly text: string; readonly on: LocalDate; readonly kind?: Kind | undefined },
): BodyFound[] {
  const asked = { ...readName(text.slice(0, LONGEST_QUESTION)), code: compact(text) };
  const coded = entries.filter(
    ({ codes, oldCodes }) => codes.has(asked.code) || oldCodes.has(asked.code),
  );
  const named = withAll(asked.telling, words).flatMap((at) => entries[at] ?? []);
  return [...new Set([...coded, ...named])]
    .filter(({ kinds }) => kind === undefined || kinds.includes(kind))
    .map((entry) => ranked(entry, asked, on))
    .sort(byRank)
    .map(({ found }) => found);
}

const LONGEST_QUESTION = 100;

type Asked = ReadName & { readonly code: string };

/** Places of the entries that have, for each word asked for, a word that begins with it. */
function withAll(asked: readonly string[], words: BodyIndex['words']): number[] {
  const [first, ...more] = asked.map((each) => placesOf(each, words));
  return [...(first ?? [])].filter((at) => more.every((places) => places.has(at)));
}

function placesOf(beginning: string, words: BodyIndex['words']): Set<number> {
  const places = new Set<number>();
  const first = firstNotBefore(words.length, (at) => (words[at]?.[0] ?? '') < beginning);
  for (let at = first; words[at]?.[0].startsWith(beginning); at++)
    for (const place of words[at]?.[1] ?? []) places.add(place);
  return places;
}

type Ranked = { readonly found: BodyFound; readonly rank: readonly (string | number)[] };

function ranked(entry: Entry, asked: Asked, on: LocalDate): Ranked {
  const { body, kinds, wholeNames } = entry;
  const match = matchOf(entry, asked);
  const life = lifeOn(body, on);
  const isWhole = asked.sorts.length === 0 || wholeNames.has(asked.words.join(' '));
  const unmet = asked.sorts.filter((sort) => !sort.some((kind) => kinds.includes(kind)));
  const { name, code } = areaOn(body, on);
  const rank = [
    match === 'CODE' || match === 'OLD_CODE' ? 0 : 1,
    isWhole ? 0 : 1,
    unmet.length,
    MATCHES.indexOf(match),
    LIFE_ORDER[life],
    life === 'ENDED' ? latestFirst(periodOf(body).to) : 0,
    kindOrder(kinds),
    name,
    code,
    kinds.join(),
  ];
  return { found: { body, match, life }, rank };
}

function matchOf({ codes, oldCodes, names, shortNames, words }: Entry, asked: Asked): Match {
  if (codes.has(asked.code)) return 'CODE';
  if (oldCodes.has(asked.code)) return 'OLD_CODE';
  const text = told(asked);
  if (names.has(text)) return 'NAME';
  if (shortNames.has(text)) return 'SHORT_NAME';
  return asked.telling.every((word) => words.has(word)) ? 'WORDS' : 'BEGINNING';
}

const LIFE_ORDER: Readonly<Record<Life, number>> = { IN_FORCE: 0, TO_COME: 1, ENDED: 2 };

function latestFirst(day: LocalDate | null): number {
  return day === null ? 0 : -Number(day.replaceAll('-', ''));
}

/** Whoever asks by a bare name most often means who answers today. */
const KIND_ORDER: readonly Kind[] = ['upper-tier', 'district', 'icb', 'sub-icb', 'ccg', 'pct'];

function kindOrder(kinds: readonly Kind[]): number {
  return Math.min(
    ...kinds.map(
      (kind) => (KIND_ORDER.indexOf(kind) + KIND_ORDER.length + 1) % (KIND_ORDER.length + 1),
    ),
  );
}

function byRank({ rank: one }: Ranked, { rank: other }: Ranked): number {
  for (const [at, mine] of one.entries()) {
    const theirs = other[at] ?? mine;
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return 0;
}

function told({ telling }: ReadName): string {
  return telling.join(' ');
}

/** Codes are asked for in any case and with spaces, `00 mr`. */
function compact(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase();
}
