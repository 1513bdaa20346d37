import { COUNCIL_KINDS, HEALTH_KINDS, type Kind } from './area.ts';
import { wordsOf } from './search-words.ts';

/** Words for a sort of body that are also written in one: the longest first. */
const PHRASES: readonly (readonly [phrase: string, word: string])[] = [
  ['TEACHING PRIMARY CARE TRUST', 'PCT'],
  ['PRIMARY CARE TRUST', 'PCT'],
  ['CLINICAL COMMISSIONING GROUP', 'CCG'],
  ['INTEGRATED CARE BOARD', 'ICB'],
  ['SUB ICB LOCATION', 'SUB ICB'],
  ['LONDON BOROUGH', 'BOROUGH'],
  ['ROYAL BOROUGH', 'BOROUGH'],
  ['METROPOLITAN BOROUGH', 'BOROUGH'],
  ['METROPOLITAN DISTRICT', 'DISTRICT'],
  ['UNITARY AUTHORITY', 'COUNCIL'],
  ['SAINT', 'ST'],
];

/** Words that say what sort of body is meant, not which one; and the kinds that are of that sort, where it tells. */
const SORT_WORDS: ReadonlyMap<string, readonly Kind[]> = new Map([
  ['COUNCIL', COUNCIL_KINDS],
  ['COUNTY', ['upper-tier']],
  ['BOROUGH', ['district']],
  ['DISTRICT', ['district']],
  ['CITY', []],
  ['NHS', HEALTH_KINDS],
  ['PCT', ['pct']],
  ['TEACHING', []],
  ['CCG', ['ccg']],
  ['ICB', ['icb', 'sub-icb']],
  ['SUB', ['sub-icb']],
]);

const SMALL_WORDS: ReadonlySet<string> = new Set(['AND', 'OF', 'THE', 'UPON', 'ON', 'IN']);

/** A name as people mean it: one spelling of each word, the words that matter, and the sort of body asked for. */
export type ReadName = {
  /** Every word, `primary care trust` as PCT and `saint` as ST. */
  readonly words: readonly string[];
  /** Those that tell this body from others of its sort; all words where there are no such. */
  readonly telling: readonly string[];
  /** For each word of a sort, the kinds it may mean. */
  readonly sorts: readonly (readonly Kind[])[];
};

export function readName(text: string): ReadName {
  const words = inOneSpelling(wordsOf(text));
  const telling = words.filter((word) => !SORT_WORDS.has(word) && !SMALL_WORDS.has(word));
  const sorts = words.flatMap((word) => {
    const kinds = SORT_WORDS.get(word) ?? [];
    return kinds.length > 0 ? [kinds] : [];
  });
  return { words, telling: telling.length > 0 ? telling : words, sorts };
}

function inOneSpelling(words: readonly string[]): string[] {
  const text = PHRASES.reduce(
    (so, [phrase, word]) => so.replaceAll(` ${phrase} `, ` ${word} `),
    ` ${words.join(' ')} `,
  );
  return text.split(' ').filter((word) => word !== '');
}

/** Words of phrases that not every body of the sort is called by. */
const OF_SOME = ['LONDON', 'ROYAL', 'METROPOLITAN', 'TEACHING'];

/** Words by which anybody may ask for bodies of a kind, the name of the body apart. */
export function sortWordsOf(kind: Kind): string[] {
  return [...SORT_WORDS]
    .filter(([, kinds]) => kinds.includes(kind))
    .flatMap(([word]) => [
      word,
      ...PHRASES.filter(([, of]) => of === word).flatMap(([phrase]) => phrase.split(' ')),
    ])
    .filter((word) => !OF_SOME.includes(word));
}

/** A name without the words for its sort: `NHS Frimley ICB` is Frimley, `Portsmouth City (Teaching) PCT` Portsmouth. */
export function shortName(name: string): string {
  const short = OUTER_WORDS.reduce((so, words) => so.replace(words, ' '), ` ${name} `)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return short === '' ? name : short;
}

const OUTER_WORDS: readonly RegExp[] = [
  / NHS /gi,
  / Integrated Care Board /i,
  / Clinical Commissioning Group /i,
  / (?:Teaching )?Primary Care Trust /i,
  / \(?Teaching\)? /i,
  / (?:PCT|CCG|ICB) /i,
  / (?:City|County|District|(?:Metropolitan |London |Royal )?Borough)? ?Council /i,
];

/** First letters, with and without small words, from three on: Bournemouth, Christchurch and Poole is BCP. */
export function initialsOf({ words }: ReadName): string[] {
  const named = words.filter((word) => !SORT_WORDS.has(word));
  const without = (small: (word: string) => boolean): string =>
    named
      .filter((word) => !small(word))
      .map((word) => word.slice(0, 1))
      .join('');
  const written = [
    without(() => false),
    without((word) => word === 'AND'),
    without((word) => SMALL_WORDS.has(word)),
  ];
  return [...new Set(written)].filter((letters) => letters.length >= SHORTEST_INITIALS);
}

const SHORTEST_INITIALS = 3;
