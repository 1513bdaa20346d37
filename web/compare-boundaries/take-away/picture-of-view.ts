import type { OverlapMap } from '../../map/create-overlap-map.ts';
import type { Caption } from '../../map/picture-in-svg.ts';
import { dayInWords } from '../../words/dates.ts';
import { capital, kindNames, shortKind } from '../../words/kinds.ts';
import type { Comparison } from '../ask.ts';
import type { ComparedArea } from '../matrix.ts';
import { type Shade, shadeLead } from '../shade.ts';
import { countInWords } from '../words.ts';
import type { About } from './about.ts';

/** What of the map is looked at. */
export type PictureAsked = {
  readonly within: string | null;
  readonly chosen: ComparedArea | null;
  readonly shade: Shade;
  readonly map: OverlapMap | undefined;
};

type Origin = Caption['origin'];

/** The map as it is looked at, as the text of an SVG; undefined when nothing is drawn yet. */
export async function pictureOfView(
  comparison: Comparison,
  { map, ...view }: PictureAsked,
  origin: Origin,
): Promise<string | undefined> {
  const { pictureInSvg } = await import('../../map/picture-in-svg.ts');
  const shot = map?.shot();
  return shot && pictureInSvg(shot, captionOf(comparison, view, origin));
}

export function captionOf(
  comparison: Comparison,
  { within, chosen, shade }: Omit<PictureAsked, 'map'>,
  origin: Origin,
): Caption {
  const { left, right, asAt, leftCount, rightCount, overlaps } = comparison;
  const counts = `${countInWords(leftCount)} ${kindNames(left, leftCount)}, ${countInWords(rightCount)} ${kindNames(right, rightCount)}, ${countInWords(overlaps.length)} overlaps.`;
  const where = within === null ? '' : ` Within ${within} only.`;
  const only = chosen ? ` Only the overlaps of ${chosen.name} are shaded.` : '';
  return {
    title: capital(`${kindNames(left)} and ${kindNames(right)} on ${dayInWords(asAt)}`),
    description: `${counts}${where}${only} Lines are simplified for drawing.`,
    leftLine: `${capital(shortKind(left))} line`,
    rightLine: `${capital(shortKind(right))} line`,
    shades: shadeLead(shade, comparison),
    origin,
  };
}

/** Said below the picture and in its metadata. */
export function originOf(about: About): Origin {
  return [
    { term: 'date', label: 'As at', text: about.asAt },
    { term: 'identifier', label: 'Release', text: `${about.release}, loaded ${about.loadedAt}` },
    { term: 'description', label: 'Method', text: about.method },
    { term: 'rights', label: 'Licence', text: about.licence },
    { term: 'source', label: 'Source', text: about.attribution },
  ];
}
