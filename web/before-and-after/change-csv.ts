import { type Cell, csvFile } from '../take-away/csv.ts';
import type { Change } from './ask.ts';
import { teamCounts } from './area-table.tsx';
import { changeWord, FATE_WORDS, isPartlyInNone, noneWord } from './words.ts';

const METHOD =
  'One count of residents held against both sets of lines, by piece of ground; postcodes by their point. ' +
  'A mover is a resident whose ground went to another area than the one of the same body or, where that body is gone, the one that took most of the people.';

type Origin = Readonly<Record<'kind_before' | 'kind_after' | 'day_before' | 'day_after', Cell>> &
  Readonly<Record<'status_after' | 'release' | 'method' | 'licence' | 'attribution', Cell>>;

function originOf({ kind, toKind, from, to, before, after, release }: Change): Origin {
  const oneOf = (texts: readonly string[]): string => [...new Set(texts)].join('; ');
  return {
    kind_before: kind,
    kind_after: toKind,
    day_before: from,
    day_after: to,
    status_after: after.status.toLowerCase(),
    release: release.id,
    method: METHOD,
    licence: oneOf([before.licence, after.licence]),
    attribution: oneOf(release.sources.map(({ attribution }) => attribution)),
  };
}

/** One row for each old area and each that took some of it, and one for what none took. */
export function successorsCsv(change: Change): string {
  const names = new Map(change.areas.map((each) => [each.area.code, each]));
  const rows = change.pieces.map(({ old, area, fate, took, shares }) => ({
    code_before: old.code,
    name_before: old.name,
    code_after: area.code,
    name_after: area.name,
    what: FATE_WORDS[fate],
    ...figures(took, shares),
  }));
  const rest = [...names.values()].filter(isPartlyInNone).map(({ area, inNone, remainder }) => ({
    code_before: area.code,
    name_before: area.name,
    code_after: null,
    name_after: noneWord(change),
    what: null,
    ...figures(inNone, remainder),
  }));
  return table([...rows, ...rest], originOf(change));
}

/** One row for each old area: what became of it, and who moved. */
export function moversCsv(change: Change): string {
  const teams = teamCounts(change);
  const rows = change.areas.map((each) => ({
    code_before: each.area.code,
    name_before: each.area.name,
    what_became_of_it: changeWord(each, change),
    residents: each.area.residents ?? null,
    postcodes: each.area.postcodes,
    residents_with_another_body: each.otherBody.residents ?? null,
    postcodes_with_another_body: each.otherBody.postcodes,
    residents_moved: each.moved.residents ?? null,
    postcodes_moved: each.moved.postcodes,
    residents_in_no_area: each.inNone.residents ?? null,
    postcodes_in_no_area: each.inNone.postcodes,
    teams_affected: teams.get(each.area.code) ?? 0,
  }));
  return table(rows, originOf(change));
}

type Figures = {
  readonly residents?: number | null;
  readonly postcodes?: number | null;
  readonly km2: number;
};

function figures(took: Figures, shares: Figures): Record<string, Cell> {
  return {
    residents: took.residents ?? null,
    postcodes: took.postcodes ?? null,
    km2: exact(took.km2),
    share_of_residents: exact(shares.residents),
    share_of_postcodes: exact(shares.postcodes),
    share_of_km2: exact(shares.km2),
  };
}

/** Six places: a square metre, or a millionth. */
function exact(value: number | null | undefined): Cell {
  return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : null;
}

function table(rows: readonly Readonly<Record<string, Cell>>[], origin: Origin): string {
  const headings = [...Object.keys(rows[0] ?? {}), ...Object.keys(origin)];
  return csvFile(
    headings,
    rows.map((row) => headings.map((heading) => ({ ...row, ...origin })[heading] ?? null)),
  );
}
