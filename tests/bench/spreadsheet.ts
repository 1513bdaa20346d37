import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { print, shown, verdict } from './measure.ts';
import { inFolder } from './real.ts';
import { serve, stop } from './serving.ts';

const ROWS = 100_000;
/** As of a page that does the least of it by itself, without a worker. */
const SHARE_OF_SPLITTING = 1;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', process.env['CHROMIUM'] ?? ''];
const QUESTION = JSON.stringify({ query: '{ release { id } }' });

/**
 * A spreadsheet checked in a browser: how long the page could not draw, against a page that does no more than part
 * the same file at its commas.
 */
export async function benchSpreadsheet(): Promise<void> {
  const executablePath = CHROMIUM.find((path) => existsSync(path));
  if (executablePath === undefined) {
    print('Left out: no Chromium in /usr/bin or at CHROMIUM');
    return;
  }
  await inFolder(async (folder) => {
    const path = join(folder, 'people.csv');
    writeFileSync(path, people());
    const database = `sqlite:${join(folder, 'embedded.sqlite')}`;
    const server = await serve(['server/main.ts'], { DATABASE_URL: database }, QUESTION);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      print(`${ROWS} rows, ${shown(statSync(path).size / 1e6)} MB`);
      const page = await browser.newPage();
      const splitting = await measureSplitting(page, server.address, path);
      const first = await measureCheck(page, server.address, path);
      const again = await measureCheck(page, server.address, path);
      print(`checked: wall ${shown(first.seconds)} s, again ${shown(again.seconds)} s`);
      print(`parted at commas by the page itself: ${shown(splitting.seconds)} s`);
      print(
        `longest the page stood still: ${shown(again.stillMs)} ms, ${shown(splitting.stillMs)} ms`,
      );
      verdict(
        'standing still',
        again.stillMs / splitting.stillMs,
        SHARE_OF_SPLITTING,
        '× splitting',
      );
    } finally {
      await browser.close();
      await stop(server);
    }
  });
}

function people(): string {
  const sectors = readEmbeddedPack().sectors.map(({ sector }) => sector);
  const letters = Array.from('ABDEFGHJLNPQRSTUWXYZ');
  const row = (at: number): string => {
    const unit = `${letters[at % letters.length] ?? ''}${letters[Math.floor(at / 7) % letters.length] ?? ''}`;
    return `${at},"Person, the ${at}th",${sectors[at % sectors.length] ?? ''}${unit},01632 960001,${'x'.repeat(40)}`;
  };
  return `id,name,postcode,phone,note\n${Array.from({ length: ROWS }, (_, at) => row(at)).join('\n')}\n`;
}

type Measured = { readonly seconds: number; readonly stillMs: number };

async function measureCheck(page: Page, address: string, path: string): Promise<Measured> {
  await page.goto(new URL('/check', address).href);
  await page.getByLabel('CSV file').setInputFiles(path);
  await page.getByLabel('What the person needs').selectOption('mental-health');
  return measure(page, async () => {
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByRole('heading', { name: /^Result: / }).waitFor({ timeout: 300_000 });
  });
}

async function measureSplitting(page: Page, address: string, path: string): Promise<Measured> {
  await page.goto(new URL('/check', address).href);
  await page.getByLabel('CSV file').setInputFiles(path);
  await page.getByRole('heading', { name: 'people.csv' }).waitFor();
  return measure(page, () =>
    page.evaluate(async () => {
      const [file] = document.querySelector<HTMLInputElement>('#spreadsheet')?.files ?? [];
      const text = (await file?.text()) ?? '';
      return text.split('\n').map((line) => line.split(',')).length;
    }),
  );
}

/** The longest time between two drawings, while the work goes on. */
async function measure(page: Page, work: () => Promise<unknown>): Promise<Measured> {
  await page.evaluate(() => {
    let last = performance.now();
    const still = { ms: 0 };
    Object.assign(globalThis, { still });
    const draw = (): void => {
      const now = performance.now();
      still.ms = Math.max(still.ms, now - last);
      last = now;
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  });
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const stillMs = await page.evaluate(
    () => (globalThis as unknown as { still: { ms: number } }).still.ms,
  );
  return { seconds, stillMs };
}
