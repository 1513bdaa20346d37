import { capital, shortKinds } from '../words/kinds.ts';
import type { HistoryPeriod } from './ask.ts';

/** A day on which one of the two sets gave way to another. */
export type Reorganisation = {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly name: string;
  /** The law behind it, where this project knows it. */
  readonly law: string | null;
  readonly isAnnounced: boolean;
};

type SetThen = HistoryPeriod['left'];

export function reorganisations(periods: readonly HistoryPeriod[]): Reorganisation[] {
  return periods.flatMap((period, at) => {
    const before = periods[at - 1];
    if (!before) return [];
    const sides = (['left', 'right'] as const).filter(
      (side) => !isSame(before[side], period[side]),
    );
    if (sides.length === 0) return [];
    const changes = sides.map((side) => changeInWords(before, period, side));
    return [
      {
        on: period.from,
        name: capital(changes.join('; ')),
        law: sides.map((side) => lawOf(period, side)).find((law) => law !== null) ?? null,
        isAnnounced: isAnnounced(period),
      },
    ];
  });
}

export function isAnnounced({ left, right }: HistoryPeriod): boolean {
  return left.status === 'ANNOUNCED' || right.status === 'ANNOUNCED';
}

function isSame(a: SetThen, b: SetThen): boolean {
  return a.kind === b.kind && a.edition === b.edition;
}

function changeInWords(
  before: HistoryPeriod,
  after: HistoryPeriod,
  side: 'left' | 'right',
): string {
  const [old, young] = countsOf(before, after, side);
  return `${young} ${shortKinds(after[side].kind, young)} in place of ${old} ${shortKinds(before[side].kind, old)}`;
}

/** On the ground looked at; of the whole sets where that cannot be told of both. */
function countsOf(
  before: HistoryPeriod,
  after: HistoryPeriod,
  side: 'left' | 'right',
): readonly [number, number] {
  if (!before.scores || !after.scores) return [before[side].areaCount, after[side].areaCount];
  return [before.scores[`${side}Count`], after.scores[`${side}Count`]];
}

/** By the kind that began and the day. */
const LAWS: Readonly<Record<string, string>> = {
  'pct 2006-10-01': 'SI 2006/2072',
  'ccg 2013-04-01': 'Health and Social Care Act 2012',
  'sub-icb 2022-07-01': 'Health and Care Act 2022',
  'icb 2022-07-01': 'Health and Care Act 2022',
};

function lawOf(period: HistoryPeriod, side: 'left' | 'right'): string | null {
  return LAWS[`${period[side].kind} ${period.from}`] ?? null;
}
