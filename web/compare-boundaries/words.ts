import type { Relation, Weight } from '../api/generated/graphql.ts';
import { shortKind } from '../words/kinds.ts';
import { MANNING, type MeasureNote, scoreNotes } from '../words/measures.ts';
import type { Comparison, Overlap } from './ask.ts';
import type { Measure } from './matrix.ts';

const WHOLE_NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const ONE_PLACE = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export function countInWords(count: number): string {
  return WHOLE_NUMBER.format(count);
}

export function km2InWords(km2: number): string {
  return ONE_PLACE.format(km2);
}

/** Never rounds a part up to the whole or down to nothing. */
export function percentInWords(share: number): string {
  if (share > 0 && share < 0.0005) return '<0.1';
  if (share < 1 && share > 0.9995) return '>99.9';
  return ONE_PLACE.format(share * 100);
}

export const RELATION_WORDS = {
  COTERMINOUS: 'coterminous',
  WITHIN: 'within',
  CONTAINS: 'contains',
  CROSSES: 'crosses',
} as const satisfies Record<Relation, string>;

export const WEIGHT_WORDS = {
  RESIDENTS: 'residents',
  POSTCODES: 'postcodes',
  AREA: 'area in km²',
} as const satisfies Record<Weight, string>;

/** What a figure is, with its unit, for headings. */
export function measureNames(left: string, right: string): Record<Measure, string> {
  return {
    residents: 'Residents',
    postcodes: 'Postcodes',
    km2: 'km²',
    shareOfLeft: `% of ${left}`,
    shareOfRight: `% of ${right}`,
  };
}

/** A figure of a table without its unit, which stands in a heading; `–` where nobody counted. */
export function figureInWords(value: number | null | undefined, measure: Measure): string {
  if (value === null || value === undefined) return '–';
  if (measure === 'residents' || measure === 'postcodes') return countInWords(value);
  return measure === 'km2' ? km2InWords(value) : percentInWords(value);
}

const SENTENCES = {
  COTERMINOUS: (left, right) => `${left} and ${right} are the same`,
  WITHIN: (left, right) => `${left} lies inside ${right}`,
  CONTAINS: (left, right) => `${left} contains ${right}`,
  CROSSES: (left, right) => `${left} and ${right} cross`,
} as const satisfies Record<Relation, (left: string, right: string) => string>;

/** One overlap in a sentence, for the line under the map. */
export function overlapInWords(overlap: Overlap, { left, right }: Comparison): string {
  const { residents, postcodes, km2, shareOfLeft, shareOfRight, relation } = overlap;
  const people = typeof residents === 'number' ? `${countInWords(residents)} residents, ` : '';
  const size = `${people}${countInWords(postcodes)} postcodes, ${km2InWords(km2)} km²`;
  const shares = `${percentInWords(shareOfLeft)}% of the ${shortKind(left)}, ${percentInWords(shareOfRight)}% of the ${shortKind(right)}`;
  return `${SENTENCES[relation](overlap.left.name, overlap.right.name)}. ${size}: ${shares}.`;
}

export type Score = MeasureNote & { readonly value: string };

/** The five measures, the two a reader can picture first, each with one plain sentence and its source. */
export function scoresInWords(comparison: Comparison): Score[] {
  const { leftInRight, rightInLeft, weight } = comparison;
  const left = shortKind(comparison.left);
  const right = shortKind(comparison.right);
  const { homogeneity, completeness, vMeasure } = scoreNotes(left, right);
  return [
    {
      name: `In the main ${right}`,
      value: `${percentInWords(leftInRight)}%`,
      meaning: `of ${inTheMain(weight)} the main ${right} of their ${left}.`,
      sources: [MANNING],
    },
    {
      name: `In the main ${left}`,
      value: `${percentInWords(rightInLeft)}%`,
      meaning: `of ${inTheMain(weight)} the main ${left} of their ${right}.`,
      sources: [MANNING],
    },
    { ...homogeneity, value: comparison.homogeneity.toFixed(2) },
    { ...completeness, value: comparison.completeness.toFixed(2) },
    { ...vMeasure, value: comparison.vMeasure.toFixed(2) },
  ];
}

function inTheMain(weight: Weight): string {
  if (weight === 'RESIDENTS') return 'residents live in';
  return weight === 'POSTCODES' ? 'postcodes lie in' : 'the ground lies in';
}
