import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { buildRelease } from '../../geodata/build-release.ts';
import { readDirectory } from '../../geodata/directory.ts';
import { InputFault } from '../../geodata/input-fault.ts';
import { readManifest } from '../../geodata/manifest.ts';
import { SILENT } from '../../geodata/progress.ts';
import { readCsv } from '../../geodata/read/csv.ts';
import { readAreas } from '../../geodata/read/geojson.ts';
import { readPractices } from '../../geodata/read/practices.ts';
import { worldFolder } from '../worlds/manifest-folder.ts';

/** Of each file; more in a long run: `DAMAGES=2250`. */
const PER_FILE = Math.ceil(Number(process.env['DAMAGES'] ?? 450) / 5);
/** Of the files that still read, one in so many goes through a whole load. */
const LOADED = 5;

const folder = mkdtempSync(join(tmpdir(), 'damaged-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Pseudo-random, so that a failure can be had again: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cut short, some bytes changed, or a block of it twice or elsewhere. */
function damage(bytes: Buffer, random: () => number): Buffer {
  const at = (length = bytes.length): number => Math.floor(random() * length);
  const way = random();
  if (way < 0.45) return bytes.subarray(0, at());
  if (way < 0.9) {
    const flipped = Buffer.from(bytes);
    for (let left = 1 + at(4); left > 0; left--) {
      const place = at();
      flipped[place] = (flipped[place] ?? 0) ^ (1 << at(8));
    }
    return flipped;
  }
  const [from = 0, to = 0] = [at(), at()].sort((a, b) => a - b);
  const block = bytes.subarray(from, to);
  return way < 0.95
    ? Buffer.concat([bytes.subarray(0, to), block, bytes.subarray(to)])
    : Buffer.concat([bytes.subarray(to), block, bytes.subarray(0, from)]);
}

const DIRECTORY = ['needs.json', 'teams.json', 'arrangements.json'];

/** The drawn world with a directory of its own, in a folder that stays. */
function goodWorld(): string {
  const world = join(folder, 'good');
  cpSync(worldFolder(), world, { recursive: true });
  for (const name of DIRECTORY)
    copyFileSync(join('geodata/embedded/directory', name), join(world, 'teams', name));
  const manifest = JSON.parse(readFileSync(join(world, 'manifest.json'), 'utf8')) as object;
  writeFileSync(join(world, 'manifest.json'), JSON.stringify({ ...manifest, teams: 'teams' }));
  return world;
}

/** Good files, and what reads each. */
const FILES: readonly (readonly [name: string, read: (world: string) => unknown])[] = [
  ['manifest.json', (world) => readManifest(join(world, 'manifest.json'))],
  [
    'pcts.geojson',
    (world) =>
      readAreas(
        { file: join(world, 'pcts.geojson'), object: null, repair: false },
        { code: 'ods', name: 'name', gss: null, ods: 'ods' },
      ),
  ],
  [
    'practices.csv',
    (world) =>
      readPractices(
        [{ format: 'epraccur', file: join(world, 'practices.csv'), rows: null }],
        new Set(['S']),
      ),
  ],
  ['upper-tiers.csv', (world) => readCsv(join(world, 'upper-tiers.csv'))],
  ['teams/teams.json', (world) => readDirectory(join(world, 'teams'), () => undefined)],
];

/** Reads, or refuses with one sentence that names a file of the world. Throws what is neither. */
async function readOrRefuse(world: string, read: () => unknown): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault;
    expect(fault.message).toMatch(/^[^\n]+$/);
    expect(fault.message).toContain(world);
    return false;
  }
}

test(
  `B16 ${PER_FILE} damages to each of five good files are refused with a sentence or read as they stand`,
  { timeout: 1000 * PER_FILE },
  async () => {
    const world = goodWorld();
    const seed = Number(process.env['SEED'] ?? 20_040_331);
    const random = randomFrom(seed);
    let [refused, accepted, loaded] = [0, 0, 0];
    for (const [name, read] of FILES) {
      const file = join(world, name);
      const good = readFileSync(file);
      expect(await readOrRefuse(world, () => read(world))).toBe(true);
      for (let n = 0; n < PER_FILE; n++) {
        writeFileSync(file, damage(good, random));
        if (!(await readOrRefuse(world, () => read(world)))) refused++;
        else if (accepted++ % LOADED === 0) {
          loaded++;
          await readOrRefuse(world, () =>
            buildRelease(readManifest(join(world, 'manifest.json')), SILENT),
          );
        }
      }
      writeFileSync(file, good);
    }
    expect(refused + accepted).toBe(5 * PER_FILE);
    expect([refused > PER_FILE, loaded > 3]).toEqual([true, true]);
  },
);
