import { describe, expect, it } from 'vitest';

import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { serve } from './served.ts';

const port = await serve(await openWorld(fourSquares));

async function ask(fields: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/plain`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return response.text();
}

describe('UR13 The page without script', () => {
  it('has a form that posts: a postcode never goes into an address', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/plain?postcode=SO99+1AA`);
    const page = await response.text();
    expect(page).toMatch(/<form method="post" action="\/plain"/);
    expect(page).not.toMatch(/SO99/);
    expect(page).not.toMatch(/<script/);
    expect(response.headers.get('content-security-policy')).toContain("form-action 'self'");
  });

  it('answers with the place, the team, its number and who is responsible', async () => {
    const page = await ask({ postcode: 'so99 1aa', need: 'carers' });
    expect(page).toContain('SO99 1AA, West District, The County');
    expect(page).toMatch(/<a class="\S+" href="tel:01632960000">01632 960000<\/a>/);
    expect(page).toContain('Social care: The County');
    expect(page).toMatch(/Answered on \w+,? \d+ \w+ \d{4}/);
    expect(page).toContain('Release four-squares');
  });

  it('asks the one question and answers it, keeping what was sent in the form', async () => {
    const question = await ask({ postcode: 'ZZ99 3VZ', need: 'homelessness' });
    expect(question).toContain('Which council area is the person in now?');
    const fields = Object.fromEntries(
      Array.from(question.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g), (m) => [
        m[1] ?? '',
        m[2] ?? '',
      ]),
    );
    const [, name = '', value = ''] =
      /<input type="radio" name="([^"]*)" value="([^"]*)" required \/>\s*East District/.exec(
        question,
      ) ?? [];
    expect(fields).toEqual({ postcode: 'ZZ99 3VZ', need: 'homelessness' });
    expect(await ask({ ...fields, [name]: value })).toContain('east-housing');
  });

  it('says why there is no answer and what to do', async () => {
    expect(await ask({ postcode: 'BF1 2AA', need: 'carers' })).toMatch(
      /British forces address[^]*999/,
    );
  });

  it('says what is missing and keeps what was typed', async () => {
    const page = await ask({ postcode: 'SO99 1A0', need: 'carers' });
    expect(page).toContain('There is a problem');
    expect(page).toContain('value="SO99 1A0"');
    expect(page).toContain('<option value="carers" selected>');
    expect(await ask({})).toMatch(/Enter a postcode[^]*Choose what the person needs/);
  });

  it('shows what was typed as text, whatever it is', async () => {
    const page = await ask({ postcode: '"><script>alert(1)</script>', need: 'carers' });
    expect(page).not.toMatch(/<script/);
    expect(page).toContain('&#60;script&#62;');
  });

  it('refuses what is no form', async () => {
    const json = await fetch(`http://127.0.0.1:${port}/plain`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(415);
    const put = await fetch(`http://127.0.0.1:${port}/plain`, { method: 'PUT' });
    expect(put.status).toBe(405);
  });
});
