import type { Area, Kind } from '../domain/area.ts';
import { areaOn, type Body, noteOf, periodOf } from '../domain/body.ts';
import { type BodyFound, searchBodies } from '../domain/body-search.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { groundOn, type GroundShare } from '../domain/ground-share.ts';
import type { OpenRelease } from './open-release.ts';

export type BodyAsk = {
  readonly search: string;
  readonly on: LocalDate;
  /** Only bodies that have ground of this kind. */
  readonly kind: Kind | undefined;
  readonly first: number;
};

/** A body as it is on the day asked about. */
export type BodyOnDay = BodyFound & {
  readonly area: Area;
  /** Of an ended body: who took its ground over, the day it ended. */
  readonly successors: readonly GroundShare[];
  /** Of an ended body: who has its ground on the day asked about. */
  readonly nowIn: readonly GroundShare[];
  readonly note: string | null;
};

export function bodies(
  { atlas, bodyIndex, groundIndex }: OpenRelease,
  { search, on, kind, first }: BodyAsk,
): BodyOnDay[] {
  const ground = groundIndex();
  return searchBodies(bodyIndex(), { text: search, on, kind })
    .slice(0, first)
    .map((found) => onDay(found, on, { sets: atlas.sets, ground }));
}

function onDay(found: BodyFound, on: LocalDate, where: Parameters<typeof groundOn>[2]): BodyOnDay {
  const { body, life } = found;
  const area = areaOn(body, on);
  const { to } = periodOf(body);
  const isOver = life === 'ENDED' && to !== null;
  const last = isOver ? lastOf(body, to) : [];
  const successors = isOver ? last.flatMap((each) => groundOn(each, to, where)) : [];
  const nowIn = last.flatMap((each) => groundOn(each, on, where));
  const [kind] = nowIn.map((each) => each.area.set.kind);
  const heirs = nowIn.filter((each) => each.area.set.kind === kind).map((each) => each.area);
  return { ...found, area, successors, nowIn, note: noteOf(body, on, heirs) };
}

function lastOf({ areas }: Body, to: LocalDate): Area[] {
  return areas.filter(({ set }) => set.period.to === to);
}
