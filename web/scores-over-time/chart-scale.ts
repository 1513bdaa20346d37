import type { HistoryPeriod } from './ask.ts';

/** Pixels kept free around the picture: numbers of the scale on the left, years below, marks above. */
export const MARGIN = { top: 50, right: 14, bottom: 30, left: 38 } as const;

export type Scale = {
  readonly width: number;
  readonly height: number;
  readonly x: (day: string) => number;
  /** Of a score from 0 to 1. */
  readonly y: (score: number) => number;
  readonly years: readonly number[];
  /** Where a period without an end is drawn to. */
  readonly end: string;
};

const DAY_MS = 86_400_000;
/** After the last change there has to be something to see, days. */
const TAIL_DAYS = 500;
/** A year needs this much room, pixels. */
const YEAR_WIDTH = 44;

export function chartScale(
  periods: readonly HistoryPeriod[],
  today: string,
  { width, height }: { readonly width: number; readonly height: number },
): Scale {
  const start = daysOf(periods[0]?.from ?? today);
  const last = Math.max(daysOf(today), daysOf(periods.at(-1)?.from ?? today) + TAIL_DAYS);
  const across = width - MARGIN.left - MARGIN.right;
  const down = height - MARGIN.top - MARGIN.bottom;
  const x = (day: string): number =>
    MARGIN.left + ((daysOf(day) - start) / (last - start)) * across;
  return {
    width,
    height,
    x,
    y: (score) => MARGIN.top + (1 - score) * down,
    years: yearsBetween(start, last, across),
    end: new Date(last * DAY_MS).toISOString().slice(0, 10),
  };
}

function daysOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** Each year that begins in the time shown, or every second, fifth … where room is short. */
function yearsBetween(start: number, last: number, across: number): number[] {
  const first = new Date(start * DAY_MS).getUTCFullYear() + 1;
  const final = new Date(last * DAY_MS).getUTCFullYear();
  const most = Math.max(1, Math.floor(across / YEAR_WIDTH));
  const step = [1, 2, 5, 10, 20].find((each) => (final - first + 1) / each <= most) ?? 50;
  const years = Array.from({ length: Math.max(0, final - first + 1) }, (_, at) => first + at);
  return years.filter((year) => year % step === 0);
}

/** Marks nearer than this would cover each other, pixels. */
const MARK_WIDTH = 22;

/** In which row above the picture each mark stands: the second where it would cover the one before. */
export function markRows(xs: readonly number[]): number[] {
  const last = [-Infinity, -Infinity];
  return xs.map((x) => {
    const row = x - (last[0] ?? 0) < MARK_WIDTH && x - (last[1] ?? 0) >= MARK_WIDTH ? 1 : 0;
    last[row] = x;
    return row;
  });
}

/** The outline of one score as steps: it holds from the first day of a period to the next. Gaps stay gaps. */
export function stepPath(
  periods: readonly HistoryPeriod[],
  scale: Scale,
  scoreOf: (period: HistoryPeriod) => number | undefined,
): string {
  let path = '';
  let drawnTo: string | null = null;
  for (const period of periods) {
    const score = scoreOf(period);
    if (score === undefined) continue;
    const from = round(scale.x(period.from));
    const to = round(scale.x(period.to ?? scale.end));
    const y = round(scale.y(score));
    path += drawnTo === period.from ? `V${y}H${to}` : `M${from} ${y}H${to}`;
    drawnTo = period.to ?? null;
  }
  return path;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
