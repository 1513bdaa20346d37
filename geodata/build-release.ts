import type {
  ContentArea,
  ContentOverlap,
  ReleaseContent,
} from '../server/database/release-content.ts';
import type { AreaShape } from '../server/domain/boundary-index.ts';
import { isSliver } from '../server/domain/overlap.ts';
import type { Practice } from '../server/domain/practice.ts';
import { aboutRelease, teamsFolderOf } from './about-release.ts';
import { checkApart } from './apart.ts';
import { pairKey, type Tally, tallyOf } from './cells.ts';
import { checkContent, type Remainder } from './check.ts';
import { readDirectory } from './directory.ts';
import { drawBoundaries, type Drawing } from './draw.ts';
import { InputFault } from './input-fault.ts';
import type { Manifest } from './manifest.ts';
import { type Row, rowsOf, setPairs, type SetPair, sharedGrounds } from './overlay/overlay.ts';
import { type PackedShape, unpacked } from './overlay/packed-shape.ts';
import { openPool, type Pool } from './overlay/pool.ts';
import type { SharedGround } from './overlay/tasks.ts';
import { placePostcodes } from './place.ts';
import type { Progress } from './progress.ts';
import { readSmallAreas } from './read/geojson.ts';
import { readPostcodes } from './read/postcodes.ts';
import { readPractices } from './read/practices.ts';
import { systemInWords } from './read/system.ts';
import { type Quarantine, reportSetAside } from './read/table.ts';
import { type PairReport, reportPairs } from './report.ts';
import { NO_RESIDENTS, type Residents, residentsOf } from './residents-of.ts';
import { type Compared, comparedInWords, secondOpinion } from './second-opinion.ts';
import { repairInWords, soundAreas } from './sound.ts';
import { summarise } from './summarise.ts';
import { giveBackMemory } from './thrift.ts';
import { unmetLines } from './unmet.ts';

export type Built = {
  readonly content: ReleaseContent;
  readonly pairs: readonly PairReport[];
  /** How far the directories bear out where the lines put postcodes. */
  readonly compared: readonly Compared[];
};

/** Reads, checks and computes all of a release. Throws one sentence for bad input. */
export async function buildRelease(manifest: Manifest, progress: Progress): Promise<Built> {
  const directory = readDirectory(teamsFolderOf(manifest), progress.say);
  const drawing = await withPool((pool) => draw(manifest, { pool, progress }));
  giveBackMemory();
  const pairs = setPairs(drawing.sets);
  const rows = rowsOf(pairs, drawing.areas);
  const [[doubled, grounds, residents, remainders], { compared, ...placing }] = await Promise.all([
    withPool((pool) => {
      const means = { pool, progress };
      pool.share(shapesOf(drawing));
      return Promise.all([
        checkApart(drawing, pool),
        overlay(rows, means),
        countResidents(manifest, drawing, pairs, means),
        remaindersOf(rows, drawing, means),
        sayUnmet(drawing, means),
      ]);
    }),
    place(manifest, drawing, progress),
  ]);
  const tally = tallyOf(placing.cells);
  const areas = drawing.areas.map((each) => counted(each, tally, residents));
  const content: ReleaseContent = {
    release: aboutRelease(manifest, drawing),
    sets: drawing.sets,
    areas,
    overlaps: grounds.map((ground) => overlapFrom(ground, areas, tally, residents)),
    ...placing,
    practices: practicesOf(manifest, drawing, progress),
    ...directory,
  };
  const [fault] = checkContent(content, remainders, doubled);
  if (fault !== undefined) throw new InputFault(`${manifest.file}: ${fault}`);
  return { content, pairs: reportPairs(content, pairs), compared };
}

async function draw(manifest: Manifest, { pool, progress }: Means): Promise<Drawing> {
  const phase = progress.begin('Boundary sets', manifest.boundaries.length);
  const drawing = await drawBoundaries(manifest.boundaries, pool, {
    step: phase.step,
    say: progress.say,
  });
  phase.end();
  return drawing;
}

type Means = { readonly pool: Pool; readonly progress: Progress };

/** Gives the memory of the threads back as soon as their work is done. */
async function withPool<Value>(work: (pool: Pool) => Promise<Value>): Promise<Value> {
  const pool = openPool();
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

function shapesOf({ areas }: Drawing): ReadonlyMap<number, PackedShape> {
  return new Map(areas.map(({ area, packed }) => [area.id, packed]));
}

async function overlay(rows: readonly Row[], { pool, progress }: Means): Promise<SharedGround[]> {
  if (rows.length === 0) return [];
  const phase = progress.begin('Areas laid over other sets', rows.length);
  const grounds = await sharedGrounds(rows, pool, phase.step);
  phase.end();
  return grounds;
}

async function countResidents(
  { residents }: Manifest,
  { areas }: Drawing,
  pairs: readonly SetPair[],
  { pool, progress }: Means,
): Promise<Residents> {
  if (!residents) return NO_RESIDENTS;
  const read = readSmallAreas(residents, residents.field);
  for (const line of systemInWords(read.system, residents.file)) progress.say(line);
  const { areas: smallAreas, repairs } = await soundAreas(read.areas, residents, pool);
  for (const repair of repairs) progress.say(repairInWords(repair));
  const phase = progress.begin('Small areas shared out', smallAreas.length);
  const found = await residentsOf(smallAreas, areas, pairs, { pool, step: phase.step });
  phase.end();
  return found;
}

/** Districts only: they cover the ground, so what is left of one is worth a second look. */
async function remaindersOf(
  rows: readonly Row[],
  { areas }: Drawing,
  { pool, progress }: Means,
): Promise<Remainder[]> {
  const districts = rows.filter(({ left }) => areas[left]?.area.set.kind === 'district');
  if (districts.length === 0) return [];
  const phase = progress.begin('District remainders checked', districts.length);
  const remainders = await Promise.all(
    districts.map(async ({ left, rights }) => {
      const km2 = await pool.run({ kind: 'remainder', left, rights });
      phase.step();
      const [area, other] = [areas[left]?.area, areas[rights[0] ?? -1]?.area];
      return area && other ? [{ area, otherSet: other.set.id, km2 }] : [];
    }),
  );
  phase.end();
  return remainders.flat();
}

async function sayUnmet(drawing: Drawing, { pool, progress }: Means): Promise<void> {
  for (const line of await unmetLines(drawing, pool)) progress.say(line);
}

type Placed = Pick<
  ReleaseContent,
  'cells' | 'sectors' | 'postcodes' | 'disagreements' | 'summary'
> & {
  readonly compared: readonly Compared[];
};

async function place(
  manifest: Manifest,
  { sets, areas }: Drawing,
  progress: Progress,
): Promise<Placed> {
  const list = await readPostcodes(manifest.postcodes, progress);
  if (list.count === 0) return { cells: [], sectors: [], postcodes: [], compared: [] };
  const phase = progress.begin('Postcodes placed', list.count);
  const { mainCellAt, cellsAt, ...placing } = await placePostcodes(list, sets, areas, phase.reach);
  phase.end();
  const { cells } = placing;
  const bare = areas.map(({ area }) => area);
  const { compared, disagreements } = secondOpinion(list, sets, bare, { cells, mainCellAt });
  for (const each of compared) progress.say(comparedInWords(each));
  const summary = summarise({ list, sets, areas: bare, cells, cellsAt });
  return { ...placing, compared, disagreements, summary };
}

/** A practice of which no area here is the body tells nobody who is responsible. */
function practicesOf(manifest: Manifest, drawing: Drawing, progress: Progress): Practice[] {
  if (manifest.practices.length === 0) return [];
  const quarantine: Quarantine = { sentences: [] };
  const practices = readPractices(manifest.practices, codesOf(drawing), quarantine);
  reportSetAside(quarantine, 'Practice', progress);
  progress.say(
    `Practices that belong to an area here: ${practices.length.toLocaleString('en-GB')}`,
  );
  return practices;
}

function counted(drawn: AreaShape, tally: Tally, residents: Residents): ContentArea {
  const { area } = drawn;
  return {
    area: {
      ...area,
      postcodes: tally.ofArea.get(area.id) ?? 0,
      residents: residents.ofArea(area.id),
    },
    get shape() {
      return drawn.shape;
    },
  };
}

function overlapFrom(
  { left, right, km2, widthMetres, shape }: SharedGround,
  areas: readonly ContentArea[],
  tally: Tally,
  residents: Residents,
): ContentOverlap {
  const [one, other] = [areas[left]?.area, areas[right]?.area];
  if (!one || !other) throw new Error(`There are no areas ${left} and ${right}`);
  return {
    left,
    right,
    km2,
    postcodes: tally.ofPair.get(pairKey(left, right)) ?? 0,
    residents: residents.ofPair(left, right),
    sliver: isSliver({
      km2,
      widthMetres,
      leftKm2: one.km2,
      rightKm2: other.km2,
      resolutionMetres: Math.max(one.set.resolutionMetres, other.set.resolutionMetres),
    }),
    /** Made each time it is asked for, since all of them together are many. */
    get shape() {
      return unpacked(shape);
    },
  };
}

function codesOf({ areas }: Drawing): ReadonlySet<string> {
  return new Set(
    areas.flatMap(({ area: { code, gss, ods } }) =>
      [code, gss, ods].filter((each) => each !== null),
    ),
  );
}
