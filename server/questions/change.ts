import {
  type Area,
  isSuccession,
  type BoundarySet,
  type Kind,
  setsInForce,
} from '../domain/area.ts';
import { boundaryChange, type BoundaryChange } from '../domain/boundary-change.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { AskingFault } from './asking-fault.ts';
import { overlapsOfSets, type Overlaps, setOfKind } from './compare.ts';
import type { OpenRelease } from './open-release.ts';

export type ChangeAsk = {
  readonly kind: Kind;
  /** Of afterwards: another where one kind of body took over from another. */
  readonly toKind: Kind;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

export type Change = BoundaryChange & {
  readonly before: BoundarySet;
  readonly after: BoundarySet;
  readonly slivers: Overlaps['slivers'];
};

/** From the set in force on one day to that of another, whatever came between. */
export async function change({ database, atlas }: OpenRelease, ask: ChangeAsk): Promise<Change> {
  if (ask.from > ask.to)
    throw new AskingFault(`Wanted a day from ${ask.from} on, found ${ask.to}.`);
  const before = setOfKind(setsInForce(atlas.sets, ask.from), ask.kind, ask.from);
  const after = setOfKind(setsInForce(atlas.sets, ask.to), ask.toKind, ask.to);
  if (!isSuccession(before.kind, after.kind))
    throw new AskingFault(
      `Wanted two kinds of which one can take over from the other, found "${before.kind}" and "${after.kind}".`,
    );
  const { overlaps, slivers } = await overlapsOfSets(database, atlas, before, after);
  const areasOf = (set: BoundarySet): Area[] => atlas.areas.filter((area) => area.set === set);
  return { before, after, slivers, ...boundaryChange(areasOf(before), areasOf(after), overlaps) };
}
