/** Questions made up by grammar: mostly almost right, as people's are. The same for the same seed. */
export type Made = {
  readonly text: string | undefined;
  readonly lat: number;
  readonly lon: number;
  readonly need: string;
  readonly age: number | undefined;
  readonly practice: string | undefined;
  readonly asAt: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly answers: readonly (readonly [question: string, answer: string])[];
};

/** Words of the world that questions are made of. */
export type Vocabulary = {
  readonly postcodes: readonly string[];
  readonly needs: readonly string[];
  readonly practices: readonly string[];
  readonly keys: readonly string[];
  readonly codes: readonly string[];
};

export function* madeQuestions(seed: number, count: number, words: Vocabulary): Generator<Made> {
  const random = randomFrom(seed);
  for (let made = 0; made < count; made++) yield questionFrom(random, words);
}

type Random = {
  /** From 0, below `below`. */
  readonly whole: (below: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly chance: (ofOne: number) => boolean;
};

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    whole,
    pick: <Item>(items: readonly Item[]): Item => items[whole(items.length)] as Item,
    chance: (ofOne) => next() < ofOne,
  };
}

function questionFrom(random: Random, words: Vocabulary): Made {
  const { whole, pick, chance } = random;
  return {
    text: chance(0.06) ? undefined : textFrom(random, words),
    lat: chance(0.8) ? 50.5 + whole(1000) / 1000 : whole(180) - 90,
    lon: chance(0.8) ? -2 + whole(1500) / 1000 : whole(360) - 180,
    need: pick(words.needs),
    age: chance(0.5) ? undefined : pick([0, 1, 4, 5, 15, 16, 17, 18, 30, 64, 65, 80, 130]),
    practice: chance(0.7) ? undefined : pick([...words.practices, 'Z99999', 'x', 'J82001']),
    asAt: `${1995 + whole(35)}-${two(1 + whole(12))}-${two(1 + whole(28))}`,
    at: Date.UTC(2000, 0, 1) + whole(40 * 365 * 1440) * 60_000,
    answers: Array.from({ length: chance(0.6) ? 0 : 1 + whole(3) }, () => [
      pick([...words.keys, 'nonsense']),
      pick([...words.codes, 'elsewhere', 'still-there', 'not-there', '0', '18', '65', 'x']),
    ]),
  };
}

const SPECIAL = [
  'GIR 0AA', 'BF1 3AA', 'BX1 1LT', 'XX10 1AA', 'JE2 3AB', 'GY1 1AA', 'IM1 1AA', 'ASCN 1ZZ', 'GX11 1AA', 'KY1-1001',
  'ZZ99 3VZ', 'ZZ99 3WZ', 'ZZ99 3CZ', 'ZZ99 6CZ', 'EH1 1YZ', 'CF10 1EP', 'BT1 5GS', 'D02 X285', '90210', '',
]; // prettier-ignore
const ODD = ['‮', '\u0000', '\ud800', 'Ѕ', '٣', '<', "'", '%', '_', '\u200b', 'Ａ', '🏥', '\n', '́'];
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const DIGITS = Array.from('0123456789');

function textFrom(random: Random, { postcodes }: Vocabulary): string {
  const { pick, whole } = random;
  const known = pick(postcodes);
  switch (whole(12)) {
    case 0:
      return pick(SPECIAL);
    case 1:
      return shaped(
        random,
        pick(['A9', 'A99', 'AA9', 'AA99', 'A9A', 'AA9A']) + pick(['9AA', '', '9', ' 9AA', '9A']),
      );
    case 2:
      return known.slice(0, whole(known.length));
    case 3:
      return changedAt(random, known, pick([...LETTERS, ...DIGITS]));
    case 4:
      return changedAt(random, known, pick(ODD));
    case 5:
      return `${known.slice(0, -2)}${pick(LETTERS)}${pick(LETTERS)}`;
    case 6:
      return pick([
        known.toLowerCase(),
        known.replace(' ', ''),
        ` ${known} `,
        known.replace(' ', '-'),
        `${known}, ${known}`,
      ]);
    default:
      return known;
  }
}

function shaped({ pick }: Random, shape: string): string {
  return shape.replace(/[A9]/g, (each) => pick(each === 'A' ? LETTERS : DIGITS));
}

function changedAt({ whole }: Random, text: string, character: string): string {
  const at = whole(text.length + 1);
  return text.slice(0, at) + character + text.slice(at + 1);
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
