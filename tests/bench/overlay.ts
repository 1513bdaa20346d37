import { rowsOf, sharedGrounds } from '../../geodata/overlay/overlay.ts';
import { packed, type PackedShape, ringArea, ringsOf } from '../../geodata/overlay/packed-shape.ts';
import { openPool } from '../../geodata/overlay/pool.ts';
import { readAreas } from '../../geodata/read/geojson.ts';
import { soundAreas } from '../../geodata/sound.ts';
import type { BoundarySet } from '../../server/domain/area.ts';
import type { AreaShape } from '../../server/domain/boundary-index.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { least, print, repeat, shown, spread, verdict } from './measure.ts';
import {
  type NativeOverlay,
  overlayNatively,
  type PostGis,
  startPostGis,
  storeShapes,
} from './postgis.ts';
import { inFolder, realFiles } from './real.ts';

const RUNS = 3;
const NEW = 'boundaries/lad-2017-gb-bgc.geojson.gz';
const OLD = 'dirty/lad-2013-gb-quantised.topojson';

/** The districts of 2017 laid over a rough drawing of those of 2013, against GEOS itself on the same pairs. */
export async function benchOverlay(): Promise<void> {
  const files = realFiles(NEW, OLD);
  if (!files) return;
  const left = await readSet(files[NEW], 'code', setOf(0, '2017'));
  const right = await readSet(files[OLD], 'LAD13CD', setOf(1, '2013'));
  await inFolder(async (folder) => {
    const postgis = await storedIn(folder, left, right);
    const runs = await repeat(RUNS, async () => ({
      native: postgis && (await overlayNatively(postgis)),
      one: await overlay(left, right, 1),
      two: await overlay(left, right, 2),
    }));
    await postgis?.stop();
    reportOurs(runs);
    if (postgis) reportNative(postgis, runs);
    else print('PostGIS is not installed here: no ratio against native GEOS');
  });
}

type Run = {
  readonly native: NativeOverlay | undefined;
  readonly one: Overlay;
  readonly two: Overlay;
};

function reportOurs(runs: readonly Run[]): void {
  const [{ one } = { one: undefined }] = runs;
  print(`${one?.pairs ?? 0} pairs of boxes, ${one?.grounds ?? 0} share ground`);
  const wall = runs.map((each) => each.one.wallSeconds);
  const both = runs.map((each) => each.two.wallSeconds);
  print(`one thread:  CPU  ${spread(cpuOf(runs.map((each) => each.one)), 's')}`);
  print(`one thread:  wall ${spread(wall, 's')}`);
  print(`two threads: wall ${spread(both, 's')}`);
  verdict('two threads to one, wall', least(both) / least(wall), 1, '×');
}

function reportNative({ version }: PostGis, runs: readonly Run[]): void {
  const pairs = runs.flatMap(({ native, one }) => (native ? [{ native, one }] : []));
  const [first] = pairs;
  if (!first) return;
  const native = cpuOf(pairs.map((each) => each.native));
  const ours = cpuOf(pairs.map(({ one }) => one));
  print(`GEOS ${version} in PostGIS, ${first.native.pairs} pairs: CPU ${spread(native, 's')}`);
  const apart = Math.abs(first.one.area / first.native.area - 1);
  verdict('difference of all shared ground', apart, 1e-9, 'of it');
  print(`each run: ${ours.map((cpu, at) => shown(cpu / (native[at] ?? 1))).join(' ×, ')} ×`);
  verdict('one core to native GEOS, CPU', least(ours) / least(native), 1, '×');
}

function cpuOf(runs: readonly { readonly cpuSeconds: number }[]): number[] {
  return runs.map(({ cpuSeconds }) => cpuSeconds);
}

function setOf(id: number, edition: string): BoundarySet {
  return {
    id,
    kind: 'district',
    edition,
    period: { from: localDate(`${edition}-04-01`), to: null },
    status: 'OFFICIAL',
    source: '',
    licence: '',
    resolutionMetres: 20,
  };
}

async function readSet(file: string, code: string, set: BoundarySet): Promise<AreaShape[]> {
  const { areas: read } = readAreas(
    { file, object: null, repair: true },
    { code, name: code, gss: null, ods: null },
  );
  const pool = openPool();
  const { areas } = await soundAreas(read, { repair: true }, pool);
  await pool.close();
  return areas.map(({ shape, ...names }, at) => ({
    area: { ...names, id: 1000 * set.id + at, set, km2: 0, postcodes: 0, residents: null },
    shape,
  }));
}

async function storedIn(
  folder: string,
  left: readonly AreaShape[],
  right: readonly AreaShape[],
): Promise<PostGis | undefined> {
  const postgis = await startPostGis(folder);
  if (!postgis) return undefined;
  await storeShapes(
    postgis,
    'one',
    left.map(({ shape }) => shape),
  );
  await storeShapes(
    postgis,
    'other',
    right.map(({ shape }) => shape),
  );
  return postgis;
}

type Overlay = {
  readonly pairs: number;
  readonly grounds: number;
  /** Square degrees. */
  readonly area: number;
  readonly wallSeconds: number;
  /** Of this process: threads, posting and reading of the answers too. */
  readonly cpuSeconds: number;
};

/** Threads are open and hold the shapes before the clock starts, as tables are filled before the query. */
async function overlay(
  left: readonly AreaShape[],
  right: readonly AreaShape[],
  threads: number,
): Promise<Overlay> {
  const pool = openPool(threads);
  const areas = [...left, ...right];
  pool.share(new Map(areas.map(({ area, shape }) => [area.id, packed(shape)])));
  const [one, other] = [left[0]?.area.set, right[0]?.area.set];
  if (!one || !other) throw new Error('There is nothing to lay over');
  const rows = rowsOf([[one, other]], areas);
  await Promise.all(
    rows
      .slice(0, threads)
      .map(({ left: id }) => pool.run({ kind: 'remainder', left: id, rights: [] })),
  );
  const began = { wall: performance.now(), cpu: process.cpuUsage() };
  const grounds = await sharedGrounds(rows, pool, () => undefined);
  const { user, system } = process.cpuUsage(began.cpu);
  const wallSeconds = (performance.now() - began.wall) / 1000;
  await pool.close();
  return {
    pairs: rows.reduce((sum, { rights }) => sum + rights.length, 0),
    grounds: grounds.length,
    area: grounds.reduce((sum, { shape }) => sum + squareDegrees(shape), 0),
    wallSeconds,
    cpuSeconds: (user + system) / 1e6,
  };
}

/** As PostGIS reckons it: on the plane, holes taken away. */
function squareDegrees(shape: PackedShape): number {
  return ringsOf(shape).reduce((sum, ring) => {
    const area = Math.abs(ringArea(shape.numbers, ring));
    return ring.isShell ? sum + area : sum - area;
  }, 0);
}
