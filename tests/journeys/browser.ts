import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import axe, { type Result } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';

import { openReadyDatabase } from '../../geodata/ready.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import type { Database } from '../../server/database/database.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import type { ReleaseContent } from '../../server/database/release-content.ts';
import { writeRelease } from '../../server/database/write-release.ts';
import { CHROMIUM, QUIET } from '../worlds/chromium.ts';
import { LOADED_AT } from '../worlds/open.ts';

export type Visit = {
  readonly page: Page;
  readonly origin: string;
  /** Requests that left for any other server. Always to be empty. */
  readonly strayRequests: readonly string[];
  /** What the browser complained of. */
  readonly complaints: readonly string[];
};

export type Width = 'wide' | 'narrow';

const SIZES = {
  wide: { width: 1280, height: 1000 },
  narrow: { width: 320, height: 640 },
} as const satisfies Record<Width, unknown>;

/** Chromium may stop drawing for good, as it did once in some thousand visits: a journey is then begun anew, and the run says so. */
const ONCE_MORE = 1;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Journeys through the real pages on the real server, with the embedded pack or a drawn world. */
export function describeJourney(
  title: string,
  journeys: (visit: (width?: Width) => Promise<Visit>) => void,
  world?: ReleaseContent,
): void {
  if (!CHROMIUM && process.env['CI'])
    throw new Error('Journeys: wanted a Chromium in /usr/bin or at CHROMIUM, found none');
  if (!CHROMIUM)
    console.error(
      `\n*** NO CHROMIUM: the journeys "${title}" WERE NOT RUN. Install chromium. ***\n`,
    );
  describe.skipIf(!CHROMIUM)(title, { retry: ONCE_MORE }, () => {
    let browser: Browser;
    let served: Served;
    beforeAll(async () => {
      served = await serve(world);
      browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: QUIET });
    });
    afterAll(async () => {
      await browser.close();
      await served.stop();
    });
    journeys((width = 'wide') => open(browser, served.origin, width));
  });
}

type Served = { readonly origin: string; readonly stop: () => Promise<void> };

async function serve(world: ReleaseContent | undefined): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'journeys-'));
  const address = `sqlite:${join(folder, 'release.sqlite')}`;
  const database = world
    ? await openWithWorld(address, world)
    : await openReadyDatabase(address, () => null);
  const { server } = createApp(readConfig({}), database);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await disconnect(database);
      rmSync(folder, { recursive: true });
    },
  };
}

async function openWithWorld(address: string, world: ReleaseContent): Promise<Database> {
  const database = connect(address);
  await migrateToLatest(database);
  await writeRelease(database, world, LOADED_AT);
  return database;
}

async function open(browser: Browser, origin: string, width: Width): Promise<Visit> {
  await Promise.all(browser.contexts().map((before) => before.close()));
  const context = await browser.newContext({
    viewport: SIZES[width],
    baseURL: origin,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const strayRequests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) strayRequests.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (fault) => complaints.push(fault.message));
  return { page, origin, strayRequests, complaints };
}

/** What must hold at the end of every journey. */
export function expectQuiet({ strayRequests, complaints }: Visit): void {
  expect(strayRequests).toEqual([]);
  expect(complaints).toEqual([]);
}

/** Narrows the page as it stands to a small phone, the same as 400 % zoom on a wide screen. */
export async function expectOpenToAll(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
  await page.setViewportSize(SIZES.narrow);
  expect(await findBarriers(page)).toEqual([]);
  expect(await spillOf(page)).toBe(0);
  await page.setViewportSize(SIZES.wide);
}

/** Pixels that stick out sideways. */
export function spillOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** What has the focus: its tag, and its id where it has one. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return `${activeElement?.tagName ?? ''}${activeElement?.id ? `#${activeElement.id}` : ''}`;
  });
}

/** Every question from now on is asked for one moment, so that a journey tells the same story at any hour. */
export async function askAt(page: Page, at: string): Promise<void> {
  await page.route('**/graphql', (route) => {
    const body = route.request().postDataJSON() as { variables?: { input?: object } };
    const { input } = body.variables ?? {};
    const asked = input ? { ...body, variables: { input: { ...input, at } } } : body;
    return route.continue({ postData: JSON.stringify(asked) });
  });
}

/** What axe finds wrong with the page as it stands, a line for each. */
export async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (tags) =>
      (await (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: tags })).violations,
    TAGS,
  );
  return violations.map(inWords);
}

function inWords({ id, help, nodes }: Result): string {
  return `${id}: ${help} (${nodes.map(({ html, failureSummary = '' }) => `${html} ${failureSummary}`).join(' | ')})`;
}
