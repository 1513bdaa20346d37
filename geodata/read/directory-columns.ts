import { InputFault } from '../input-fault.ts';
import type { Saying } from './postcode-list.ts';

/** What a column of a postcode directory holds. */
export type Meaning =
  | 'postcode'
  | 'introduced'
  | 'ended'
  | 'largeUser'
  | 'east'
  | 'north'
  | 'quality'
  | 'country'
  | 'county'
  | 'lat'
  | 'lon'
  | Exclude<Saying, 'upperTier'>;

/** Where each column stands. */
export type DirectoryColumns = Readonly<Partial<Record<Meaning, number>>>;

/**
 * The names of ONSPD and NSPL since 2011, without the edition and the ending they have had since 2025
 * (`lad25cd`, `gridind`): the year is that of the areas, and moves with each edition.
 */
const STEMS: Readonly<Record<Exclude<Meaning, 'postcode'>, readonly string[]>> = {
  introduced: ['dointr'],
  ended: ['doterm'],
  largeUser: ['usertype', 'usrtyp'],
  east: ['oseast1m', 'east1m'],
  north: ['osnrth1m', 'north1m'],
  quality: ['osgrd', 'grid'],
  country: ['ctry'],
  county: ['oscty', 'cty'],
  district: ['oslaua', 'laua', 'lad'],
  firstPct: ['oldpct'],
  pct: ['pct', 'pco'],
  ccg: ['ccg'],
  subIcb: ['sicbl'],
  icb: ['stp', 'icb'],
  lat: ['lat', 'latitude'],
  lon: ['long', 'longitude'],
};

/** The same postcode in several forms; the first of these that is there is read. */
const POSTCODES = ['pcds', 'pcd8', 'pcd7', 'pcd2', 'pcd', 'postcode'];

/** Columns by what they hold. Refuses a table that lacks one of the wanted, and says what it saw. */
export function findColumns(
  names: readonly string[],
  wanted: readonly Meaning[],
  file: string,
): DirectoryColumns {
  const small = names.map((name) => name.toLowerCase());
  const found: Partial<Record<Meaning, number>> = {};
  const postcode = POSTCODES.find((name) => small.includes(name));
  if (postcode !== undefined) found.postcode = small.indexOf(postcode);
  for (const [meaning, stems] of Object.entries(STEMS) as [Meaning, readonly string[]][]) {
    const name = new RegExp(`^(?:${stems.join('|')})(?:\\d{2})?(?:cd|ind)?$`);
    const places = small.flatMap((each, at) => (name.test(each) ? [at] : []));
    if (places.length > 1)
      throw new InputFault(
        `${file}: wanted one column of kind ${stems.join(' or ')}, found ${places.map((at) => names[at] ?? '').join(' and ')}`,
      );
    if (places[0] !== undefined) found[meaning] = places[0];
  }
  const missing = wanted.find((meaning) => found[meaning] === undefined);
  if (missing !== undefined) throw new InputFault(missingIn(names, missing, file));
  return found;
}

function missingIn(names: readonly string[], missing: Meaning, file: string): string {
  const known = missing === 'postcode' ? POSTCODES : STEMS[missing];
  return `${file}: wanted a column ${known.join(' or ')}, found ${names.slice(0, MOST_NAMES).join(', ').slice(0, MOST_CHARACTERS)}`;
}

const [MOST_NAMES, MOST_CHARACTERS] = [80, 800];
