import { parseLocalDate } from '../domain/calendar.ts';
import { londonDate } from '../domain/london-time.ts';
import type { Need } from '../domain/need.ts';
import type { ReferralAsk } from '../questions/referrals.ts';
import type { Field, Sent } from './sent.ts';

/** What is wrong, and in which field it is mended. */
export type Fault = { readonly field: Field; readonly text: string };

const OLDEST = 130;

/** The question the form puts at a moment, or what is wrong with it. */
export function questionOf(
  sent: Sent,
  needs: readonly Need[],
  at: number,
): ReferralAsk | readonly Fault[] {
  const { postcode, answers } = sent;
  const need = needs.find(({ id }) => id === sent.need);
  const practice = given(sent.practice.toUpperCase());
  const age = given(sent.age);
  const on = parseLocalDate(given(sent.day) ?? londonDate(at));
  const faults = [
    ...faultUnless(postcode !== '', 'postcode', 'Enter a postcode'),
    ...faultUnless(need !== undefined, 'need', 'Choose what the person needs'),
    ...faultUnless(practice === undefined || PRACTICE.test(practice), 'practice', NO_PRACTICE),
    ...faultUnless(age === undefined || isAge(age), 'age', NO_AGE),
    ...faultUnless(on !== undefined, 'day', 'Date must be a real date, like 2004-03-31'),
  ];
  if (!need || !on || faults.length > 0) return faults;
  return {
    where: { postcode },
    need,
    age: age === undefined ? age : Number(age),
    practice,
    on,
    at,
    answers,
  };
}

const PRACTICE = /^[A-Z]\d{5}$/;
const NO_PRACTICE = 'Enter the code of the GP practice, like J82001, or leave it empty';
const NO_AGE = `Age must be a whole number from 0 to ${OLDEST}`;

function isAge(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= OLDEST;
}

function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function faultUnless(isRight: boolean, field: Field, text: string): Fault[] {
  return isRight ? [] : [{ field, text }];
}
