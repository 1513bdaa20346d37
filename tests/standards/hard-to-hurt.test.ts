import { expect, test } from 'vitest';

import { inTurns } from '../../server/standards/in-turns.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { HOSTILE_FORMS } from '../worlds/hostile-forms.ts';
import { openWorld } from '../worlds/open.ts';
import { serve } from '../server/served.ts';

const base = `http://127.0.0.1:${await serve(await openWorld(fourSquares))}`;

async function sent(path: string, body: string): Promise<[status: number, text: string]> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(base + path, { method: 'POST', headers, body });
  return [response.status, await response.text()];
}

/** What every entry is looked at for, as often as a body holds: 125,000 values once took minutes. */
const SERVICES = '/fhir/HealthcareService/_search';
test.each([
  [SERVICES, `coverage-area=${'z,'.repeat(125_000)}`, 'characters to search by, found 250013'],
  [SERVICES, `coverage-area=${'z,'.repeat(2000)}`, 'Wanted at most 100 values to search by'],
  [SERVICES, 'name=a&'.repeat(36_000), 'characters to search by'],
  [SERVICES, 'name=a&'.repeat(101), 'Wanted at most 100 values to search by, found 101.'],
  ['/oruk/services', `search=${'a+'.repeat(125_000)}`, 'Wanted at most 50 words to search for'],
  ['/oruk/services', `search=${'a+'.repeat(51)}`, 'words to search for, found 51.'],
])('%s refuses more than it looks for: %.40s', async (path, body, sentence) => {
  const [status, text] = await sent(path, body);
  expect(status).toBe(400);
  expect(text).toContain(sentence);
});

test('as much as is allowed is answered', async () => {
  expect((await sent(SERVICES, `name=${'a,'.repeat(99)}a`))[0]).toBe(200);
  expect((await sent('/oruk/services', `search=${'a+'.repeat(50)}`))[0]).toBe(200);
});

test.each(HOSTILE_FORMS.map((form) => [form.title, form] as const))(
  '%s is answered in at most 1 MB or refused, and never by a fault of ours',
  async (_title, { path, type, body }) => {
    const headers = { 'content-type': type };
    const asked = fetch(base + path, { method: 'POST', headers, body });
    if (path === '/referrals') {
      // A table that turns out to be none is cut off while it still comes.
      const response = await asked.catch(() => undefined);
      await response?.text().catch(() => undefined);
      expect(response?.status ?? 400).toBeLessThan(500);
      expect((await fetch(`${base}/health`)).status).toBe(200);
      return;
    }
    const response = await asked;
    expect(response.status).toBeLessThan(500);
    expect((await response.text()).length).toBeLessThan(1_000_000);
  },
);

test('others are answered while a long page is written', async () => {
  const others: number[] = [];
  setImmediate(() => others.push(-1));
  const written = await inTurns(Array.from({ length: 200 }, Number), () => others.length);
  expect(written).toHaveLength(200);
  expect([written.at(0), written.at(-1)]).toEqual([0, 1]);
});
