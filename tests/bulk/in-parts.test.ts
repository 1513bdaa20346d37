import { expect, test } from 'vitest';

import { answerCsv } from '../../server/bulk/answer-csv.ts';
import { noCounts } from '../../server/bulk/settle-rows.ts';
import { createQuestions } from '../../server/questions/questions.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';

const questions = await createQuestions(await openWorld(fourSquares))();
const usual = { need: undefined, at: Date.parse('2026-11-20T10:00:00Z'), asAt: undefined };

/** Two bytes a row, all in one piece: each is answered with as many cells as the header has and ours. */
test.each([1, 900])('short rows below %i columns are answered in parts', async (columns) => {
  const rows = 5000;
  const table = `postcode,need${',x'.repeat(columns)}\n${'a\n'.repeat(rows)}`;
  const input = (async function* () {
    yield await Promise.resolve(Buffer.from(table));
  })();
  const bulk = { questions, names: {}, usual, after: 0, counts: noCounts() };
  let [others, answered, longest] = [0, 0, 0];
  const other = (): void => {
    others += 1;
    pending = setImmediate(other);
  };
  let pending = setImmediate(other);
  for await (const { text, row } of answerCsv(input, bulk)) {
    answered = row;
    longest = Math.max(longest, text.length);
  }
  clearImmediate(pending);
  expect(answered).toBe(rows + 1);
  expect(longest).toBeLessThan(500_000);
  expect(others).toBeGreaterThan(3);
  expect(bulk.counts['bad-row']).toBe(rows);
});
