import { setImmediate as nextTurn } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { onceInATurn, together } from '../../server/questions/together.ts';

/** Looks up the square of a number, unless it is odd, and keeps what it was asked. */
function squares(): {
  asked: number[][];
  find: (keys: readonly number[]) => Promise<Map<number, number>>;
} {
  const asked: number[][] = [];
  return {
    asked,
    find: (keys) => {
      asked.push([...keys]);
      return Promise.resolve(
        new Map(keys.filter((key) => key % 2 === 0).map((key) => [key, key * key])),
      );
    },
  };
}

test('what is asked in one turn is looked up in one go, each key once', async () => {
  const { asked, find } = squares();
  const lookUp = together(find);
  const late = Promise.resolve().then(() => lookUp([4, 5]));
  const found = await Promise.all([lookUp([2]), lookUp([2, 3]), late]);
  expect(asked).toEqual([[2, 3, 4, 5]]);
  expect(found.map((each) => [each.get(2), each.get(3)])).toEqual(found.map(() => [4, undefined]));
  expect(found[2].get(4)).toBe(16);
});

test('what is asked in another turn is looked up anew, and a fault is told to those who asked then', async () => {
  let fails = true;
  const look = onceInATurn(() =>
    fails ? Promise.reject(new Error('away')) : Promise.resolve('back'),
  );
  await expect(Promise.allSettled([look(), look()])).resolves.toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ]);
  fails = false;
  await nextTurn();
  await expect(look()).resolves.toBe('back');
});

test('a long list is looked up alone, and an empty one not at all', async () => {
  const { asked, find } = squares();
  const lookUp = together(find);
  const many = Array.from({ length: 11 }, (_each, at) => at * 2);
  await Promise.all([lookUp([2]), lookUp(many), lookUp([])]);
  expect(asked).toEqual([many, [2]]);
});
