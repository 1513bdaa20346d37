import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { columnOf, pick, wordColumn } from '../../geodata/read/columns.ts';
import { pack, unpack } from '../../geodata/read/packed-postcode.ts';
import type { Postcode } from '../../server/domain/postcode.ts';

const letter = fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'));
const digit = fc.constantFrom(...Array.from('0123456789'));
/** In every shape there is: A9 9AA to AA9A 9AA. */
const postcode = fc
  .tuple(
    letter,
    fc.option(letter, { nil: '' }),
    digit,
    fc.option(fc.oneof(letter, digit), { nil: '' }),
  )
  .chain((outward) =>
    fc
      .tuple(digit, letter, letter)
      .map((inward) => `${outward.join('')} ${inward.join('')}` as Postcode),
  );

describe('a packed postcode', () => {
  test('unpacks to the same', () => {
    fc.assert(
      fc.property(postcode, (each) => {
        expect(unpack(pack(each))).toBe(each);
      }),
    );
  });
  test('stands in the order of the dictionary', () => {
    fc.assert(
      fc.property(postcode, postcode, (one, other) => {
        expect(Math.sign(pack(one) - pack(other))).toBe(one < other ? -1 : Number(one > other));
      }),
    );
  });
});

describe('a column', () => {
  test('gives back all that was put in, however much', () => {
    const column = columnOf((length) => new Float64Array(length));
    const numbers = Array.from({ length: 5000 }, (_, at) => at / 7);
    for (const number of numbers) column.push(number);
    expect([...column.values()]).toEqual(numbers);
  });
  test('of words keeps each once', () => {
    const column = wordColumn();
    for (const word of ['b', null, 'a', 'b', null]) column.push(word);
    expect([...column.values()].map((place) => column.words[place])).toEqual([
      'b',
      null,
      'a',
      'b',
      null,
    ]);
    expect(column.words).toEqual([null, 'b', 'a']);
  });
  test('of words refuses more different ones than it can tell apart', () => {
    const column = wordColumn();
    for (let number = 1; number < 1 << 16; number++) column.push(String(number));
    expect(() => {
      column.push('0');
    }).toThrow('There are more than 65536 different words');
  });
  test('gives the values at the places asked for, in their order', () => {
    const values = Float64Array.of(5, 6, Number.NaN, 8);
    expect([...pick(values, Uint32Array.of(3, 2, 3))]).toEqual([8, Number.NaN, 8]);
    expect(pick(values, undefined)).toBe(values);
  });
});
