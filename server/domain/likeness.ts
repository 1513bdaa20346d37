import {
  type Located,
  NEAR_METRES,
  type Place,
  type PlaceOutcome,
  type Precision,
} from './place.ts';

/** False for a place too unlike others to be worth remembering. */
export function isLikeOthers(outcome: PlaceOutcome): outcome is Located {
  if (outcome.kind === 'not-located') return false;
  const { ended, said } = outcome.place;
  return ended === null && (said === undefined || said.otherwise.length === 0);
}

/** False for a place so near a line that few others are as near. */
export function isLikeMany({ metresToLine }: Place): boolean {
  for (const metres of metresToLine.values()) if (metres < NEAR_METRES) return false;
  return true;
}

/**
 * Two places are alike when they are on the same ground in the same shares, and doubted for the same causes. Places
 * of a release hold the same objects for what is the same about them, so that few texts are made.
 */
export function likenesses(): (place: Place) => string {
  const bySaid = new WeakMap<object, WeakMap<object, Told>>();
  return (place) => {
    const { precision, said = UNSAID, parts } = place;
    const byParts = bySaid.get(said) ?? new WeakMap<object, Told>();
    bySaid.set(said, byParts);
    let told = byParts.get(parts);
    if (told?.precision !== precision) {
      told = { precision, likeness: likenessOf(place) };
      byParts.set(parts, told);
    }
    const near = nearLines(place);
    return near === '' ? told.likeness : `${told.likeness} ${near}`;
  };
}

/** All but the lines it is near: distances to those are each place's own. */
type Told = { readonly precision: Precision; readonly likeness: string };

const UNSAID = {};

function likenessOf(place: Place): string {
  const { precision, said } = place;
  return `${precision} ${groundsOf(place)} ${said?.quality} ${said?.largeUser}`;
}

function groundsOf({ precision, parts }: Place): string {
  if (precision === 'AREA') return ''; // all there are
  return parts
    .map(({ ground, share }) => `${ground.map(({ id }) => id).join()}*${share}`)
    .join('+');
}

/** Lines further off are said of nobody, and of near ones whole metres are. */
function nearLines({ metresToLine }: Place): string {
  let near = '';
  for (const [set, metres] of metresToLine)
    if (metres < NEAR_METRES) near += `${set}:${Math.round(metres)},`;
  return near;
}
