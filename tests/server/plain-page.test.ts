import { describe, expect, it } from 'vitest';

import { dayInWords, localDate } from '../../server/domain/calendar.ts';
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
      /type="radio"\s+name="([^"]*)"\s+value="([^"]*)"\s+required\s+\/>\s*<label[^>]*>East District/.exec(
        question,
      ) ?? [];
    expect(fields).toEqual({ postcode: 'ZZ99 3VZ', need: 'homelessness' });
    expect(await ask({ ...fields, [name]: value })).toContain('east-housing');
  });

  it('takes the GP practice, which makes health sure, an age and another day', async () => {
    const asked = { postcode: 'SO99 1AA', need: 'mental-health', day: '2004-03-31' };
    expect(await ask(asked)).toMatch(
      /for 31 March 2004, not for today[^]*Health, presumed: North PCT/,
    );
    const practice = fourSquares.practices[0]?.code ?? '';
    const sure = await ask({ ...asked, practice: practice.toLowerCase() });
    expect(sure).toMatch(/south-mental-health[^]*Health: South PCT/);
    const young = { postcode: 'SO99 1AA', need: 'adult-safeguarding', age: '12' };
    expect(await ask(young)).toContain('for people aged 18 and over');
  });

  it('refuses an age, a day or a practice that is none, by the field, and keeps all that was typed', async () => {
    const asked = { postcode: 'SO99 1AA', need: 'carers', age: '-1', day: '2004-02-31' };
    const page = await ask({ ...asked, practice: 'Surgery' });
    expect(page).toMatch(/<title>Error: /);
    for (const [field, text] of [
      ['age', 'Age must be'],
      ['day', 'Date must be'],
      ['practice', 'Enter the code'],
    ] as const) {
      expect(page).toContain(`<a href="#${field}">${text}`);
      expect(page).toContain(`id="${field}-fault">Error: ${text}`);
    }
    expect(page).toMatch(/id="age"[^>]*value="-1"/);
    expect(page).toContain('value="Surgery"');
  });

  it('goes back to the form with what was typed, on request', async () => {
    const page = await ask({ postcode: 'SO99 1AA', need: 'carers', age: '40', change: '1' });
    expect(page).toContain('<h1 class="nhsuk-heading-xl">Find the team</h1>');
    expect(page).toMatch(/id="postcode"[^>]*value="SO99 1AA"/);
    expect(page).toMatch(/<details class="nhsuk-details" open>[^]*value="40"/);
    expect(page).not.toContain('There is a problem');
  });

  it('tells what may be shared, what was agreed here, and when each entry was checked', async () => {
    const page = await ask({ postcode: 'SO99 1AA', need: 'mental-health', day: '2004-03-31' });
    const { team, arrangement } = {
      team: fourSquares.teams.find(({ id }) => id === 'north-mental-health'),
      arrangement: fourSquares.arrangements[0],
    };
    expect(page).toContain(team?.sharing);
    expect(page).toContain(
      `Entry last checked on ${dayInWords(team?.checkedOn ?? localDate('2000-01-01'))}`,
    );
    expect(page).toContain(arrangement?.name);
  });

  it('offers the live postcodes near one that ended, names where part of one lies and what may be meant', async () => {
    expect(await ask({ postcode: 'SO99 1AF', need: 'carers' })).toMatch(
      /Postcodes in use nearby, the nearest first: SO99 1A/,
    );
    expect(await ask({ postcode: 'SO99', need: 'carers' })).toMatch(
      /Homes that begin like this are in: West District/,
    );
    expect(await ask({ postcode: 'S099 1AA', need: 'carers' })).toContain('Did you mean SO99 1AA?');
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

  it('names 999 beside an answer or a question that cannot wait, and where there is no answer', async () => {
    const danger = 'href="tel:999"';
    expect(await ask({ postcode: 'SO99 1AA', need: 'adult-safeguarding' })).toContain(danger);
    expect(await ask({ postcode: 'SO99 1AA', need: 'carers' })).not.toContain(danger);
    const question = await ask({
      postcode: 'ZZ99 3VZ',
      need: 'adult-safeguarding',
      day: '2004-03-31',
    });
    expect(question).not.toMatch(/undefined|null|\[object/);
    expect(await ask({ postcode: 'EH1 1YZ', need: 'carers' })).toMatch(
      /href="https:\/\/www\.gov\.uk\/find-local-council"[^]*href="tel:999"/,
    );
  });

  it('says until when its numbers hold, and how many homes lie on each side of a line', async () => {
    expect(await ask({ postcode: 'SO99 1AA', need: 'carers' })).toMatch(
      /Answered on [^]*The numbers hold until \w+,? \d+ \w+ \d{4} at \d\d:\d\d\./,
    );
    expect(await ask({ postcode: 'SO99 1AD', need: 'homelessness' })).toContain(
      'East District, about 50 % of its addresses',
    );
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
