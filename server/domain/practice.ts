import { type Area, hasCode } from './area.ts';
import { holds, type LocalDate, type Period } from './calendar.ts';
import type { Postcode } from './postcode.ts';

/** A GP practice and the NHS bodies it has belonged to. */
export type Practice = {
  /** ODS code, one letter and five digits. */
  readonly code: string;
  readonly name: string;
  /** Of its main surgery; null where no record gives one. */
  readonly postcode: Postcode | null;
  /** From its first day to the first day after its last, as far as recorded. */
  readonly open: Period;
  readonly memberships: readonly Membership[];
};

export type Membership = { readonly body: string; readonly period: Period };

/** The body in force that the practice belongs to on a day; undefined where no record says. */
export function bodyOfPractice(
  practice: Practice,
  on: LocalDate,
  bodiesInForce: readonly Area[],
): Area | undefined {
  const codes = practice.memberships
    .filter(({ period }) => holds(period, on))
    .map(({ body }) => body);
  return bodiesInForce.find((area) => codes.some((code) => hasCode(area, code)));
}
