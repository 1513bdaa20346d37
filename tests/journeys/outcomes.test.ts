import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { localDate } from '../../server/domain/calendar.ts';
import type { Team } from '../../server/domain/team.ts';
import type {
  ChoiceReason,
  Confidence,
  NotRoutableReason,
} from '../../web/api/generated/graphql.ts';
import { carers, fourSquares, needs, teams } from '../worlds/four-squares.ts';
import {
  REASON_QUESTIONS,
  type ReasonQuestion,
  reconstructedSquares,
} from '../worlds/reason-questions.ts';
import { askAt, describeJourney, expectOpenToAll, expectQuiet, focused } from './browser.ts';
import { askAbout, type DayMonthYear, fill, openForm, send } from './states.ts';

const DAYTIME = '2026-11-18T10:00:00Z';
const CHRISTMAS_NIGHT = '2026-12-25T03:05:00Z';
const IN_2004: DayMonthYear = ['31', '3', '2004'];

const socialCare = teams.find(({ id }) => id === 'county-social-care');
if (!socialCare) throw new Error('four squares: wanted a team of the county');

function like(team: Team, changes: Partial<Team>): Team {
  return { ...team, ...changes };
}

/** Four squares with what the drawn world lacks: a tie, an entry nobody checked, one split by age. */
const world = {
  ...fourSquares,
  needs: [
    ...needs,
    { ...carers, id: 'tied', name: 'Tied' },
    { ...carers, id: 'by-age', name: 'By age' },
  ],
  teams: [
    ...teams,
    like(socialCare, { id: 'first', name: 'First team', needs: ['tied'] }),
    like(socialCare, {
      id: 'second',
      name: 'Second team',
      needs: ['tied'],
      checkedOn: localDate('2024-01-31'),
    }),
    like(socialCare, {
      id: 'young',
      name: 'Young people’s team',
      needs: ['by-age'],
      ages: { from: null, to: 17 },
    }),
    like(socialCare, {
      id: 'grown',
      name: 'Adults’ team',
      needs: ['by-age'],
      ages: { from: 18, to: null },
    }),
  ],
};

type Asked = {
  readonly postcode: string;
  readonly need?: string;
  readonly date?: DayMonthYear;
  readonly age?: string;
};

/** Every reason of the contract, how a person comes upon it, and what the page then says. */
const REASONS = {
  MALFORMED: { postcode: 'S099 1AA', heading: 'Find the team', says: 'Enter a full UK postcode' },
  PARTIAL: { postcode: 'SO99', heading: 'Enter the whole postcode', says: 'West District' },
  UNKNOWN: {
    postcode: 'SO99 1ZZ',
    heading: 'This postcode is not in the list',
    says: 'Check the postcode',
  },
  NO_POSITION: {
    postcode: 'SO99 1AE',
    heading: 'This postcode has no place on the map',
    says: 'council tax bill',
  },
  NON_GEOGRAPHIC: {
    postcode: 'GIR 0AA',
    heading: 'This postcode is not of a home',
    says: 'Girobank',
  },
  FORCES: { postcode: 'BF1 2AA', heading: 'This is a forces postcode', says: 'the unit' },
  CROWN_DEPENDENCY: {
    postcode: 'JE2 3AB',
    heading: 'This is outside the UK and its NHS',
    says: 'Jersey',
  },
  OVERSEAS: {
    postcode: 'STHL 1ZZ',
    heading: 'This is a code for overseas',
    says: 'overseas territory',
  },
  PSEUDO: {
    postcode: 'ZZ99 3WZ',
    heading: 'This is a code, not a place',
    says: 'address not known',
  },
  OUT_OF_COVERAGE: {
    postcode: 'EH1 1YZ',
    heading: 'This is outside the area covered',
    says: 'Scotland',
  },
  NO_EDITION: {
    postcode: 'SO99 1AA',
    date: ['1', '1', '1990'],
    heading: 'Nothing is known for that day',
    says: 'another date',
  },
  NO_TEAM_RECORDED: {
    postcode: 'SO99 1AA',
    need: 'unserved',
    heading: 'No team is recorded here',
    says: 'Board ICB',
  },
  NO_RULE_RECORDED: {
    postcode: 'SO99 1AA',
    need: 'ended-need',
    heading: 'No rule is recorded for that day',
    says: 'That does not mean that nobody did',
  },
  NOT_OFFERED_HERE: {
    postcode: 'SO99 1AA',
    need: 'night-sitting',
    heading: 'This is not offered here',
    says: 'It ended with the PCTs',
  },
  AGE_OUT_OF_RANGE: {
    postcode: 'SO99 1AA',
    need: 'adult-safeguarding',
    age: '10',
    heading: 'This need is for another age',
    says: 'another need',
  },
} as const satisfies Record<
  NotRoutableReason,
  Asked & { readonly heading: string; readonly says: string }
>;

/** Every reason for a question. */
const CHOICES = {
  STRADDLES: {
    postcode: 'SO99 1AB',
    need: 'mental-health',
    date: IN_2004,
    question: 'Which of these is the person’s GP practice part of?',
    answer: 'North PCT',
    team: 'north-mental-health',
  },
  ENDED: {
    postcode: 'SO99 1AF',
    question: 'Does the person still live where this postcode was?',
    answer: /^Yes/,
    team: 'county-social-care',
  },
  WHERE_NOW: {
    postcode: 'ZZ99 3VZ',
    need: 'homelessness',
    question: 'Which council area is the person in now?',
    answer: 'East District',
    team: 'east-housing',
  },
  AGE: {
    postcode: 'SO99 1AA',
    need: 'by-age',
    question: 'How old is the person?',
    answer: '18 and over',
    team: 'Adults’ team',
  },
} as const satisfies Record<
  ChoiceReason,
  Asked & { readonly question: string; readonly answer: string | RegExp; readonly team: string }
>;

const SURENESS = {
  HIGH: { postcode: 'SO99 1AA', heading: 'Sure of this answer' },
  MEDIUM: { postcode: 'SO99 1AA', need: 'mental-health', heading: 'Fairly sure of this answer' },
  LOW: { postcode: 'SO99 1AA', need: 'tied', heading: 'Not sure of this answer' },
} as const satisfies Record<Confidence, Asked & { readonly heading: string }>;

describeJourney(
  'Every outcome of the contract has a page',
  (visit) => {
    it.each(Object.entries(REASONS))('%s', async (reason, asked) => {
      const here = await visit();
      const { page } = here;
      await find(page, asked);
      await page.getByRole('heading', { level: 1, name: asked.heading }).waitFor();
      await page.locator('main').getByText(asked.says).first().waitFor();
      const isFault = reason === 'MALFORMED';
      expect((await page.title()).startsWith('Error:')).toBe(isFault);
      expect(await page.locator('[role=alert]').count()).toBe(isFault ? 1 : 0);
      if (!isFault) await expect.poll(() => focused(page)).toBe('H1');
      expect(await page.locator('main a[href="tel:999"]').count()).toBeGreaterThan(0);
      expect(await page.locator('.team').count()).toBe(0);
      await expectOpenToAll(page);
      expectQuiet(here);
    });

    it.each(Object.entries(CHOICES))('%s asks one question and then answers', async (_, asked) => {
      const here = await visit();
      const { page } = here;
      await find(page, asked);
      await page.getByRole('heading', { level: 1, name: asked.question }).waitFor();
      await expect.poll(() => focused(page)).toBe('H1');
      await expectOpenToAll(page);
      await page.getByRole('radio', { name: asked.answer }).check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('heading', { level: 2, name: asked.team }).waitFor();
      await expect.poll(() => focused(page)).toBe('H1');
      expectQuiet(here);
    });

    it.each(Object.entries(SURENESS))('%s confidence is said in words', async (_, asked) => {
      const here = await visit();
      const { page } = here;
      await find(page, asked);
      await page.getByRole('heading', { level: 2, name: asked.heading }).waitFor();
      await expectOpenToAll(page);
      expectQuiet(here);
    });

    it('two teams that fit equally say so, and one not checked for a year says so before its number', async () => {
      const here = await visit();
      const { page } = here;
      await find(page, { postcode: 'SO99 1AA', need: 'tied' });
      await page.locator('.team').nth(1).waitFor();
      expect(await page.getByText('Another team fits as well: ring either and ask.').count()).toBe(
        2,
      );
      const second = await page.locator('.team', { hasText: 'Second team' }).innerText();
      expect(second.indexOf('31 January 2024, over a year ago')).toBeGreaterThan(0);
      expect(second.indexOf('31 January 2024')).toBeLessThan(second.indexOf('01632 960'));
      expectQuiet(here);
    });

    it('part of a postcode is completed on its page, and a slip there goes back to the form', async () => {
      const here = await visit('narrow');
      const { page } = here;
      await find(page, { postcode: 'so99' });
      const whole = page.getByLabel('Whole postcode');
      expect(await whole.inputValue()).toBe('SO99 ');
      await whole.fill('SO99 1A');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('alert').waitFor();
      const field = page.getByLabel('Postcode of the person’s home');
      expect(await field.inputValue()).toBe('SO99 1A');
      await field.fill('SO99 1AA');
      await page.getByRole('button', { name: 'Find the team' }).click();
      await page.locator('.team').first().waitFor();
      expectQuiet(here);
    });

    it('a postcode that ended offers the live ones nearby, to be chosen', async () => {
      const here = await visit();
      const { page } = here;
      await find(page, CHOICES.ENDED);
      await page.getByRole('group', { name: 'Postcodes that may be meant' }).waitFor();
      await page.getByRole('button', { name: 'Use SO99 1AA' }).click();
      expect(await page.getByLabel('Postcode of the person’s home').inputValue()).toBe('SO99 1AA');
      expectQuiet(here);
    });

    it('where nobody answers at night, it says so and gives the number of the morning', async () => {
      const here = await visit();
      const { page } = here;
      await askAt(page, CHRISTMAS_NIGHT);
      await find(page, { postcode: 'SO99 1AA', need: 'homelessness' }, null);
      const card = page.locator('.team').first();
      await card.getByText('Nobody answers for it until then.').waitFor();
      expect(await card.locator('.big-number').count()).toBe(0);
      expect(await card.locator('a[href^="tel:"]').count()).toBe(1);
      await expectOpenToAll(page);
      expectQuiet(here);
    });
  },
  world,
);

describeJourney(
  'Every reason of an answer is told under why',
  (visit) => {
    it.each(Object.entries(REASON_QUESTIONS))('%s', async (reason, asked) => {
      const here = await visit();
      const { page } = here;
      await askAsAPerson(page, asked);
      await page.locator('.team').first().waitFor();
      await page.getByText(/^Why (?:this team|these teams)$/).click();
      const told = page.locator('.reasons li', { has: page.getByText(reason, { exact: true }) });
      await told.first().waitFor();
      expect(await told.first().locator('cite').innerText()).toMatch(/\S+ \(rule /);
      expectQuiet(here);
    });
  },
  reconstructedSquares,
);

describeJourney('Hours', (visit) => {
  it('at 3 a.m. on Christmas Day show the out-of-hours number first, the holiday by name and the next opening', async () => {
    const here = await visit('narrow');
    const { page } = here;
    await askAt(page, CHRISTMAS_NIGHT);
    await askAbout(page, 'SO23 8UJ', 'child-protection');
    await page.getByText('Bank holiday today: Christmas Day.').waitFor();
    const numbers = page.locator('.team .numbers');
    expect(await numbers.innerText()).toMatch(
      /^Closed now\. Ring instead:[^]*From Tuesday 29 December at 8\.30am: 03069 990298/,
    );
    const first = await numbers.locator('a').first().boundingBox();
    expect((first?.y ?? NaN) + (first?.height ?? NaN)).toBeLessThanOrEqual(640);
    expect(await numbers.locator('a[href="tel:999"]').count()).toBe(1);
    expect(await numbers.locator('a').first().innerText()).toMatch(/03069 990011$/);
    expect(await numbers.locator('a').first().getAttribute('href')).toBe('tel:03069990011');
    await expectOpenToAll(page);
    expectQuiet(here);
  });

  it('in the daytime show the day number first, and until when the answer holds', async () => {
    const here = await visit();
    const { page } = here;
    await askAt(page, DAYTIME);
    await askAbout(page, 'SO23 8UJ', 'child-protection');
    const numbers = page.locator('.team .numbers');
    await numbers.getByText('Open now').waitFor();
    expect(await numbers.locator('a').first().getAttribute('href')).toBe('tel:03069990298');
    expect(await page.locator('.answered-line').innerText()).toMatch(/hold until today at 5pm\.$/);
    expect(await page.getByText('Bank holiday').count()).toBe(0);
    expectQuiet(here);
  });
});

async function find(page: Page, asked: Asked, at: string | null = DAYTIME): Promise<void> {
  const { postcode, need = 'carers', date, age } = asked;
  if (at) await askAt(page, at);
  await askAbout(page, postcode, need, { ...(date && { date }), ...(age && { age }) });
}

/** Every field as it is typed, the practice as it is searched for, each answer as it is chosen. */
async function askAsAPerson(page: Page, asked: ReasonQuestion): Promise<void> {
  const { postcode, need = 'carers', age, gpPractice, asAt, answers = [] } = asked;
  await openForm(page);
  await page.getByText('More that makes the answer surer').click();
  await fill(page, postcode, need);
  if (age !== undefined) await page.getByLabel('Age in years (optional)').fill(String(age));
  if (asAt !== undefined)
    for (const [at, part] of ['Year', 'Month', 'Day'].entries())
      await page.getByLabel(part, { exact: true }).fill(asAt.split('-')[at] ?? '');
  if (gpPractice !== undefined) {
    await page.getByLabel('GP practice (optional)').fill(gpPractice);
    await page.getByRole('button', { name: 'Search for the practice' }).click();
    await page.getByRole('radio').first().check();
  }
  await send(page);
  for (const { answer } of answers) {
    await page.locator(`input[type=radio][value="${answer}"]`).check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
}
