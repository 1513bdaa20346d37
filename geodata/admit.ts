import { hasAnswered, switchTo } from '../server/database/current-release.ts';
import type { Database } from '../server/database/database.ts';
import { findCurrentReleaseKey, findSummary, getRelease } from '../server/database/releases.ts';
import { type LocalDate, localDateOf } from '../server/domain/calendar.ts';
import type { Override } from '../server/domain/release-summary.ts';
import { UsageFault } from './arguments.ts';
import { type Difference, differenceBetween } from './difference.ts';
import { faultsAfter, faultsOf, type Judged } from './gates.ts';
import { newsOf } from './news.ts';

/** What the gates say of a release, and how it differs from the one that answered. */
export type Judgement = {
  readonly faults: readonly string[];
  /** Null where nothing answered yet. */
  readonly difference: Difference | null;
};

export type Admitted = Judgement & { readonly answers: boolean };

export type Admitting = {
  readonly at: Date;
  /** Who answers for it, and why, should the gates find fault. */
  readonly override?: Pick<Override, 'by' | 'reason'> | undefined;
};

/**
 * Makes a release that is written the one that answers, if the gates find no fault or somebody answers for
 * it. One that answered before is not judged again: going back must always work.
 */
export async function admit(
  database: Database,
  release: number,
  { at, override }: Admitting,
): Promise<Admitted> {
  const judgement = (await hasAnswered(database, release))
    ? { faults: [], difference: null }
    : await judge(database, release, localDateOf(at.getTime()));
  const { faults } = judgement;
  const answers = faults.length === 0 || override !== undefined;
  const overridden =
    faults.length > 0 && override ? { ...override, at: at.toISOString(), faults } : null;
  const news = judgement.difference && newsOf(judgement.difference);
  if (answers) await switchTo(database, release, { at, override: overridden, news });
  return { ...judgement, answers };
}

/** Judges a release that is written by the one that answers now. */
async function judge(database: Database, release: number, today: LocalDate): Promise<Judgement> {
  const after = await findJudged(database, release);
  const own = after ? faultsOf(after.summary) : [];
  const current = await findCurrentReleaseKey(database);
  if (current === undefined) return { faults: own, difference: null };
  const difference = await differenceBetween(database, current, release);
  const before = await findJudged(database, current);
  const more = before && after ? faultsAfter(before, after, difference, today) : [];
  return { faults: [...own, ...more], difference };
}

/** Undefined for a release that was not counted when it was made: the embedded pack, and those of old. */
async function findJudged(database: Database, release: number): Promise<Judged | undefined> {
  const summary = await findSummary(database, release);
  if (!summary) return undefined;
  const { coverage } = await getRelease(database, release);
  return { summary, coverage };
}

/** Two letters or more of a name, ten or more of a reason. */
const OVERRIDE = /^\s*([\p{L}][^:\p{Cc}]*\p{L}[^:\p{Cc}]*?)\s*:\s*([^\p{Cc}]{10,300}?)\s*$/u;

/** Reads `NAME: REASON`. Throws one sentence when either is missing: a person answers for it. */
export function readOverride(text: string): Pick<Override, 'by' | 'reason'> {
  const [, by, reason] = OVERRIDE.exec(text) ?? [];
  if (by === undefined || reason === undefined)
    throw new UsageFault(
      `Wanted "NAME: REASON" after --override, with ten letters or more of reason, found ${JSON.stringify(text)}`,
    );
  return { by, reason };
}
