import { type LocalDate } from '../domain/calendar.ts';
import { londonDate } from '../domain/london-time.ts';
import type { Questions } from '../questions/questions.ts';

/** One per request: the questions of one release, and the moment the request came, epoch milliseconds. */
export type Context = { readonly questions: Questions; readonly now: number };

/** The day asked about: today in London unless said otherwise. */
export function dayAsked(asAt: LocalDate | null | undefined, { now }: Context): LocalDate {
  return asAt ?? londonDate(now);
}
