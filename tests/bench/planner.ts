import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Browser, chromium, type Page } from 'playwright-core';

import { CHROMIUM, QUIET } from '../worlds/chromium.ts';
import { least, print, repeat, run, shown, spread, verdict } from './measure.ts';
import { inFolder, realFiles } from './real.ts';
import { serve, stop } from './serving.ts';

const RUNS = 5;
const FIRST_VIEW_SECONDS = 1;
const FRAME_MS = 50;
const BODY = JSON.stringify({ query: '{ release { id } }' });

/** The planner's page: its first view with Hampshire, and frames while the districts of Great Britain are moved. */
export async function benchPlanner(): Promise<void> {
  if (!CHROMIUM) {
    print('Left out: no Chromium found');
    return;
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  try {
    await inFolder((folder) => benchFirstView(browser, folder));
    await inFolder((folder) => benchPanning(browser, folder));
  } finally {
    await browser.close();
  }
}

async function benchFirstView(browser: Browser, folder: string): Promise<void> {
  const database = `sqlite:${join(folder, 'embedded.sqlite')}`;
  await withServer(database, async (origin) => {
    await firstView(browser, `${origin}/compare`);
    const views = await repeat(RUNS, async () => ({
      plain: await secondsTo(browser, `${origin}/plain`, 'h1'),
      planner: await firstView(browser, `${origin}/compare`),
    }));
    const table = views.map(({ planner }) => planner.table);
    print(
      `first view, plain page:        ${spread(
        views.map(({ plain }) => plain),
        's',
      )}`,
    );
    print(`first view, figures to work with: ${spread(table, 's')}`);
    print(
      `first view, map drawn:         ${spread(
        views.map(({ planner }) => planner.map),
        's',
      )}`,
    );
    verdict('first view', least(table), FIRST_VIEW_SECONDS, 's');
  });
}

/** With nothing of it kept from before. */
async function firstView(
  browser: Browser,
  address: string,
): Promise<{ readonly table: number; readonly map: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.overlaps tbody tr').first().waitFor();
  const table = passed();
  await page.locator('.map-canvas[data-drawn]').waitFor();
  const map = passed();
  await context.close();
  return { table, map };
}

async function secondsTo(browser: Browser, address: string, selector: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator(selector).first().waitFor();
  const seconds = (performance.now() - began) / 1000;
  await context.close();
  return seconds;
}

const NEW = 'boundaries/lad-2017-gb-bgc.geojson.gz';
const OLD = 'dirty/lad-2013-gb-quantised.topojson';
const POSTCODES = 'postcodes/nspl-2025-05-latlong-gb.csv.gz';

/** The districts of 2017 over a rough drawing of those of 2013: 380 areas twice, 190,000 corners. */
async function benchPanning(browser: Browser, folder: string): Promise<void> {
  const files = realFiles(NEW, OLD, POSTCODES);
  if (!files) return;
  const set = (kind: string, file: string, code: string, name: string): object => ({
    ...{ kind, edition: kind, from: '2017-04-01', to: null, status: 'OFFICIAL' },
    ...{ file: realpathSync(file), code, name, gss: code, source: 'ONS', licence: 'OGL-UK-3.0' },
  });
  const manifest = join(folder, 'two-sets.json');
  const content = {
    release: 'two-sets',
    boundaries: [
      set('district', files[NEW], 'code', 'name'),
      set('old-district', files[OLD], 'LAD13CD', 'LAD13NM'),
    ],
    postcodes: [{ format: 'latlong', file: realpathSync(files[POSTCODES]) }],
    attribution: 'Contains OS data.',
  };
  writeFileSync(manifest, JSON.stringify(content));
  const database = `sqlite:${join(folder, 'loaded.sqlite')}`;
  await run(['geodata/cli.ts', 'load', manifest, '--repair', '--database', database]);
  await withServer(database, async (origin) => {
    const choices = 'left=district&right=old-district&date=2020-01-01&weight=postcodes';
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.setDefaultTimeout(120_000);
    await page.goto(`${origin}/compare?${choices}&within=everywhere`);
    await page.locator('.map-canvas[data-drawn]').waitFor();
    await page.locator('.map-canvas').scrollIntoViewIfNeeded();
    let zoomed = 0;
    for (const presses of [0, 2, 5]) {
      for (; zoomed < presses; zoomed++)
        await page.getByRole('button', { name: 'Zoom in' }).click();
      await page.waitForTimeout(8_000);
      await reportPanning(page, presses);
    }
    await page.close();
  });
}

async function reportPanning(page: Page, presses: number): Promise<void> {
  const still = await framesWhile(page, () => page.waitForTimeout(2_000));
  const moving = await framesWhile(page, () => drag(page));
  const slow = (frames: readonly number[]): number => frames.filter((ms) => ms > FRAME_MS).length;
  const metres = await page.locator('.map-canvas').getAttribute('data-metres');
  print(
    `zoomed in ${presses} times, lines within ${metres ?? '?'} m: ${moving.length} frames moving, longest ${shown(Math.max(...moving))} ms, ` +
      `${slow(moving)} over ${FRAME_MS} ms; standing still, longest ${shown(Math.max(...still))} ms, ${slow(still)} over`,
  );
  verdict('frames dropped while moving', slow(moving) - slow(still), 0, 'more than standing still');
}

/** Milliseconds from each frame to the next. */
async function framesWhile(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const frames = page.evaluateHandle(() => {
    const taken: number[] = [];
    let last = performance.now();
    let isOver = false;
    const take = (now: number): void => {
      taken.push(now - last);
      last = now;
      if (!isOver) requestAnimationFrame(take);
    };
    requestAnimationFrame(take);
    return {
      stop: () => {
        isOver = true;
        return taken;
      },
    };
  });
  const counting = await frames;
  await act();
  return counting.evaluate(({ stop }) => stop());
}

async function drag(page: Page): Promise<void> {
  const box = await page.locator('.map-canvas').boundingBox();
  if (!box) throw new Error('Wanted a map to move, found none');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(x + 150 * Math.sin(step / 7), y + 150 * Math.cos(step / 9) - 150);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

async function withServer(database: string, use: (origin: string) => Promise<void>): Promise<void> {
  const serving = await serve(['server/main.ts'], { DATABASE_URL: database, LOG: 'no' }, BODY);
  try {
    await use(new URL(serving.address).origin);
  } finally {
    await stop(serving);
  }
}
