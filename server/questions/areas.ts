import { type Area, type Kind, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import { areaByCode, setOfKind, sharedWith } from './compare.ts';
import type { OpenRelease } from './open-release.ts';

export type AreasAsk = {
  readonly kind: Kind;
  readonly on: LocalDate;
  /** Code of an area in force that day, of any kind. */
  readonly within: string | undefined;
};

/** Areas in force on a day, by name; of those within another area, all that have ground in it, slivers left out. */
export async function areas({ database, atlas }: OpenRelease, ask: AreasAsk): Promise<Area[]> {
  const sets = setsInForce(atlas.sets, ask.on);
  const set = setOfKind(sets, ask.kind, ask.on);
  const found =
    ask.within === undefined
      ? atlas.areas.filter((area) => area.set === set)
      : (await sharedWith(database, atlas, set, areaByCode(atlas, sets, ask.within))).map(
          ([area]) => area,
        );
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}
