import { type Area, type BoundarySet, kindName } from './area.ts';
import { dayInWords, type LocalDate } from './calendar.ts';
import type { LonLat } from './position.ts';
import type { Postcode } from './postcode.ts';

/** `AREA` is a person with no fixed abode: all that is known is the council area they are in, if that. */
export const PRECISIONS = ['POINT', 'UNIT', 'SECTOR', 'OUTCODE', 'AREA'] as const;
export type Precision = (typeof PRECISIONS)[number];

export const CONFIDENCES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Ground in which all boundaries agree: at most one area of each set. Empty is ground nobody drew. */
export type Ground = readonly Area[];

/** A share, over 0 and at most 1, of the addresses of a place, as far as can be told. */
export type Part = { readonly ground: Ground; readonly share: number };

export const WARNING_CODES = [
  'ENDED',
  'BY_SECTOR',
  'NO_FIXED_ABODE',
  'STRADDLES',
  'OFF_THE_EDGE',
  'NEAR_LINE',
  'POSITION_ROUGH',
  'POSITION_GUESSED',
  'LARGE_USER',
  'DIRECTORY_DISAGREES',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something wrong with a true answer, in words a referrer understands. */
export type Warning = { readonly code: WarningCode; readonly message: string };

/** What was asked about, found on the ground. Shares of its parts add up to 1. */
export type Place = {
  readonly postcode: Postcode | null;
  readonly precision: Precision;
  readonly position: LonLat;
  readonly parts: readonly Part[];
  /** Metres to the nearest line between two areas of a set, by set id; absent beyond `FAR_METRES`. */
  readonly metresToLine: ReadonlyMap<number, number>;
  readonly ended: LocalDate | null;
  readonly nearby: readonly Postcode[];
  /** Absent for what no directory lists, such as a point. */
  readonly said?: Said;
};

/** What a postcode directory says of a postcode besides where it is. */
export type Said = {
  /** How well it is placed as ONS counts (`gridind`), 1 best to 8; null where it does not say. */
  readonly quality: number | null;
  /** Of one organisation that gets much post. */
  readonly largeUser: boolean;
  /** Areas it names where the lines put the postcode mostly in others. */
  readonly otherwise: readonly SaidOtherwise[];
};

export type SaidOtherwise = {
  readonly set: BoundarySet;
  readonly code: string;
  /** Null for a code the set does not have. */
  readonly name: string | null;
};

export const NOT_LOCATED_REASONS = [
  'MALFORMED',
  'PARTIAL',
  'UNKNOWN',
  'NO_POSITION',
  'NON_GEOGRAPHIC',
  'FORCES',
  'CROWN_DEPENDENCY',
  'OVERSEAS',
  'PSEUDO',
  'OUT_OF_COVERAGE',
  'NO_EDITION',
] as const;
export type NotLocatedReason = (typeof NOT_LOCATED_REASONS)[number];

export type NotLocated = {
  readonly kind: 'not-located';
  readonly reason: NotLocatedReason;
  readonly message: string;
  readonly suggestions: readonly Postcode[];
  /** For part of a postcode: every area any of its homes may lie in. Never grounds for a team. */
  readonly candidates: readonly AreaAtPlace[];
  /** Of the United Kingdom, when known not to be England. */
  readonly country?: string;
};
export type Located = { readonly kind: 'located'; readonly place: Place };
export type PlaceOutcome = Located | NotLocated;

/** Distances to a line are not measured beyond this. */
export const FAR_METRES = 500;

/**
 * A place nearer than this to a line is said to be near it. Users of other services ask for 100 to 200 m
 * (mysociety/writetothem issue 30); addresses of one postcode rarely lie further from its point.
 */
export const NEAR_METRES = 100;

export type AreaAtPlace = {
  readonly area: Area;
  readonly share: number;
  readonly metresToLine: number | null;
};

/** Areas of the given sets at a place: set by set, the largest share first. Several of one kind: it straddles. */
export function areasOf(
  place: Pick<Place, 'parts' | 'metresToLine'>,
  sets: readonly BoundarySet[],
): AreaAtPlace[] {
  return sets.flatMap((set) => {
    const shares = new Map<Area, number>();
    for (const { ground, share } of place.parts) {
      const area = areaOfSet(ground, set);
      if (area) shares.set(area, (shares.get(area) ?? 0) + share);
    }
    return [...shares]
      .map(([area, share]) => ({
        area,
        share,
        metresToLine: place.metresToLine.get(set.id) ?? null,
      }))
      .sort((a, b) => b.share - a.share || a.area.id - b.area.id);
  });
}

export function areaOfSet(ground: Ground, set: BoundarySet): Area | undefined {
  return ground.find((area) => area.set === set);
}

/** Same areas of these sets. */
export function isSameGround(a: Ground, b: Ground, sets: readonly BoundarySet[]): boolean {
  return sets.every((set) => areaOfSet(a, set) === areaOfSet(b, set));
}

/** How sure we are in which areas of these sets the place lies, and each cause of doubt. */
export function placeConfidence(
  place: Place,
  sets: readonly BoundarySet[],
): { readonly confidence: Confidence; readonly warnings: readonly Warning[] } {
  const first = place.parts[0]?.ground ?? [];
  const straddles = !place.parts.every(({ ground }) => isSameGround(ground, first, sets));
  const warnings = [
    ...(place.ended
      ? [{ code: 'ENDED' as const, message: `This postcode ended on ${dayInWords(place.ended)}.` }]
      : []),
    ...(place.precision === 'SECTOR' || place.precision === 'OUTCODE' ? [BY_SECTOR] : []),
    ...(place.precision === 'AREA' ? [NO_FIXED_ABODE] : []),
    ...(straddles && place.precision !== 'AREA' ? [STRADDLES] : []),
    ...saidWarnings(place, sets),
    ...sets.flatMap((set) => lineWarnings(place, set)),
  ];
  if (straddles || warnings.some(isGrave)) return { confidence: 'LOW', warnings };
  return { confidence: warnings.length > 0 ? 'MEDIUM' : 'HIGH', warnings };
}

/** True for a warning that leaves an answer no more than a guess. */
export function isGrave({ code }: Warning): boolean {
  return code === 'DIRECTORY_DISAGREES' || code === 'POSITION_GUESSED';
}

const FROM_DIRECTORY: readonly WarningCode[] = [
  'POSITION_ROUGH',
  'POSITION_GUESSED',
  'LARGE_USER',
  'DIRECTORY_DISAGREES',
];

/** True for what a postcode directory says, rather than the lines. */
export function isFromDirectory({ code }: Warning): boolean {
  return FROM_DIRECTORY.includes(code);
}

function saidWarnings({ said }: Place, sets: readonly BoundarySet[]): Warning[] {
  if (!said) return [];
  const rough = said.quality === null ? undefined : ROUGH_POSITIONS.get(said.quality);
  return [
    ...(rough ? [rough] : []),
    ...(said.largeUser ? [LARGE_USER] : []),
    ...said.otherwise.filter(({ set }) => sets.includes(set)).map(disagreement),
  ];
}

const ROUGH_POSITIONS: ReadonlyMap<number, Warning> = new Map([
  [4, rough('POSITION_ROUGH', 'as the middle of its addresses, which may be some way from each')],
  [5, rough('POSITION_GUESSED', 'by postcodes round it')],
  [6, rough('POSITION_GUESSED', 'as the middle of its sector')],
  [8, rough('POSITION_GUESSED', 'where it was last known to be')],
]);

function rough(code: WarningCode, how: string): Warning {
  return {
    code,
    message: `The postcode directory places this postcode only ${how}: check the address.`,
  };
}

const LARGE_USER: Warning = {
  code: 'LARGE_USER',
  message:
    'This postcode is of one organisation that gets much post: check that the person lives there.',
};

function disagreement({ set, code, name }: SaidOtherwise): Warning {
  return {
    code: 'DIRECTORY_DISAGREES',
    message: `The postcode directory says the ${kindName(set.kind)} is ${name ?? 'another one'} (${code}), and the boundary lines do not: check the address.`,
  };
}

const BY_SECTOR: Warning = {
  code: 'BY_SECTOR',
  message: 'Answered from the wider postcode sector: this release does not list every postcode.',
};
const NO_FIXED_ABODE: Warning = {
  code: 'NO_FIXED_ABODE',
  message: 'With no fixed abode, the area where the person is now decides.',
};
const STRADDLES: Warning = {
  code: 'STRADDLES',
  message: 'Addresses of this postcode may lie on both sides of a line.',
};

/** Said of a line that runs close by, and of a set whose nearest area begins only beyond the place. */
function lineWarnings({ parts, metresToLine }: Place, set: BoundarySet): Warning[] {
  const metres = metresToLine.get(set.id);
  if (metres === undefined) return [];
  const distance = `${Math.round(metres)} metres from here`;
  if (parts.some(({ ground }) => !areaOfSet(ground, set)))
    return [
      {
        code: 'OFF_THE_EDGE',
        message: `The nearest ${kindName(set.kind)} area begins ${distance}.`,
      },
    ];
  return metres < NEAR_METRES
    ? [{ code: 'NEAR_LINE', message: `The nearest ${kindName(set.kind)} line runs ${distance}.` }]
    : [];
}
