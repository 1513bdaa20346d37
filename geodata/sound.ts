import { areaKm2 } from './overlay/measure.ts';
import type { Shape } from '../server/domain/shape.ts';
import { InputFault } from './input-fault.ts';
import { packed, type PackedShape, unpacked } from './overlay/packed-shape.ts';
import { inGroups, type Pool } from './overlay/pool.ts';

/** What repair did to one area: what was wrong with it, and how much ground it gained or lost. */
export type Repair = {
  /** File, feature number and code. */
  readonly where: string;
  readonly faults: readonly string[];
  readonly changedKm2: number;
  /** Of its ground as drawn. */
  readonly changedShare: number;
};

/** An area as read. `mended` says what reading it already put right. */
type Drawn = {
  readonly shape: Shape;
  readonly where: string;
  readonly mended: readonly string[];
};

/** A change above this share of an area is no repair: what its lines mean is a question for its publisher. */
const MOST_CHANGED = 0.01;

/** The areas, all valid, and what was done to make them so. */
type Sound<Area> = { readonly areas: readonly Area[]; readonly repairs: readonly Repair[] };

/** Throws one sentence for an area that is not valid; with `repair`, for one that repair would change too much. */
export async function soundAreas<Area extends Drawn>(
  areas: readonly Area[],
  { repair }: { readonly repair: boolean },
  pool: Pool,
): Promise<Sound<Area>> {
  if (repair) return repaired(areas, pool);
  await checkValid(areas, pool);
  return { areas, repairs: [] };
}

async function checkValid(areas: readonly Drawn[], pool: Pool): Promise<void> {
  const answers = await Promise.all(
    shapesInGroups(areas).map((shapes) => pool.run({ kind: 'invalidities', shapes })),
  );
  const invalidities = answers.flat();
  const at = invalidities.findIndex((invalidity) => invalidity !== null);
  const area = areas[at];
  if (area)
    throw new InputFault(`${area.where}: wanted a valid polygon, found ${invalidities[at] ?? ''}`);
}

/** Few, since one of many islands keeps a thread as busy as hundreds of others. */
const PER_TASK = 5;

function shapesInGroups(areas: readonly Drawn[]): PackedShape[][] {
  return inGroups(
    areas.map(({ shape }) => packed(shape)),
    PER_TASK,
  );
}

async function repaired<Area extends Drawn>(
  areas: readonly Area[],
  pool: Pool,
): Promise<Sound<Area>> {
  const groups = shapesInGroups(areas).map((shapes) => pool.run({ kind: 'repairs', shapes }));
  const answers = (await Promise.all(groups)).flat();
  const repairs: Repair[] = [];
  const sound = areas.map((area, at) => {
    const { invalidity = null, shape = null } = answers[at] ?? {};
    if (invalidity === null && area.mended.length === 0) return area;
    const ground = invalidity === null ? area.shape : shape && unpacked(shape);
    repairs.push(checkedRepair(area, invalidity, ground));
    return { ...area, shape: ground ?? area.shape };
  });
  return { areas: sound, repairs };
}

function checkedRepair(
  { shape: drawn, where, mended }: Drawn,
  invalidity: string | null,
  ground: Shape | null,
): Repair {
  const before = areaKm2(drawn);
  const changedKm2 = Math.abs((ground ? areaKm2(ground) : 0) - before);
  const changedShare = before > 0 ? changedKm2 / before : 1;
  const faults = [...mended, ...(invalidity === null ? [] : [invalidity])];
  if (ground === null || changedShare > MOST_CHANGED)
    throw new InputFault(
      `${where}: wanted a polygon that repair changes by no more than ${percent(MOST_CHANGED)}, found ${list(faults)}, which would change it by ${percent(changedShare)}`,
    );
  return { where, faults, changedKm2, changedShare };
}

export function repairInWords({ where, faults, changedKm2, changedShare }: Repair): string {
  return `${where}: repaired ${list(faults)}; its ground changed by ${Number((1e6 * changedKm2).toPrecision(2))} m² (${percent(changedShare)})`;
}

/** For readers of a release, who are told how many and how much but not each. */
export function repairsNotice(set: string, repairs: readonly Repair[]): string {
  const most = Math.max(...repairs.map(({ changedShare }) => changedShare));
  const areas = repairs.length === 1 ? '1 area was' : `${repairs.length} areas were`;
  return `In ${set} ${areas} drawn against the rules and repaired on loading; the most that changed of one is ${percent(most)}.`;
}

const MOST_LISTED = 5;

function list(faults: readonly string[]): string {
  const more = faults.length - MOST_LISTED;
  return [...faults.slice(0, MOST_LISTED), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** Two figures that count: the changes span ten powers of ten. */
function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
