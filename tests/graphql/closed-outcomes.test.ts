import { expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import type { ReleaseContent } from '../../server/database/release-content.ts';
import { parseLocalDate } from '../../server/domain/calendar.ts';
import { NOT_LOCATED_REASONS } from '../../server/domain/place.ts';
import { parseLonLat } from '../../server/domain/position.ts';
import {
  CHOICE_REASONS,
  REASON_CODES,
  type Referral,
  type Routed,
} from '../../server/domain/referral-outcome.ts';
import { createQuestions } from '../../server/questions/questions.ts';
import type { ReferralAsk } from '../../server/questions/referrals.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { type Made, madeQuestions, type Vocabulary } from '../worlds/generated-questions.ts';
import { openWorld } from '../worlds/open.ts';
import { asker, field } from './ask.ts';

/** A3: whatever is asked, exactly one outcome of a closed set, with a reason, and never an empty list. */
const LONG = process.env['LONG'] === '1';
/** 200,000 with `LONG=1`. */
const EACH = LONG ? 100_000 : 10_000;
const AT_ONCE = 1000;

const pack = readEmbeddedPack();

function vocabularyOf(content: ReleaseContent): Vocabulary {
  const sectors = content.sectors.slice(0, 400).map(({ sector }) => `${sector}AA`);
  return {
    postcodes: [...[...content.postcodes].map(({ postcode }) => postcode as string), ...sectors],
    needs: content.needs.map(({ id }) => id),
    practices: content.practices.map(({ code }) => code),
    keys: [...new Set(content.sets.map(({ kind }) => kind)), 'ended', 'age'],
    codes: content.areas.map(({ area }) => area.code),
  };
}

const REASONS: readonly string[] = [
  ...NOT_LOCATED_REASONS,
  'NO_TEAM_RECORDED',
  'NO_RULE_RECORDED',
  'NOT_OFFERED_HERE',
  'AGE_OUT_OF_RANGE',
];

/** What is wrong with an outcome; undefined for one that says all it must. */
function faultOf(referral: Referral, asked: ReferralAsk): string | undefined {
  switch (referral.kind) {
    case 'routed':
      return faultOfRouted(referral, asked);
    case 'needs-choice': {
      const { options, question, message, reason } = referral;
      const answers = new Set(options.map(({ answer }) => answer));
      if (!CHOICE_REASONS.includes(reason) || !question || !message)
        return 'a question without words';
      return answers.size === options.length && answers.size > 1 ? undefined : 'no choice';
    }
    case 'not-routable':
      if (!REASONS.includes(referral.reason) || !referral.message) return 'no reason';
      return referral.next.length > 0 ? undefined : 'nowhere to turn';
  }
}

function faultOfRouted({ teams, responsible, reasons, need, at }: Routed, asked: ReferralAsk) {
  if (teams.length === 0 || responsible.length === 0) return 'routed to nobody';
  if (reasons.some(({ rule, fact, source }) => !REASON_CODES.includes(rule) || !fact || !source))
    return 'a reason without rule, fact or source';
  const hasGap = reasons.some(({ rule }) => rule === 'no-body' || rule === 'no-team');
  const silent = need.sectors.find(
    ({ sector }) =>
      !teams.some(({ sectors }) => sectors.includes(sector)) ||
      !responsible.some((each) => each.sector === sector),
  );
  if (silent && !hasGap) return `nothing said of ${silent.sector}`;
  if (need.urgent && !teams.some(({ contactNow }) => contactNow)) return 'nobody answers now';
  return at === asked.at ? undefined : 'another moment';
}

function askFrom(made: Made, content: ReleaseContent): ReferralAsk {
  const need = content.needs.find(({ id }) => id === made.need);
  const on = parseLocalDate(made.asAt);
  const point = parseLonLat(made.lon, made.lat);
  if (!need || !on || !point) throw new Error('The generator made something it must not');
  return {
    where: made.text === undefined ? { point } : { postcode: made.text },
    need,
    age: made.age,
    practice: made.practice,
    on,
    at: made.at,
    answers: new Map(made.answers),
  };
}

test.each([
  ['the drawn squares', fourSquares],
  ['the embedded pack', pack],
])(
  'A3 made-up questions to %s each have exactly one outcome, with a reason',
  async (_name, content) => {
    const questions = await createQuestions(await openWorld(content))();
    const kinds = new Map<string, number>();
    const faults = new Set<string>();
    let batch: ReferralAsk[] = [];
    const answerBatch = async (): Promise<void> => {
      const referrals = await questions.referrals(batch);
      expect(referrals).toHaveLength(batch.length);
      for (const [at, referral] of referrals.entries()) {
        const asked = batch[at];
        const fault = asked && faultOf(referral, asked);
        if (fault !== undefined) faults.add(`${asked?.need.id}: ${fault}`);
        const name = referral.kind === 'routed' ? 'ROUTED' : referral.reason;
        kinds.set(name, (kinds.get(name) ?? 0) + 1);
      }
      batch = [];
    };
    for (const made of madeQuestions(3, EACH, vocabularyOf(content))) {
      batch.push(askFrom(made, content));
      if (batch.length === AT_ONCE) await answerBatch();
    }
    expect([...faults]).toEqual([]);
    expect([...kinds.values()].reduce((sum, each) => sum + each, 0)).toBe(EACH);
    expect(kinds.size).toBeGreaterThanOrEqual(13);
  },
  600_000,
);

test('A3 1,000 of them through HTTP too, with no error', async () => {
  const content = fourSquares;
  const ask = asker(await openWorld(content));
  const inputs = [...madeQuestions(4, 1000, vocabularyOf(content))].map((made) => ({
    ...(made.text === undefined
      ? { point: { lat: made.lat, lon: made.lon } }
      : { postcode: made.text }),
    need: made.need,
    age: made.age,
    gpPractice: made.practice,
    asAt: made.asAt,
    at: new Date(made.at).toISOString(),
    answers: made.answers.map(([question, answer]) => ({ question, answer })),
  }));
  const isSwapped = ({ lat, lon }: { lat: number; lon: number }): boolean =>
    lat <= 3 && lat >= -14 && lon >= 49 && lon <= 61.5; // refused as such
  const asked = inputs.filter((input) => !('point' in input && isSwapped(input.point)));
  const found = await field<{ __typename: string; reason?: string }[]>(
    ask(
      `query ($inputs: [ReferralInput!]!) {
        referrals(inputs: $inputs) {
          __typename ... on NotRoutable { reason } ... on NeedsChoice { choice: cause }
        }
      }`,
      { inputs: asked },
    ),
    'referrals',
  );
  expect(found).toHaveLength(asked.length);
  expect(new Set(found.map(({ __typename: type }) => type))).toEqual(
    new Set(['Routed', 'NeedsChoice', 'NotRoutable']),
  );
});
