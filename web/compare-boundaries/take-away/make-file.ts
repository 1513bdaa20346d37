import type { CompareQueryVariables } from '../../api/generated/graphql.ts';
import { request } from '../../api/request.ts';
import type { Comparison } from '../ask.ts';
import { type About, aboutOf, fileName, TAKE_AWAY_FACTS } from './about.ts';
import { originOf, type PictureAsked, pictureOfView } from './picture-of-view.ts';
import { overlapsCsv } from './overlaps-csv.ts';
import { OVERLAP_SHAPES, overlapsGeoJson } from './overlaps-geojson.ts';

export const FILES = [
  { kind: 'csv', words: 'Figures as CSV' },
  { kind: 'geojson', words: 'Overlaps as GeoJSON' },
  { kind: 'svg', words: 'Map as SVG' },
] as const;
export type FileKind = (typeof FILES)[number]['kind'];

export type MadeFile = { readonly name: string; readonly content: Blob };

type Making = {
  readonly choices: CompareQueryVariables;
  readonly comparison: Comparison;
  readonly about: About;
  readonly picture: PictureAsked;
};

/** Undefined when the service did not answer, or answers from another release than the figures. */
export async function makeFile(
  kind: FileKind,
  choices: CompareQueryVariables,
  comparison: Comparison,
  picture: PictureAsked,
): Promise<MadeFile | undefined> {
  const facts = await request(TAKE_AWAY_FACTS, { asAt: comparison.asAt });
  if (facts.kind !== 'answered' || facts.data.release.id !== comparison.release.id)
    return undefined;
  const only = picture.chosen;
  const about = aboutOf(comparison, { within: choices.within ?? null, only }, facts.data);
  const content = await CONTENT[kind]({ choices, comparison, about, picture });
  return content && { name: fileName(comparison, about, kind), content };
}

const CONTENT: Record<FileKind, (making: Making) => Promise<Blob | undefined> | Blob> = {
  csv: ({ comparison, about }) =>
    new Blob([overlapsCsv(comparison, about)], { type: 'text/csv;charset=utf-8' }),
  geojson: async ({ choices, comparison, about }) => {
    const shapes = await request(OVERLAP_SHAPES, choices);
    if (shapes.kind !== 'answered') return undefined;
    if (shapes.data.coterminosity.release.id !== comparison.release.id) return undefined;
    const text = overlapsGeoJson(comparison, about, shapes.data);
    return new Blob([text], { type: 'application/geo+json' });
  },
  svg: async ({ comparison, about, picture }) => {
    const text = await pictureOfView(comparison, picture, originOf(about));
    return text === undefined ? undefined : new Blob([text], { type: 'image/svg+xml' });
  },
};
