import { type Cell, csvFile } from '../take-away/csv.ts';
import { agesInWords } from '../words/ages.ts';
import { bodyName } from '../words/bodies.ts';
import { sectorsInWords } from '../words/sectors.ts';
import type { Counts, Cover, NeedCover, Sources } from './ask.ts';
import { METHOD } from './how-counted.tsx';
import { COVERAGE_WORDS, placeInWords, teamsInWords, whyInWords } from './words.ts';

/** One row for each place, sector and age band where not one team answers. */
export function placesCsv({ need, pieces }: Cover, asAt: string, sources: Sources): string {
  const rows = pieces.map((piece) => ({
    need: need.id,
    need_name: need.name,
    place: placeInWords(piece.ground),
    area_codes: piece.ground.map(({ kind, code }) => `${kind}:${code}`).join('; '),
    sector: sectorsInWords([piece.sector]),
    ages: agesInWords(piece.ages),
    what: COVERAGE_WORDS[piece.coverage],
    teams: teamsInWords(piece.teams),
    why: whyInWords(piece),
    instead: piece.notOffered?.instead ?? null,
    responsible: piece.body ? bodyName(piece.body) : null,
    residents_of_all_ages: piece.residents ?? null,
    postcodes: piece.postcodes,
  }));
  return table(PLACE_HEADINGS, rows, originOf(asAt, sources));
}

const PLACE_HEADINGS = [
  'need',
  'need_name',
  'place',
  'area_codes',
  'sector',
  'ages',
  'what',
  'teams',
  'why',
  'instead',
  'responsible',
  'residents_of_all_ages',
  'postcodes',
] as const;

/** One row for each need. */
export function needsCsv(covers: readonly NeedCover[], asAt: string, sources: Sources): string {
  const rows = covers.map(({ need, isRuled, gap, several, notOffered }) => ({
    need: need.id,
    need_name: need.name,
    rule_recorded: isRuled ? 'yes' : 'no',
    ...figures('no_team', gap, isRuled),
    ...figures('two_or_more_teams', several, isRuled),
    ...figures('not_offered', notOffered, isRuled),
  }));
  return table(NEED_HEADINGS, rows, originOf(asAt, sources));
}

const NEED_HEADINGS = [
  'need',
  'need_name',
  'rule_recorded',
  ...['no_team', 'two_or_more_teams', 'not_offered'].flatMap((what) => [
    `${what}_places`,
    `${what}_postcodes`,
    `${what}_residents_of_all_ages`,
  ]),
];

/** Empty where no rule is recorded: nothing is known, which is not none. */
function figures(what: string, counts: Counts, isRuled: boolean): Record<string, Cell> {
  return {
    [`${what}_places`]: isRuled ? counts.grounds : null,
    [`${what}_postcodes`]: isRuled ? counts.postcodes : null,
    [`${what}_residents_of_all_ages`]: isRuled ? (counts.residents ?? null) : null,
  };
}

function originOf(asAt: string, { boundarySets, release }: Sources): Record<string, Cell> {
  const oneOf = (texts: readonly string[]): string => [...new Set(texts)].join('; ');
  return {
    as_at: asAt,
    release: release.id,
    method: METHOD,
    licence: oneOf([...boundarySets, ...release.sources].map(({ licence }) => licence)),
    attribution: oneOf(release.sources.map(({ attribution }) => attribution)),
  };
}

function table(
  headings: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  origin: Readonly<Record<string, Cell>>,
): string {
  const all = [...headings, ...Object.keys(origin)];
  return csvFile(
    all,
    rows.map((row) => all.map((heading) => ({ ...row, ...origin })[heading] ?? null)),
  );
}
