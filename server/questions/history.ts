import { type BoundarySet, type Kind, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { Measures, Weight } from '../domain/coterminosity.ts';
import { AskingFault } from './asking-fault.ts';
import { compare, type Comparison } from './compare.ts';
import type { OpenRelease } from './open-release.ts';

export type HistoryAsk = {
  readonly left: Kind;
  /** On each day the first of them that is in force. */
  readonly rights: readonly Kind[];
  readonly from: LocalDate;
  /** The last day looked at. */
  readonly to: LocalDate;
  readonly weight: Weight;
  readonly within: string | undefined;
};

/** Days on which nothing changed, and how well the two sets then agreed. */
export type HistoryPeriod = {
  readonly from: LocalDate;
  /** The first day after. */
  readonly to: LocalDate | null;
  readonly left: BoundarySet;
  readonly right: BoundarySet;
  readonly scores: (Measures & Pick<Comparison, 'leftCount' | 'rightCount'>) | null;
  /** Why there are no scores. */
  readonly refused: string | null;
};

export async function history(release: OpenRelease, ask: HistoryAsk): Promise<HistoryPeriod[]> {
  const days = daysOfChange(release.atlas.sets, ask);
  const periods = await Promise.all(
    days.map(async (from, at) => {
      const inForce = setsInForce(release.atlas.sets, from);
      const left = inForce.find(({ kind }) => kind === ask.left);
      const right = ask.rights
        .map((kind) => inForce.find((set) => set.kind === kind))
        .find((set) => set !== undefined);
      if (!left || !right) return [];
      const scores = await scoresOn(release, ask, { on: from, right });
      return [{ from, to: days[at + 1] ?? null, left, right, ...scores }];
    }),
  );
  return periods.flat();
}

/** The first day asked about, and every later one on which a set of these kinds begins or ends. */
function daysOfChange(
  sets: readonly BoundarySet[],
  { left, rights, from, to }: HistoryAsk,
): LocalDate[] {
  if (from > to) throw new AskingFault(`Wanted a day from ${from} on, found ${to}.`);
  const kinds = [left, ...rights];
  const days = sets
    .filter(({ kind, status }) => kinds.includes(kind) && status !== 'PROPOSED')
    .flatMap(({ period }) => [period.from, period.to])
    .filter((day) => day !== null)
    .filter((day) => day > from && day <= to);
  return [...new Set([from, ...days])].sort();
}

async function scoresOn(
  release: OpenRelease,
  { left, weight, within }: HistoryAsk,
  { on, right }: { readonly on: LocalDate; readonly right: BoundarySet },
): Promise<Pick<HistoryPeriod, 'scores' | 'refused'>> {
  try {
    return {
      scores: await compare(release, { left, right: right.kind, on, weight, within }),
      refused: null,
    };
  } catch (fault) {
    if (!(fault instanceof AskingFault)) throw fault;
    return { scores: null, refused: fault.message };
  }
}
