const APOSTROPHES = /['’‘`]/gu;
const MARKS = /\p{M}/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** Without marks, case and punctuation: `St Luke’s & Co` is ST, LUKES, AND, CO. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .replaceAll('&', ' AND ')
    .toUpperCase()
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

/** Of two texts, for sorting: the same on every machine, whatever its language. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
