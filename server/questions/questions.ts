import { findOverlapShape, findShapes } from '../database/areas.ts';
import type { Database, ReleaseName } from '../database/database.ts';
import { type Atlas, findCurrentRelease } from '../database/releases.ts';
import type { Area } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { Cover } from '../domain/cover.ts';
import type { Need } from '../domain/need.ts';
import type { OutwardFile } from '../domain/outward-file.ts';
import type { Ground, PlaceOutcome } from '../domain/place.ts';
import type { Recut } from '../domain/recut.ts';
import type { Referral } from '../domain/referral-outcome.ts';
import type { Shape } from '../domain/shape.ts';
import { areas, type AreasAsk } from './areas.ts';
import { bodies, type BodyAsk, type BodyOnDay } from './bodies.ts';
import { change, type Change, type ChangeAsk } from './change.ts';
import { compare, type Comparison, type ComparisonAsk } from './compare.ts';
import { cover, type Outline, outlinesOn } from './cover.ts';
import { type DrawingAsk, drawingSource, type DrawingSource } from './drawing.ts';
import { history, type HistoryAsk, type HistoryPeriod } from './history.ts';
import { fewAtOnce } from './few-at-once.ts';
import { openRelease } from './open-release.ts';
import { outward, type OutwardAsk } from './outward.ts';
import { place } from './places.ts';
import { onceInATurn } from './together.ts';
import type { Whereabouts } from './whereabouts.ts';
import { type PracticeAsk, type PracticeOnDay, practices } from './practices.ts';
import { type ProposalAsk, propose, type Proposed } from './propose.ts';
import { type RecutAsk, recutCounts } from './recut.ts';
import { bulkReferrals, type BulkReferrals, type ReferralAsk, referrals } from './referrals.ts';

/** Everything that can be asked of one release. A request keeps one of these, so it never mixes two releases. */
export type Questions = {
  readonly atlas: Atlas;
  readonly place: (where: Whereabouts, on: LocalDate) => Promise<PlaceOutcome>;
  /** In the order asked. */
  readonly referrals: (asks: readonly ReferralAsk[]) => Promise<Referral[]>;
  /** Begins a bulk, whose pieces are settled faster one after another than each alone. */
  readonly bulk: () => BulkReferrals;
  /** Answers for all postcodes of an outward code. */
  readonly outward: (ask: OutwardAsk) => Promise<OutwardFile>;
  readonly practices: (ask: PracticeAsk) => Promise<PracticeOnDay[]>;
  readonly areas: (ask: AreasAsk) => Promise<Area[]>;
  readonly bodies: (ask: BodyAsk) => BodyOnDay[];
  readonly compare: (ask: ComparisonAsk) => Promise<Comparison>;
  readonly change: (ask: ChangeAsk) => Promise<Change>;
  readonly history: (ask: HistoryAsk) => Promise<HistoryPeriod[]>;
  /** Throws an `AskingFault` where no boundaries were in force. */
  readonly cover: (needs: readonly Need[], on: LocalDate) => Promise<Cover[]>;
  /** What to draw each ground of a day by. */
  readonly outlinesOn: (on: LocalDate) => (ground: Ground) => Outline;
  readonly recut: (ask: RecutAsk) => Promise<Recut>;
  readonly propose: (ask: ProposalAsk) => Promise<Proposed>;
  /** Throws an `AskingFault` where a kind was not in force. */
  readonly drawing: (ask: DrawingAsk) => DrawingSource;
  readonly shapeOf: (area: Area) => Promise<Shape | undefined>;
  readonly shapeOfOverlap: (left: Area, right: Area) => Promise<Shape | undefined>;
};

/**
 * Gives the questions of whichever release is current when called, the same to all who ask in one turn. Throws when
 * nothing is loaded.
 */
export function createQuestions(
  database: Database,
  watched = (questions: Questions): Questions => questions,
): () => Promise<Questions> {
  let latest: (ReleaseName & { readonly questions: Promise<Questions> }) | undefined;
  return onceInATurn(async () => {
    const current = await findCurrentRelease(database);
    if (!current) throw new Error('No release is loaded');
    if (latest?.key === current.key && latest.id === current.id) return latest.questions;
    const questions = questionsOf(database.holding(current), current.key).then(watched);
    latest = { ...current, questions };
    questions.catch(() => {
      if (latest?.questions === questions) latest = undefined;
    });
    return questions;
  });
}

/** Of the connections to a database, so that others are answered meanwhile. */
const SHAPES_AT_ONCE = 4;

async function questionsOf(database: Database, key: number): Promise<Questions> {
  const release = await openRelease(database, key);
  const { atlas } = release;
  const inTurn = fewAtOnce(SHAPES_AT_ONCE);
  const shapeOf = (area: Area): Promise<Shape | undefined> =>
    inTurn(async () => (await findShapes(database, atlas, [area])).get(area));
  return {
    atlas,
    place: (where, on) => place(release, where, on),
    referrals: (asks) => referrals(release, asks),
    bulk: () => bulkReferrals(release),
    outward: (ask) => outward(release, ask),
    practices: (ask) => practices(release, ask),
    areas: (ask) => areas(release, ask),
    bodies: (ask) => bodies(release, ask),
    compare: (ask) => compare(release, ask),
    change: (ask) => change(release, ask),
    history: (ask) => history(release, ask),
    cover: (needs, on) => cover(release, needs, on),
    outlinesOn: (on) => outlinesOn(release, on),
    recut: (ask) => recutCounts(release, ask),
    propose: (ask) => propose(release, ask),
    drawing: (ask) => drawingSource(release, ask),
    shapeOf,
    shapeOfOverlap: (left, right) =>
      left === right ? shapeOf(left) : inTurn(() => findOverlapShape(database, atlas, left, right)),
  };
}
