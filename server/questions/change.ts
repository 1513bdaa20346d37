import type { Atlas } from '../database/releases.ts';
import {
  type Area,
  hasCode,
  isSuccession,
  type BoundarySet,
  type Kind,
  setsInForce,
} from '../domain/area.ts';
import { boundaryChange, type BoundaryChange } from '../domain/boundary-change.ts';
import { holds, type LocalDate } from '../domain/calendar.ts';
import type { CoverageTerm } from '../domain/coverage.ts';
import { type AffectedTeam, affectedTeams } from '../domain/team.ts';
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
  /** Teams of the first day whose coverage names an area that changed, or whose kind ended. */
  readonly teams: readonly TeamAfter[];
};

export type TeamAfter = AffectedTeam & {
  /** Whether anything its entry says still holds on the other day: not when it ends, or names only ended areas. */
  readonly coversAfter: boolean;
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
  const found = boundaryChange(areasOf(before), areasOf(after), overlaps);
  // A team that names a kind of area loses its ground with the kind, however the areas live on.
  const changed = found.areas.filter(
    (each) => each.change !== 'UNCHANGED' || before.kind !== after.kind,
  );
  const teams = teamsAfter(
    atlas,
    changed.map(({ area }) => area),
    ask,
  );
  return { before, after, slivers, ...found, teams };
}

function teamsAfter(
  { areas, sets, teams }: Atlas,
  changed: readonly Area[],
  { from, to }: ChangeAsk,
): TeamAfter[] {
  const later = setsInForce(sets, to);
  const isThere = (term: CoverageTerm): boolean =>
    term.every(({ kind, code }) =>
      areas.some(
        (area) => later.includes(area.set) && area.set.kind === kind && hasCode(area, code),
      ),
    );
  return affectedTeams(teams, changed, from).map((each) => ({
    ...each,
    coversAfter: holds(each.team.period, to) && each.team.covers.some(isThere),
  }));
}
