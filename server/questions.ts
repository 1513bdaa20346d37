import { findPractice, findOverlapShape, findShapes, overlapsBetween } from './database/areas.ts';
import type { Database } from './database/database.ts';
import { findPostcodes, findSectors, hasOutcode, postcodesOfSector } from './database/postcodes.ts';
import { type Atlas, findCurrentReleaseKey, getAtlas } from './database/releases.ts';
import { type Area, type BoundarySet, hasCode, type Kind, setsInForce } from './domain/area.ts';
import { type BoundaryIndex, indexBoundaries } from './domain/boundary-index.ts';
import type { LocalDate } from './domain/calendar.ts';
import { type Coterminosity, coterminosity, type Weight } from './domain/coterminosity.ts';
import { inForceOn, locate, oneLetterOff, outOfCoverage, refuse } from './domain/locate.ts';
import { pointOn } from './domain/geometry.ts';
import type { Need } from './domain/need.ts';
import type { Overlap } from './domain/overlap.ts';
import { type PlaceOutcome } from './domain/place.ts';
import type { LonLat } from './domain/position.ts';
import { outcodeOf, readPostcode, sectorOf } from './domain/postcode.ts';
import { decideReferral } from './domain/referral.ts';
import type { Referral } from './domain/referral-outcome.ts';
import type { Shape } from './domain/shape.ts';
import { groundFrom, partsRound } from './domain/spread.ts';
import { weigh } from './domain/within.ts';

/** Where somebody is, as asked: text typed as a postcode, or a point. */
export type Whereabouts = { readonly postcode: string } | { readonly point: LonLat };

export type ReferralAsk = {
  readonly where: Whereabouts;
  readonly need: Need;
  readonly age: number | undefined;
  readonly practice: string | undefined;
  readonly on: LocalDate;
  readonly at: number;
  readonly answers: ReadonlyMap<string, string>;
};

export type ComparisonAsk = {
  readonly left: Kind;
  readonly right: Kind;
  readonly on: LocalDate;
  readonly weight: Weight;
  readonly within: string | undefined;
};

export type Comparison = Coterminosity & {
  readonly slivers: { readonly count: number; readonly km2: number };
};

/** A question that cannot be asked: its message is for the asker. */
export class AskingFault extends Error {
  override readonly name = 'AskingFault';
}

/** Everything that can be asked of one release. A request keeps one of these, so it never mixes two releases. */
export type Questions = {
  readonly atlas: Atlas;
  readonly place: (where: Whereabouts, on: LocalDate) => Promise<PlaceOutcome>;
  /** In the order asked. */
  readonly referrals: (asks: readonly ReferralAsk[]) => Promise<Referral[]>;
  readonly compare: (ask: ComparisonAsk) => Promise<Comparison>;
  readonly shapeOf: (area: Area) => Promise<Shape | undefined>;
  readonly shapeOfOverlap: (left: Area, right: Area) => Promise<Shape | undefined>;
};

/** Gives the questions of whichever release is current when called. Throws when nothing is loaded. */
export function createQuestions(database: Database): () => Promise<Questions> {
  let latest: { key: number; questions: Promise<Questions> } | undefined;
  return async () => {
    const key = await findCurrentReleaseKey(database);
    if (key === undefined) throw new Error('No release is loaded');
    if (latest?.key !== key) latest = { key, questions: questionsOf(database, key) };
    return latest.questions;
  };
}

async function questionsOf(database: Database, key: number): Promise<Questions> {
  const atlas = await getAtlas(database, key);
  const release = { database, atlas, indexes: once(() => indexSets(database, atlas)) };
  return {
    atlas,
    place: (where, on) => place(release, where, on),
    referrals: (asks) => referrals(release, asks),
    compare: (ask) => compare(release, ask),
    shapeOf: async (area) => (await findShapes(database, atlas, [area])).get(area),
    shapeOfOverlap: async (left, right) =>
      left === right
        ? (await findShapes(database, atlas, [left])).get(left)
        : findOverlapShape(database, atlas, left, right),
  };
}

type OpenRelease = {
  readonly database: Database;
  readonly atlas: Atlas;
  readonly indexes: () => Promise<ReadonlyMap<BoundarySet, BoundaryIndex>>;
};

async function place(
  release: OpenRelease,
  where: Whereabouts,
  on: LocalDate,
): Promise<PlaceOutcome> {
  const [outcome] = await places(release, [where]);
  if (!outcome) throw new Error('Asked for one place, was given none');
  return inForceOn(
    await withSuggestions(release, where, outcome),
    setsInForce(release.atlas.sets, on),
    {
      on,
      all: release.atlas.sets,
    },
  );
}

async function referrals(release: OpenRelease, asks: readonly ReferralAsk[]): Promise<Referral[]> {
  const { atlas, database } = release;
  const located = await places(
    release,
    asks.map(({ where }) => where),
  );
  const outcomes = await Promise.all(
    asks.map((ask, at) => withNoFixedAbode(release, ask, located[at])),
  );
  return Promise.all(
    asks.map(async (ask, at) => {
      const sets = setsInForce(atlas.sets, ask.on);
      const outcome = outcomes[at];
      if (!outcome) throw new Error('A referral was asked for, and no place looked up');
      const practice =
        ask.practice === undefined
          ? undefined
          : ((await findPractice(database, atlas, ask.practice)) ?? 'unknown');
      return decideReferral(
        { ...ask, practice, place: inForceOn(outcome, sets, { on: ask.on, all: atlas.sets }) },
        { ...atlas, sets },
      );
    }),
  );
}

/** Postcodes are looked up together, in a few queries however many there are. */
async function places(release: OpenRelease, asks: readonly Whereabouts[]): Promise<PlaceOutcome[]> {
  const { database, atlas } = release;
  const { coverage } = atlas.release;
  const readings = asks.map((where) =>
    'postcode' in where ? readPostcode(where.postcode) : where.point,
  );
  const units = readings.flatMap((reading) =>
    'kind' in reading && reading.kind === 'unit' ? [reading.postcode] : [],
  );
  const records = await findPostcodes(database, atlas, units);
  const unlisted = coverage.listsUnits ? [] : units.filter((postcode) => !records.has(postcode));
  const sectors = await findSectors(database, atlas, unlisted.map(sectorOf));
  return Promise.all(
    readings.map(async (reading) => {
      if (!('kind' in reading)) return placeAt(release, reading);
      if (reading.kind !== 'unit') return refuse(reading);
      const { postcode } = reading;
      const record = records.get(postcode);
      const sector = sectors.get(sectorOf(postcode));
      const outcode =
        record !== undefined ||
        sector !== undefined ||
        (await hasOutcode(database, atlas, outcodeOf(postcode)));
      return locate(postcode, { record, sector, outcode, similar: [] }, coverage);
    }),
  );
}

/** `ZZ99 3VZ` is no place, but a referral with it is about all the ground there is, until it is known where the person is. */
async function withNoFixedAbode(
  { atlas, database }: OpenRelease,
  { where, answers }: ReferralAsk,
  outcome: PlaceOutcome | undefined,
): Promise<PlaceOutcome | undefined> {
  const reading = 'postcode' in where ? readPostcode(where.postcode) : undefined;
  if (reading?.kind !== 'no-fixed-abode') return outcome;
  const councils = atlas.areas.filter(({ set }) => set.kind === 'upper-tier');
  const said =
    councils.find((area) => hasCode(area, answers.get('upper-tier') ?? '')) ?? councils[0];
  const shape = said && (await findShapes(database, atlas, [said])).get(said);
  if (!shape) return outcome;
  const total = atlas.cells.reduce((sum, { postcodes }) => sum + postcodes, 0);
  const parts = atlas.cells.map(({ ground, postcodes }) => ({ ground, share: postcodes / total }));
  return {
    kind: 'located',
    place: {
      postcode: reading.postcode,
      precision: 'AREA',
      position: pointOn(shape),
      parts,
      metresToLine: new Map(),
      ended: null,
      nearby: [],
    },
  };
}

async function withSuggestions(
  { database, atlas }: OpenRelease,
  where: Whereabouts,
  outcome: PlaceOutcome,
): Promise<PlaceOutcome> {
  if (outcome.kind === 'located' || outcome.reason !== 'UNKNOWN' || !('postcode' in where))
    return outcome;
  const reading = readPostcode(where.postcode);
  if (reading.kind !== 'unit') return outcome;
  const listed = await postcodesOfSector(database, atlas, sectorOf(reading.postcode));
  return {
    ...outcome,
    suggestions: oneLetterOff(reading.postcode, listed).slice(0, MOST_SUGGESTIONS),
  };
}

const MOST_SUGGESTIONS = 5;

/** A point is asked of the drawn lines, so it is as unsure as they are: all ground within their resolution counts. */
async function placeAt({ atlas, indexes }: OpenRelease, point: LonLat): Promise<PlaceOutcome> {
  const bySet = await indexes();
  const resolution = Math.max(...atlas.sets.map(({ resolutionMetres }) => resolutionMetres));
  const parts = partsRound(point, resolution, groundFrom([...bySet.values()]));
  if (parts.every(({ ground }) => ground.length === 0))
    return outOfCoverage(null, atlas.release.coverage);
  const metresToLine = new Map(
    [...bySet].flatMap(([set, index]) => {
      const metres = index.metresToOther(point, index.areaAt(point));
      return metres === undefined ? [] : [[set.id, metres] as const];
    }),
  );
  return {
    kind: 'located',
    place: {
      postcode: null,
      precision: 'POINT',
      position: point,
      parts,
      metresToLine,
      ended: null,
      nearby: [],
    },
  };
}

async function indexSets(
  database: Database,
  atlas: Atlas,
): Promise<Map<BoundarySet, BoundaryIndex>> {
  const shapes = await findShapes(database, atlas, atlas.areas);
  return new Map(
    atlas.sets.map((set) => [
      set,
      indexBoundaries(
        [...shapes].filter(([area]) => area.set === set).map(([area, shape]) => ({ area, shape })),
      ),
    ]),
  );
}

async function compare({ database, atlas }: OpenRelease, ask: ComparisonAsk): Promise<Comparison> {
  const { weight } = ask;
  const sets = setsInForce(atlas.sets, ask.on);
  const left = setOfKind(sets, ask.left, ask.on);
  const right = setOfKind(sets, ask.right, ask.on);
  const between = await overlapsOfSets(database, atlas, left, right);
  const within = ask.within === undefined ? undefined : areaByCode(atlas, sets, ask.within);
  const limit = within && {
    within,
    shared: new Map([
      ...(await sharedWith(database, atlas, left, within)),
      ...(await sharedWith(database, atlas, right, within)),
    ]),
    cells: atlas.cells,
  };
  const weighing = weigh(between.overlaps, weight, limit);
  if (!weighing)
    throw new AskingFault(
      'This release has no count of residents: choose the weight POSTCODES or AREA.',
    );
  return { ...coterminosity(weighing), slivers: between.slivers };
}

type Overlaps = { readonly overlaps: readonly Overlap[]; readonly slivers: Comparison['slivers'] };

/** A set against itself: each area shares all of its ground with itself. */
async function overlapsOfSets(
  database: Database,
  atlas: Atlas,
  left: BoundarySet,
  right: BoundarySet,
): Promise<Overlaps> {
  if (left === right)
    return {
      overlaps: atlas.areas
        .filter(({ set }) => set === left)
        .map((area) => ({ ...area, left: area, right: area })),
      slivers: { count: 0, km2: 0 },
    };
  const stored = await overlapsBetween(database, atlas, left, right);
  const slivers = stored.filter(({ sliver }) => sliver);
  return {
    overlaps: stored.filter(({ sliver }) => !sliver),
    slivers: { count: slivers.length, km2: slivers.reduce((sum, { km2 }) => sum + km2, 0) },
  };
}

async function sharedWith(
  database: Database,
  atlas: Atlas,
  set: BoundarySet,
  within: Area,
): Promise<[Area, Overlap][]> {
  const { overlaps } = await overlapsOfSets(database, atlas, set, within.set);
  return overlaps.filter(({ right }) => right === within).map((overlap) => [overlap.left, overlap]);
}

export function setOfKind(sets: readonly BoundarySet[], kind: Kind, on: LocalDate): BoundarySet {
  const set = sets.find((each) => each.kind === kind);
  if (set) return set;
  const kinds = sets.map((each) => each.kind).join(', ');
  throw new AskingFault(
    `Wanted a kind of boundary in force on ${on} (${kinds || 'none is'}), found "${kind.slice(0, 40)}".`,
  );
}

function areaByCode({ areas }: Atlas, sets: readonly BoundarySet[], code: string): Area {
  const area = areas.find((each) => sets.includes(each.set) && hasCode(each, code));
  if (!area)
    throw new AskingFault(`No area in force that day has the code "${code.slice(0, 40)}".`);
  return area;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
