export type Source = { readonly name: string; readonly address: string };

const ROSENBERG: Source = {
  name: 'Rosenberg and Hirschberg 2007',
  address: 'https://aclanthology.org/D07-1043/',
};
const NOWOSAD: Source = {
  name: 'Nowosad and Stepinski 2018',
  address: 'https://doi.org/10.1080/13658816.2018.1511794',
};

/** Of the shares in the main area of the other side, which it calls purity. */
export const MANNING: Source = {
  name: 'Manning, Raghavan and Schütze 2008',
  address: 'https://nlp.stanford.edu/IR-book/html/htmledition/evaluation-of-clustering-1.html',
};
const HILL: Source = { name: 'Hill 1973', address: 'https://doi.org/10.2307/1934352' };
const JOST: Source = {
  name: 'Jost 2006',
  address: 'https://doi.org/10.1111/j.2006.0030-1299.14714.x',
};

export type MeasureNote = {
  readonly name: string;
  /** One plain sentence. */
  readonly meaning: string;
  readonly sources: readonly Source[];
};

/** The three scores between 0 and 1, in the words for one area of either side. */
export function scoreNotes(
  left: string,
  right: string,
): Record<'homogeneity' | 'completeness' | 'vMeasure', MeasureNote> {
  return {
    homogeneity: {
      name: 'Homogeneity',
      meaning: `1 would mean that each ${right} lies in one ${left}; 0, that knowing the ${right} tells nothing of the ${left}.`,
      sources: [ROSENBERG],
    },
    completeness: {
      name: 'Completeness',
      meaning: `1 would mean that each ${left} lies in one ${right}; 0, that knowing the ${left} tells nothing of the ${right}.`,
      sources: [ROSENBERG],
    },
    vMeasure: {
      name: 'V-measure',
      meaning:
        'Homogeneity and completeness in one, nearer the lower; 1 would mean that the sets agree everywhere.',
      sources: [ROSENBERG, NOWOSAD],
    },
  };
}

/** Of one area: as how many partners of equal size those it has weigh. */
export const PARTNERS_NOTE: MeasureNote = {
  name: 'Effective partners',
  meaning:
    '1 when all of an area is with one partner, 2 when it is halved between two; small corners count little.',
  sources: [HILL, JOST],
};
