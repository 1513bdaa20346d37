import { postcodesBeginning } from '../database/postcodes.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { instantOf } from '../domain/london-time.ts';
import type { Need } from '../domain/need.ts';
import type { OutwardFile, ShortAnswer } from '../domain/outward-file.ts';
import { anotherOf, type Outcode, type Postcode, pseudoOf } from '../domain/postcode.ts';
import { shorten } from '../domain/short-answer.ts';
import type { OpenRelease } from './open-release.ts';
import { type BulkAsk, bulkReferrals } from './referrals.ts';

export type OutwardAsk = {
  readonly outcode: Outcode;
  readonly need: Need;
  readonly on: LocalDate;
  /** The day on which it is asked: entries grow stale. */
  readonly today: LocalDate;
};

/** The release is asked about so many at once: what is held of them meanwhile stays small. */
const AT_ONCE = 500;
const DIGITS = Array.from('0123456789');
const MIDDAY = 12 * 60;
const NO_ANSWERS: BulkAsk['asking']['answers'] = new Map();

/** Answers for every postcode of an outward code, each decided as if it were asked alone. */
export async function outward(release: OpenRelease, ask: OutwardAsk): Promise<OutwardFile> {
  const { outcode, need, on } = ask;
  const listed = await listedOf(release, outcode);
  const unlisted = unlistedOf(outcode, listed);
  const answers = new Map<string, number>();
  const short = await shortAnswers(release, ask, [...listed, ...unlisted]);
  const indexes = short.map((answer) => {
    const text = JSON.stringify(answer);
    const at = answers.get(text) ?? answers.size;
    answers.set(text, at);
    return at;
  });
  const numbered = (postcodes: readonly Postcode[], from: number, length: number) =>
    Object.fromEntries(
      postcodes.map((each, at) => [inwardOf(each).slice(0, length), indexes[from + at] ?? 0]),
    );
  return {
    outcode,
    need: need.id,
    date: on,
    release: { id: release.atlas.release.id, notices: release.atlas.release.notices },
    contacts: CONTACTS,
    answers: [...answers.keys()].map((text) => JSON.parse(text) as ShortAnswer),
    listed: numbered(listed, 0, 3),
    unlisted: numbered(unlisted, listed.length, 1),
  };
}

const CONTACTS =
  'For a day, not an hour: each team with its number when open and, where there is one, the number when closed. Which of them answers at a given moment, only a question about that moment tells.';

async function listedOf({ database, atlas }: OpenRelease, outcode: Outcode): Promise<Postcode[]> {
  const known = await postcodesBeginning(database, atlas, `${outcode} `);
  return [...new Set([...known.map(({ postcode }) => postcode), ...pseudoOf(outcode)])];
}

/** One for each sector stands for all of it that is not listed; NHS codes are all listed. */
function unlistedOf(outcode: Outcode, listed: readonly Postcode[]): Postcode[] {
  if (pseudoOf(outcode).length > 0) return [];
  const inwards = new Set(listed.map(inwardOf));
  return DIGITS.map((digit) => anotherOf(outcode, digit, inwards)).filter(
    (postcode) => postcode !== undefined,
  );
}

/** Contacts are those of the day, so the moment only says how old an entry is; at midday nearly all are open. */
async function shortAnswers(
  release: OpenRelease,
  { need, on, today }: OutwardAsk,
  postcodes: readonly Postcode[],
): Promise<ShortAnswer[]> {
  const at = instantOf({ date: today, minuteOfDay: MIDDAY });
  const asking = { need, age: undefined, practice: undefined, on, at, answers: NO_ANSWERS };
  const asks = postcodes.map((postcode): BulkAsk => ({ where: { postcode }, asking }));
  const settle = bulkReferrals(release);
  const answers: ShortAnswer[] = [];
  for (let from = 0; from < asks.length; from += AT_ONCE) {
    const settled = await settle(asks.slice(from, from + AT_ONCE));
    answers.push(...settled.map(({ referral }) => shorten(referral)));
  }
  return answers;
}

function inwardOf(postcode: Postcode): string {
  return postcode.slice(-3);
}
