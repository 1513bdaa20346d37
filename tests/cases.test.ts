import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../geodata/embedded/read.ts';
import { asker, field } from './graphql/ask.ts';
import { fourSquares } from './worlds/four-squares.ts';
import { openWorld } from './worlds/open.ts';
import { type Answered, CASE_QUERY, toldOf } from './worlds/told.ts';

/** Every question of docs/cases.md, asked: its answers stand in the document. */
type Step = { readonly world?: 'drawn'; readonly ask: object; readonly answer: object };

const cases = readFileSync('docs/cases.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.split('\n')[0] ?? '',
    steps: [...section.matchAll(/^```json\n(.*?)^```/gms)].map(
      ([, json = '']) => JSON.parse(json) as Step,
    ),
  }));

const askPack = asker(await openWorld(readEmbeddedPack()));
const askDrawn = asker(await openWorld(fourSquares));

test('docs/cases.md has at least 20 cases, each with a question, under titles that differ', () => {
  expect(cases.length).toBeGreaterThanOrEqual(20);
  expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
  expect(cases.filter(({ steps }) => steps.length === 0)).toEqual([]);
});

describe.each(cases)('$title', ({ steps }) => {
  test.each(steps.map((step, at) => [at + 1, step] as const))('question %i', async (_at, step) => {
    const ask = step.world === 'drawn' ? askDrawn : askPack;
    const referral = field<Answered>(ask(CASE_QUERY, { input: step.ask }), 'referral');
    expect(toldOf(await referral)).toEqual(step.answer);
  });
});
