import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { describeJourney, expectQuiet } from './browser.ts';
import {
  askAbout,
  DELAYED_DISCHARGES,
  openComparison,
  openForm,
  openIndicators,
} from './states.ts';

/** A task may take so many presses, each letter typed and each Tab one of them. */
const MOST = 25;

/** Every task by keyboard alone, from its page as it opens; presses are counted. */
type Hands = {
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Tab until it has the focus. */
  readonly tabTo: (wanted: Locator) => Promise<void>;
  readonly presses: () => number;
};

function handsOn(page: Page): Hands {
  let presses = 0;
  const press = async (...keys: readonly string[]): Promise<void> => {
    presses += keys.length;
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (wanted: Locator): Promise<void> => {
    await wanted.waitFor({ state: 'attached' });
    while (!(await wanted.evaluate((element) => element === document.activeElement))) {
      expect(presses).toBeLessThan(2 * MOST);
      await press('Tab');
    }
  };
  return { press, tabTo, presses: () => presses };
}

const skip = ['Tab', 'Enter'] as const;
const letters = (text: string): string[] => Array.from(text);

type Task = (page: Page, hands: Hands) => Promise<void>;

const TASKS: Readonly<Record<string, Task>> = {
  'asking about a need that cannot wait, on a line, and answering the question': async (
    page,
    hands,
  ) => {
    await openForm(page);
    await askFor(page, hands, 'po75aa', 'chi');
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    await hands.tabTo(page.getByRole('radio').first());
    await hands.press('Space', 'Enter');
    await page.locator('.team').first().waitFor();
  },
  'copying the answer as text': async (page, hands) => {
    await askAbout(page, 'SO23 8UJ', 'mental-health');
    await page.locator('.place-map path').first().waitFor();
    await hands.tabTo(page.getByRole('button', { name: 'Copy as text' }));
    await hands.press('Enter');
    await page
      .getByText(/Copied/)
      .first()
      .waitFor();
  },
  'adding the GP practice to an answer': async (page, hands) => {
    await askAbout(page, 'SO23 8UJ', 'mental-health');
    await page.locator('.place-map path').first().waitFor();
    await hands.tabTo(page.getByRole('button', { name: 'Add the GP practice' }));
    await hands.press('Enter', ...letters('burg'), 'Enter');
    await page.getByText('1 practice found').waitFor();
    await hands.tabTo(page.getByLabel('Burgess Road Surgery'));
    await hands.press('Space');
    expect(await page.getByLabel('Burgess Road Surgery').isChecked()).toBe(true);
  },
  'changing the postcode of an answer': async (page, hands) => {
    await askAbout(page, 'SO23 8UJ', 'carers');
    await page.locator('.place-map path').first().waitFor();
    await hands.tabTo(page.getByRole('button', { name: 'Change what you entered' }));
    await hands.press('Enter');
    await page.getByLabel('Postcode of the person’s home').waitFor();
    await hands.press('Control+a', ...letters('sp103aa'), 'Enter');
    await page.getByRole('heading', { level: 1, name: /Carers/ }).waitFor();
    await page.locator('.team').first().waitFor();
  },
  'asking by a point': async (page, hands) => {
    await openForm(page);
    await hands.press(...skip);
    await hands.tabTo(page.getByRole('button', { name: 'No postcode? Use a point on a map' }));
    await hands.press('Enter', ...letters('51.06,-1.31'));
    await page.getByText(/This point is in Winchester/).waitFor();
  },
  'asking without script': async (page, hands) => {
    await page.goto('/plain');
    await hands.tabTo(page.getByLabel('Postcode of the person’s home'));
    await hands.press(...letters('so238uj'));
    await hands.tabTo(page.getByLabel('What the person needs'));
    await hands.press(...letters('chi'));
    await hands.tabTo(page.getByRole('button', { name: 'Find the team' }));
    await hands.press('Enter');
    await page.locator('.team').first().waitFor();
  },
  'comparing as at another day': async (page, hands) => {
    await openComparison(page);
    await hands.press(...skip);
    await hands.tabTo(page.getByRole('button', { name: '31 March 2010' }));
    await hands.press('Enter');
    await page.waitForURL(/date=2010-03-31/);
  },
  'seeing what a reorganisation changed': async (page, hands) => {
    await openComparison(page);
    await hands.press(...skip);
    await hands.tabTo(page.getByRole('link', { name: /before and after/i }).first());
    await hands.press('Enter');
    await page.waitForURL(/before-and-after/);
  },
  'telling counts by other areas': async (page, hands) => {
    await openIndicators(page);
    await hands.press(...skip);
    await hands.tabTo(page.getByLabel('Counts by PCT'));
    await page.keyboard.insertText(DELAYED_DISCHARGES); // pasted
    await hands.tabTo(page.getByRole('button', { name: 'Show by district' }));
    await hands.press('Enter');
    await page.locator('.recut-table').waitFor();
  },
};

async function askFor(page: Page, hands: Hands, postcode: string, need: string): Promise<void> {
  await hands.press(...skip);
  await hands.tabTo(page.getByLabel('Postcode of the person’s home'));
  await hands.press(...letters(postcode));
  await hands.tabTo(page.getByLabel('What the person needs'));
  await hands.press(...letters(need));
  await hands.tabTo(page.getByRole('button', { name: 'Find the team' }));
  await hands.press('Enter');
}

describeJourney('Each task takes at most 25 key presses', (visit) => {
  it.each(Object.entries(TASKS))('%s', async (_name, task) => {
    const here = await visit();
    const hands = handsOn(here.page);
    await task(here.page, hands);
    expect(hands.presses()).toBeLessThanOrEqual(MOST);
    expectQuiet(here);
  });
});
