import type { ContentCell, ContentDisagreement } from '../server/database/release-content.ts';
import {
  type Area,
  type BoundarySet,
  hasCode,
  type Kind,
  kindName,
  setsInForce,
} from '../server/domain/area.ts';
import type { Postcode } from '../server/domain/postcode.ts';
import type { PostcodeList, SaidCodes } from './read/postcode-list.ts';

/** How far a directory's own codes bear out where the lines put its postcodes. */
export type SecondOpinion = {
  readonly compared: readonly Compared[];
  readonly disagreements: readonly ContentDisagreement[];
};

export type Compared = {
  readonly set: BoundarySet;
  /** Postcodes with a position of which the directory names an area. */
  readonly postcodes: number;
  /** Live ones among them. */
  readonly live: number;
  /** Live ones that lie where the directory says. */
  readonly borneOut: number;
  readonly disagreements: number;
  /** False where the directory's codes are not those of the set: another edition or another scheme. */
  readonly sameCodes: boolean;
};

/** Kinds that directories give in one column, under the name of the day the file was made. */
const ONE_COLUMN: readonly (readonly Kind[])[] = [
  ['ccg', 'sub-icb'],
  ['stp', 'icb'],
];

/** Below this share of known codes, a set and a directory do not speak of the same areas. */
const MOSTLY_KNOWN = 0.5;

/**
 * Compares the codes directories give with the cell each postcode mostly lies in, set by set, where the set
 * was in force on the day the codes held. A postcode that neither puts in the set agrees.
 */
export function secondOpinion(
  list: PostcodeList,
  sets: readonly BoundarySet[],
  areas: readonly Area[],
  ground: { readonly cells: readonly ContentCell[]; readonly mainCellAt: (at: number) => number },
): SecondOpinion {
  const areasOfCell = ground.cells.map((cell) => cell.areas.flatMap((id) => areas[id] ?? []));
  const opinions = list.said.flatMap((said) => {
    const set = setFor(said, sets);
    if (!set) return [];
    const placedByCell = areasOfCell.map((each) => each.find((area) => area.set === set));
    const named = said.codes.map((code) =>
      code === null ? undefined : areas.find((area) => area.set === set && hasCode(area, code)),
    );
    const placedAt = (at: number): Area | undefined => placedByCell[ground.mainCellAt(at)];
    return [compare(list, said, { set, named, placedAt })];
  });
  return {
    compared: opinions.map(({ compared }) => compared),
    disagreements: opinions.flatMap(({ disagreements }) => disagreements),
  };
}

function setFor({ kind, on }: SaidCodes, sets: readonly BoundarySet[]): BoundarySet | undefined {
  const kinds = ONE_COLUMN.find((each) => each.includes(kind)) ?? [kind];
  return setsInForce(sets, on).find((set) => kinds.includes(set.kind));
}

type Sides = {
  readonly set: BoundarySet;
  /** By place in the said codes. */
  readonly named: readonly (Area | undefined)[];
  readonly placedAt: (at: number) => Area | undefined;
};

type Opinion = {
  readonly compared: Compared;
  readonly disagreements: readonly ContentDisagreement[];
};

const NOTHING_SAID = 0;

function disagreement(
  postcode: Postcode,
  set: BoundarySet,
  placed: Area | undefined,
  said: string | null | undefined,
): ContentDisagreement {
  return { postcode, set: set.id, placed: placed?.code ?? null, said: said ?? '' };
}

function compare(list: PostcodeList, { codes, at: places }: SaidCodes, sides: Sides): Opinion {
  const { set, named, placedAt } = sides;
  const disagreements: ContentDisagreement[] = [];
  const [counts, live] = [
    { known: 0, all: 0 },
    { borneOut: 0, all: 0 },
  ];
  for (let at = 0; at < list.count; at++) {
    const place = places[at] ?? 0;
    if (place === NOTHING_SAID || Number.isNaN(list.lons[at])) continue;
    const [area, placed] = [named[place], placedAt(at)];
    if (!area && !placed) continue;
    const isLive = list.endedAt(at) === null;
    counts.all++;
    counts.known += Number(area !== undefined);
    live.all += Number(isLive);
    live.borneOut += Number(isLive && area === placed);
    if (area !== placed)
      disagreements.push(disagreement(list.postcodeAt(at), set, placed, codes[place]));
  }
  const sameCodes = counts.known >= counts.all * MOSTLY_KNOWN;
  const kept = sameCodes ? disagreements : [];
  const compared = {
    set,
    postcodes: counts.all,
    live: live.all,
    borneOut: live.borneOut,
    disagreements: kept.length,
    sameCodes,
  };
  return { compared, disagreements: kept };
}

export function comparedInWords({ set, postcodes, disagreements, sameCodes }: Compared): string {
  const name = `${kindName(set.kind)} ${set.edition}`;
  if (!sameCodes)
    return `${name}: the postcode directory has other codes, so its second opinion says nothing here`;
  const share = postcodes === 0 ? 0 : (100 * disagreements) / postcodes;
  return `${name}: the postcode directory puts ${disagreements} of ${postcodes} postcodes (${share.toFixed(2)} %) in another area`;
}
