type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** Numbers that come one by one, by the million: as small as they can be, where a list takes several times the room. */
export type Column<Kind extends Numbers> = {
  readonly push: (value: number) => void;
  readonly values: () => Kind;
};

const FIRST_LENGTH = 1024;
/** A directory of a whole country is made room for at once: room that was grown out of is not given back. */
const MANY = 1 << 20;
const COUNTRY = 1 << 23;

/** `make` gives zeros, which take no memory until they are written over. */
export function columnOf<Kind extends Numbers>(make: (length: number) => Kind): Column<Kind> {
  let values = make(FIRST_LENGTH);
  let count = 0;
  return {
    push: (value) => {
      if (count === values.length) values = longer(values, make);
      values[count++] = value;
    },
    values: () => values.subarray(0, count) as Kind,
  };
}

function longer<Kind extends Numbers>(values: Kind, make: (length: number) => Kind): Kind {
  const { length } = values;
  const made = make(length === MANY ? COUNTRY : 2 * length);
  made.set(values);
  return made;
}

/** Words of which few differ, such as days and codes, each kept once; null for none. */
export type WordColumn<Word extends string> = {
  readonly push: (word: Word | null) => void;
  /** For each, the place of its word in `words`. */
  readonly values: () => Uint16Array;
  readonly words: readonly (Word | null)[];
};

const MOST_WORDS = 1 << 16;

export function wordColumn<Word extends string>(): WordColumn<Word> {
  const places = new Map<Word | null, number>([[null, 0]]);
  const words: (Word | null)[] = [null];
  const { push, values } = columnOf((length) => new Uint16Array(length));
  return {
    push: (word) => {
      const known = places.get(word);
      const place = known ?? words.push(word) - 1;
      if (known === undefined) places.set(word, place);
      if (place >= MOST_WORDS) throw new Error(`There are more than ${MOST_WORDS} different words`);
      push(place);
    },
    values,
    words,
  };
}

/** The values at these places, in their order; all of them when no places are given. */
export function pick<Kind extends Numbers>(values: Kind, places: Uint32Array | undefined): Kind {
  if (!places) return values;
  const picked = values.slice(0, places.length) as Kind;
  for (let at = 0; at < places.length; at++) picked[at] = values[places[at] ?? 0] ?? 0;
  return picked;
}
