import { graphql } from '../../api/generated/index.ts';
import type { TakeAwayFactsQuery } from '../../api/generated/graphql.ts';
import type { Choices } from '../address.ts';
import { dayInWords } from '../../words/dates.ts';
import { kindNames, shortKinds } from '../../words/kinds.ts';
import { inList } from '../../words/sentences.ts';
import type { Comparison } from '../ask.ts';
import type { ComparedArea } from '../matrix.ts';
import { countInWords, km2InWords, WEIGHT_WORDS } from '../words.ts';

export const TAKE_AWAY_FACTS = graphql(`
  query TakeAwayFacts($asAt: Date!) {
    boundarySets(asAt: $asAt) {
      kind
      edition
      status
      source
      licence
    }
    release {
      id
      loadedAt
      notices
      sources {
        licence
        attribution
      }
    }
  }
`);

/** What every file says of itself. */
export type About = {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly asAt: string;
  readonly weighedBy: string;
  /** Code of the one area looked at; null is everywhere. */
  readonly within: string | null;
  /** Code of the one area whose overlaps alone are told; null is all. */
  readonly only: string | null;
  readonly release: string;
  readonly loadedAt: string;
  readonly method: string;
  readonly licence: string;
  readonly attribution: string;
};

export function aboutOf(
  comparison: Comparison,
  { within, only = null }: Pick<Choices, 'within'> & { readonly only?: ComparedArea | null },
  { boundarySets, release }: TakeAwayFactsQuery,
): About {
  const { left, right, asAt, weight } = comparison;
  const sets = boundarySets.filter(({ kind }) => kind === left || kind === right);
  const drawnBy = sets.map(
    ({ kind, edition, status, source }) =>
      `${shortKinds(kind)}, edition ${edition}, ${status.toLowerCase()}: ${source}`,
  );
  const weighedBy = WEIGHT_WORDS[weight];
  return {
    title: `${kindNames(left)} and ${kindNames(right)} on ${dayInWords(asAt)}`,
    asAt,
    weighedBy,
    within,
    only: only?.code ?? null,
    release: release.id,
    loadedAt: release.loadedAt,
    method: `${methodOf(comparison, weighedBy, within)}${onlyInWords(only)} Boundaries: ${drawnBy.join('; ')}.`,
    licence: inOneLine([...sets, ...release.sources].map(({ licence }) => licence)),
    attribution: inOneLine(release.sources.map(({ attribution }) => attribution)),
  };
}

function methodOf({ slivers }: Comparison, weighedBy: string, within: string | null): string {
  const ground = within === null ? 'everywhere' : `within ${within} only`;
  return (
    `Overlaps of the two sets in force on the day, ${ground}. Shares are of each area’s ${weighedBy}; 99.5% counts as all. ` +
    'Postcodes are those whose point lies in both areas; residents are usual residents, where counted. ' +
    `Slivers, which come only from two files drawing one line differently, are set apart: ${countInWords(slivers.count)}, ${km2InWords(slivers.km2)} km².`
  );
}

function onlyInWords(only: ComparedArea | null): string {
  return only === null
    ? ''
    : ` Only the overlaps of ${only.name} (${only.code}) are told: shares of other areas do not add up to 1.`;
}

function inOneLine(texts: readonly string[]): string {
  return inList([...new Set(texts)]);
}

/** Such as `district-pct-2004-03-31-E10000014.csv`: says what was compared, and nothing of who did. */
export function fileName(comparison: Comparison, about: About, ending: string): string {
  const { left, right, asAt } = comparison;
  const parts = [left, right, asAt, about.within ?? 'everywhere', about.only ?? []].flat();
  return `${parts.join('-').replaceAll(/[^A-Za-z0-9-]/g, '')}.${ending}`;
}
