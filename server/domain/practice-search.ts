import { holds, type LocalDate } from './calendar.ts';
import type { Practice } from './practice.ts';
import { inOrder, wordsOf } from './search-words.ts';

/** Practices made ready to be searched, once a release. */
export type PracticeIndex = readonly Entry[];

type Entry = {
  readonly practice: Practice;
  readonly words: readonly string[];
  /** The postcode written together: found only by all of it, as `SO23` is no beginning of `SO2 3AB`. */
  readonly postcode: string | undefined;
};

export function indexPractices(practices: readonly Practice[]): PracticeIndex {
  return practices.map((practice) => ({
    practice,
    words: [...wordsOf(`${practice.name} ${practice.postcode ?? ''}`), practice.code],
    postcode: practice.postcode?.replace(' ', ''),
  }));
}

/**
 * Practices of which every word asked for begins a word of the name, the code or the postcode. First those
 * open on the day, then those with more whole words, then by name and code; none for a blank question.
 */
export function searchPractices(index: PracticeIndex, text: string, on: LocalDate): Practice[] {
  const asked = wordsOf(text.slice(0, LONGEST_QUESTION));
  if (asked.length === 0) return [];
  return index
    .flatMap(({ practice, words, postcode }) => {
      const isWhole = (each: string): boolean => words.includes(each) || each === postcode;
      const begins = (each: string): boolean => words.some((word) => word.startsWith(each));
      if (!asked.every((each) => isWhole(each) || begins(each))) return [];
      const whole = asked.filter(isWhole).length;
      return [{ practice, whole, open: holds(practice.open, on) }];
    })
    .sort(
      (a, b) =>
        Number(b.open) - Number(a.open) ||
        b.whole - a.whole ||
        inOrder(a.practice.name, b.practice.name) ||
        inOrder(a.practice.code, b.practice.code),
    )
    .map(({ practice }) => practice);
}

const LONGEST_QUESTION = 100;
