import { readFileSync } from 'node:fs';

import { GraphQLEnumType, isUnionType } from 'graphql';
import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { schema } from '../../server/graphql/schema.ts';
import { EXAMPLES, REFERRAL } from '../../web/developers/examples.ts';
import { outcomeOf } from '../../web/developers/outcome.ts';
import { RECORDED } from '../../web/developers/recorded.ts';
import { asker } from '../graphql/ask.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';

/** What the developers’ page shows and runs, asked of the same data a stranger begins with. */
const ask = asker(await openWorld(readEmbeddedPack()));
const askSquares = asker(await openWorld(fourSquares));

/** Types with no union about them do not name themselves in the answer. */
const PLAIN = ['Body', 'Coterminosity', 'BoundaryChange', 'Release'];

describe('every example of the page answers as it says', () => {
  test.each(EXAMPLES.map((example) => [example.id, example] as const))(
    '%s',
    async (_id, { query, variables, outcome }) => {
      const answer = await ask(query, variables);
      expect(answer.errors).toBeUndefined();
      expect(Object.values(answer.data ?? {})[0]).toBeTruthy();
      if (PLAIN.includes(outcome)) expect(outcomeOf(answer)).toBe('data');
      else
        expect(
          outcomeOf(answer).replace(/(?<=NotRoutable) \w+$/, outcome.includes(',') ? '' : '$&'),
        ).toBe(outcome);
    },
  );
});

test.each(RECORDED.map((each) => [each.title, each] as const))(
  'the recorded answer %s is what the drawn world answers',
  async (_title, { input, answer }) => {
    expect(await askSquares(REFERRAL, { input })).toEqual(answer);
  },
);

test('every outcome of every union and every reason of a refusal or choice is shown', () => {
  const shown = [
    ...EXAMPLES.map(({ outcome }) => outcome),
    ...RECORDED.map(({ title }) => title),
  ].join(' ');
  const words = new Set(shown.split(/[ ,]+/));
  const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
  const types = unions.flatMap((union) => union.getTypes().map(({ name }) => name));
  const reasons = ['NotRoutableReason', 'ChoiceReason'].flatMap((name) => {
    const type = schema.getType(name);
    return type instanceof GraphQLEnumType ? type.getValues().map((value) => value.name) : [];
  });
  expect(types.length).toBeGreaterThan(4);
  expect([...types, ...reasons].filter((name) => !words.has(name))).toEqual([]);
});

test('every example has an address of its own', () => {
  expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
});

test('the page names every question of the schema', () => {
  const page = readFileSync('web/developers/what-it-answers.tsx', 'utf8');
  const questions = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(questions.filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
});
