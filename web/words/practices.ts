const SMALL_WORDS = new Set(['and', 'of', 'the', 'in', 'on', 'at']);

/** Directories write practices in capitals, which are hard to read: `The Surgery at Bishops Waltham`. */
export function practiceName(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .split(' ')
    .map((word, at) => (at > 0 && SMALL_WORDS.has(word) ? word : capitalised(word)))
    .join(' ');
}

/** The first letter of a word, and of each part of a double one: `Dr Smith-Jones`, `(North)`. */
function capitalised(word: string): string {
  return word.replaceAll(
    /(^|[-(/.])(\p{L})/gu,
    (_match, before: string, letter: string) => `${before}${letter.toUpperCase()}`,
  );
}
