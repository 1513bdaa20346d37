import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Directory, readDirectory } from '../../geodata/directory.ts';
import { unfitText } from '../../geodata/free-text.ts';
import { InputFault } from '../../geodata/input-fault.ts';
import { folderOf } from '../worlds/manifest-folder.ts';

const need = {
  id: 'carers',
  name: 'Carers',
  description: 'Somebody cares for another.',
  urgent: false,
  sectors: [{ sector: 'SOCIAL_CARE', rule: 'ordinary-residence' }],
  ages: { from: null, to: null },
};
const desk = { label: 'Desk', phone: '01632 960000', email: null, url: null };
const team = {
  id: 'west',
  name: 'West team',
  organisation: 'The County',
  sectors: ['SOCIAL_CARE'],
  needs: ['carers'],
  covers: ['district:W'],
  ages: { from: 18, to: null },
  from: null,
  to: null,
  does: 'Helps.',
  doesNot: 'Does not nurse.',
  hours: 'mon-fri 09:00-17:00',
  day: desk,
  outOfHours: null,
  sharing: 'Share what the team needs.',
  checkedOn: '2026-06-01',
};

type Read = { readonly directory: Directory; readonly said: readonly string[] };

function read(more: object, arrangements: readonly object[] = []): Read {
  const said: string[] = [];
  const folder = folderOf({
    'needs.json': JSON.stringify([need]),
    'teams.json': JSON.stringify([{ ...team, ...more }]),
    'arrangements.json': JSON.stringify(arrangements),
  });
  return { directory: readDirectory(folder, (line) => said.push(line)), said };
}

function refusal(more: object, arrangements: readonly object[] = []): string {
  try {
    read(more, arrangements);
  } catch (fault) {
    if (fault instanceof InputFault) return fault.message;
    throw fault;
  }
  throw new Error('Wanted a refusal, was read');
}

/** Ten digits with a check digit that fits; a few beginnings have none. */
const nhsNumber = fc.integer({ min: 400_000_000, max: 799_999_999 }).chain((nine) => {
  const digits = Array.from(String(nine), Number);
  const sum = digits.reduce((total, digit, at) => total + digit * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  const text = `${nine}${check}`;
  const spaced = `${text.slice(0, 3)} ${text.slice(3, 6)} ${text.slice(6)}`;
  return check === 10 ? fc.constant('943 476 5919') : fc.constantFrom(text, spaced);
});
const two = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: most }).map((each) => String(each).padStart(2, '0'));
const date = fc
  .tuple(two(28), two(12), fc.integer({ min: 1930, max: 2020 }))
  .map(([day, month, year]) => `${day}/${month}/${year}`);
const named = fc
  .tuple(fc.constantFrom('John', 'Amina', 'Seán'), fc.constantFrom('Smith', 'O’Brien', 'Begum'))
  .map((names) => names.join(' '));
const planted = fc.oneof(
  nhsNumber.map((number) => `Known as ${number} on the system.`),
  date.map((day) => `DOB ${day}, lives alone.`),
  date.map((day) => `The lady, date of birth: ${day}.`),
  named.map((name) => `Patient ${name} rang twice.`),
  named.map((name) => `Ask for patient: ${name}`),
  named.map((name) => `Ask Mrs ${name} next door.`),
);
const honest = fc.oneof(
  fc.integer({ min: 0, max: 999_999 }).map((n) => `Ring 01632 ${String(n).padStart(6, '0')}.`),
  fc.integer({ min: 0, max: 999_999 }).map((n) => `Or 0${1_632_000_000 + n}, or +44 1632 ${n}.`),
  date.map((day) => `Moved on ${day}; room 12, floor 3.`),
  date.map((day) => `For children born after ${day}.`),
  fc.constantFrom(
    'Date of birth, name and GP are needed. Ring 01632 960000.',
    'Patient Transport Services take people home.',
    'Each patient is seen in 10 days.',
    'Maternity and birth: 01632 960001.',
    'Dr Khan’s surgery is next door.',
  ),
);

describe('D6 TD16 what is about a person in a directory', () => {
  test('is found in each of 200 texts with it planted', () => {
    const texts = fc.sample(planted, { numRuns: 200, seed: 4 });
    expect(texts.filter((text) => unfitText(text) === undefined)).toEqual([]);
  });
  test('is found in at most 1 in 200 of 2,000 honest texts', () => {
    const texts = fc.sample(honest, { numRuns: 2000, seed: 4 });
    expect(texts.filter((text) => unfitText(text) !== undefined).length).toBeLessThanOrEqual(10);
  });
  test.each(['name', 'organisation', 'does', 'doesNot', 'sharing'])(
    'is refused in "%s", by file and entry, and not repeated',
    (field) => {
      const message = refusal({ [field]: 'About 943 476 5919.' });
      expect(message).toMatch(
        new RegExp(`teams\\.json, entry west: wanted .*"${field}".*found an NHS number$`),
      );
      expect(message).not.toContain('943');
    },
  );
  test('is refused in a label and in an arrangement too', () => {
    expect(refusal({ day: { ...desk, label: 'Mrs Smith' } })).toMatch(
      /entry west, day: .*the name of a person$/,
    );
    const arrangement = { id: 'a', type: 'section-75', name: 'A', covers: ['district:W'] };
    expect(refusal({}, [{ ...arrangement, description: 'Patient John Smith.' }])).toMatch(
      /arrangements\.json, entry a: .*the name of a person$/,
    );
  });
  test('is warned of where an email address looks like a person’s', () => {
    const ofPerson = read({ day: { ...desk, email: 'jane.smith@example.org' } });
    expect(ofPerson.said).toEqual([
      expect.stringMatching(
        /teams\.json, entry west, day: the email address looks like a person’s/,
      ),
    ]);
    expect(ofPerson.said[0]).not.toContain('jane');
    expect(read({ day: { ...desk, email: 'duty.west@example.org' } }).said).toEqual([]);
  });
});

describe('A directory is refused', () => {
  test.each([
    ['TD03 a phone of letters', { day: { ...desk, phone: '0800 CARERS' } }],
    ['TD03 two phones in one', { day: { ...desk, phone: '01632 960000 / 960001' } }],
    ['TD03 a phone with its extension', { day: { ...desk, phone: '01632 960000 ext 12' } }],
    ['TD03 a phone at premium rate', { day: { ...desk, phone: '0906 123 4567' } }],
    ['TD04 an email without @', { day: { ...desk, email: 'desk.example.org' } }],
    ['TD04 an email of two lines', { day: { ...desk, email: 'a@example.org\nBcc: b@c.org' } }],
    ['TD06 an address that is a script', { day: { ...desk, url: 'javascript:alert(1)' } }],
    ['TD06 an address without TLS', { day: { ...desk, url: 'http://example.org/' } }],
    ['TD06 an address with a password', { day: { ...desk, url: 'https://a:b@example.org/' } }],
    ['TD06 an address without its scheme', { day: { ...desk, url: 'www.example.org' } }],
    ['TD01 a blank name', { name: '  ' }],
    ['TD17 a text over 2,000 characters', { does: 'x'.repeat(2001) }],
    ['TD17 a text with a hidden character', { does: 'Ring \u202E06960 23610' }],
    ['TD14 ages upside down', { ages: { from: 18, to: 17 } }],
    ['TD14 an age below 0', { ages: { from: -1, to: null } }],
  ])('for %s', (_title, more) => {
    expect(refusal(more)).toMatch(/teams\.json, entry west.*: wanted /);
  });
});

test('TD30 accents, apostrophes and & stay as they were written, and markup is text', () => {
  const name = 'Tŷ Gwyn & O’Brien <b>’s team';
  expect(read({ name }).directory.teams[0]?.name).toBe(name);
});
