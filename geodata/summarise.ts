import type { Area, BoundarySet } from '../server/domain/area.ts';
import { hasCode } from '../server/domain/area.ts';
import { holds } from '../server/domain/calendar.ts';
import type { Blanks, ReleaseSummary, SecondOpinion } from '../server/domain/release-summary.ts';
import { addTo } from './cells.ts';
import type { Placing } from './place.ts';
import { type PostcodeList, positionAt, type SaidCodes } from './read/postcode-list.ts';

export type Placed = {
  readonly list: PostcodeList;
  readonly sets: readonly BoundarySet[];
  /** In order of id. */
  readonly areas: readonly Area[];
} & Pick<Placing, 'cells' | 'cellsAt'>;

/** Counts what a release holds, to judge it and the next one by. */
export function summarise(placed: Placed): ReleaseSummary {
  const { list } = placed;
  const live = countWhere(list, (at) => list.endedAt(at) === null);
  return {
    day: list.day,
    postcodes: list.count,
    live,
    blanks: { ...columnBlanks(list), ...groundBlanks(placed) },
    secondOpinions: list.said.flatMap((said) => secondOpinion(placed, said)),
  };
}

function countWhere({ count }: PostcodeList, is: (at: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < count; at++) if (is(at)) found++;
  return found;
}

function columnBlanks(list: PostcodeList): Record<string, Blanks> {
  const of = list.count;
  const blank = (is: (at: number) => boolean): Blanks => ({ of, blank: countWhere(list, is) });
  const quality = blank((at) => list.qualities[at] === 0);
  const said = list.said.map(({ kind, on, codes, at: codeAt }): [string, Blanks] => {
    const name = on === list.day ? `code of ${kind}` : `code of ${kind} on ${on}`;
    return [name, blank((at) => (codes[codeAt[at] ?? 0] ?? null) === null)];
  });
  return {
    position: blank((at) => positionAt(list, at) === undefined),
    // A format without the column is not one that left it blank.
    ...(quality.blank < of ? { quality } : {}),
    ...Object.fromEntries(said),
  };
}

/** Live postcodes on ground that no area of a kind covers. */
function groundBlanks({ list, sets, areas, cells }: Placed): Record<string, Blanks> {
  const of = countWhere(list, (at) => list.endedAt(at) === null);
  return Object.fromEntries(
    newestSets(sets).map((set) => {
      const covered = cells
        .filter((cell) => cell.areas.some((id) => areas[id]?.set === set))
        .reduce((sum, { postcodes }) => sum + postcodes, 0);
      return [`area of ${set.kind}`, { of, blank: of - covered }];
    }),
  );
}

/** Of each kind, the set that came into force last; those announced or proposed are not in force. */
function newestSets(sets: readonly BoundarySet[]): BoundarySet[] {
  const newest = new Map<string, BoundarySet>();
  for (const set of sets.filter(
    ({ status }) => status === 'OFFICIAL' || status === 'RECONSTRUCTED',
  )) {
    const known = newest.get(set.kind);
    if (!known || (known.period.from ?? '') <= (set.period.from ?? '')) newest.set(set.kind, set);
  }
  return [...newest.values()];
}

/** Nothing where no official set of the kind was in force on the day of the codes. */
function secondOpinion(placed: Placed, said: SaidCodes): SecondOpinion[] {
  const set = placed.sets.find(
    ({ kind, period, status }) =>
      kind === said.kind && status === 'OFFICIAL' && holds(period, said.on),
  );
  return set ? [compareCodes(placed, said, set)] : [];
}

function compareCodes(
  { list, areas, cells, cellsAt }: Placed,
  { codes, at: codeAt }: SaidCodes,
  set: BoundarySet,
): SecondOpinion {
  const areaOfCell = cells.map((cell) => cell.areas.find((id) => areas[id]?.set === set));
  const ofSet = areas.filter((area) => area.set === set);
  const named = codes.map((code) =>
    code === null ? undefined : ofSet.find((area) => hasCode(area, code)),
  );
  let [compared, agreeing] = [0, 0];
  const onGround = new Map<string, number>();
  const withCode = new Map<string, number>();
  for (let at = 0; at < list.count; at++) {
    const code = codes[codeAt[at] ?? 0] ?? null;
    if (code === null || list.endedAt(at) !== null || !positionAt(list, at)) continue;
    const area = named[codeAt[at] ?? 0];
    const found = cellsAt(at).map(([cell]) => areaOfCell[cell]);
    if (area) {
      compared++;
      if (found.includes(area.id)) agreeing++;
    } else {
      addTo(withCode, code, 1);
      if (found.some((id) => id !== undefined)) addTo(onGround, code, 1);
    }
  }
  const unknownCodes = [...onGround]
    .map(([code, postcodes]) => ({ code, postcodes }))
    .filter(({ code, postcodes }) => postcodes > (withCode.get(code) ?? 0) / 2);
  return { kind: set.kind, edition: set.edition, compared, agreeing, unknownCodes };
}
