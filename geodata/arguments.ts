import { parseArgs } from 'node:util';

/** A slip in what was typed after the command's name. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

/** What a command may be given. */
export type Usage = {
  /** As it is typed, for messages. */
  readonly usage: string;
  readonly operands: readonly [least: number, most: number];
  /** Flags that take a value, and flags that take none. */
  readonly valued: readonly string[];
  readonly bare?: readonly string[];
};

export type Arguments = {
  readonly operands: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly bare: ReadonlySet<string>;
};

/** Reads what follows a command's name. Throws one sentence for what the command does not know. */
export function readArguments(args: readonly string[], usage: Usage): Arguments {
  const { valued, bare = [], operands } = usage;
  const known = [...valued, ...bare];
  const { tokens, positionals } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries([
      ...valued.map((name) => [name, { type: 'string' as const }]),
      ...bare.map((name) => [name, { type: 'boolean' as const }]),
    ]) as Record<string, { type: 'string' | 'boolean' }>,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  for (const [at, { name, rawName, value, inlineValue }] of given.entries()) {
    if (!known.includes(name)) throw new UsageFault(unknownFlag(rawName, name, known));
    if (given.slice(0, at).some((earlier) => earlier.name === name))
      throw new UsageFault(`Wanted --${name} once, found it twice`);
    if (bare.includes(name) && value !== undefined)
      throw new UsageFault(`Wanted --${name} alone, found a value after it`);
    if (valued.includes(name) && isMissing(value, inlineValue))
      throw new UsageFault(`Wanted a value after --${name}, found ${value ?? 'nothing'}`);
  }
  const [least, most] = operands;
  if (positionals.length < least || positionals.length > most)
    throw new UsageFault(`Wanted ${usage.usage}, found ${inWords(positionals.length)}`);
  return {
    operands: positionals,
    values: new Map(
      given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
    ),
    bare: new Set(given.map(({ name }) => name).filter((name) => bare.includes(name))),
  };
}

/** `--teams --database x` leaves the value of --teams out; `--teams=--x` means it. */
function isMissing(value: string | undefined, inline: boolean | undefined): boolean {
  return value === undefined || value === '' || (inline !== true && value.startsWith('-'));
}

function unknownFlag(typed: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  const hint = meant === undefined ? '' : `: did you mean --${meant}?`;
  return `Wanted ${known.map((each) => `--${each}`).join(', ') || 'no flags'}, found ${typed}${hint}`;
}

function inWords(count: number): string {
  return count === 1 ? '1 operand' : `${count} operands`;
}

/** More slips than this, and another word was meant. */
const MOST_SLIPS = 3;

/** The word that takes the fewest letters put in, left out or changed to become this one. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((each) => ({ each, slips: slipsBetween(word, each) }))
    .filter(({ each, slips }) => slips <= Math.min(MOST_SLIPS, each.length - 1))
    .sort((a, b) => a.slips - b.slips);
  return best?.each;
}

/** Levenshtein's distance, row by row. */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [down, letter] of Array.from(one).entries()) {
    const next = [down + 1];
    for (let at = 1; at <= other.length; at++) {
      const changed = (row[at - 1] ?? 0) + Number(letter !== other[at - 1]);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
