import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { InputFault } from '../../geodata/input-fault.ts';
import { type Geometry, loadGeos } from '../../geodata/overlay/geos.ts';
import { packed } from '../../geodata/overlay/packed-shape.ts';
import { readAreas } from '../../geodata/read/geojson.ts';
import { mended } from '../../geodata/read/mend.ts';
import type { Shape } from '../../server/domain/shape.ts';
import { shapeIn } from './jts-cases.ts';

const CORPUS = '../shared/real/corpora/geojson-edge';
const isThere = existsSync(CORPUS);
if (!isThere) console.warn(`${CORPUS} is not there: boundary files are not held against it`);

const geos = await loadGeos();

function filesBelow(folder: string): string[] {
  return readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.geojson'))
    .sort()
    .map((name) => join(folder, name));
}

async function holds(outcomes: Readonly<Record<string, string>>, file: string): Promise<void> {
  await expect(`${JSON.stringify(outcomes, null, 2)}\n`).toMatchFileSnapshot(file);
}

/** The sentence of a refusal, without the folder; `read` where there is none. */
function sentenceOf(file: string): string {
  const fields = { code: 'code', name: 'name', gss: null, ods: null };
  try {
    readAreas({ file: join(CORPUS, file), object: null, repair: false }, fields);
    return 'read';
  } catch (fault) {
    if (fault instanceof InputFault) return fault.message.replace(join(CORPUS, file), 'FILE');
    throw fault;
  }
}

/** GeoJSON that is right but holds no boundaries of the United Kingdom is refused too: by place, type or lack of a code. */
describe.runIf(isThere)('of geojsonhint', () => {
  test('the 44 bad files are refused, each with the sentence listed', async () => {
    const bad = filesBelow('geojsonhint/bad');
    expect(bad).toHaveLength(44);
    const outcomes = Object.fromEntries(bad.map((file) => [file, sentenceOf(file)]));
    expect(Object.values(outcomes)).not.toContain('read');
    await holds(outcomes, 'geojsonhint-bad.json');
  });
  test('the 18 good files are refused only for what they hold, each with the sentence listed', async () => {
    const good = filesBelow('geojsonhint/good');
    expect(good).toHaveLength(18);
    const outcomes = Object.fromEntries(good.map((file) => [file, sentenceOf(file)]));
    await holds(outcomes, 'geojsonhint-good.json');
  });
});

/** The shapes of a file's features, closed and with empty parts left out. */
function shapesIn(file: string): Shape[] {
  const { features, ...one } = JSON.parse(readFileSync(join(CORPUS, file), 'utf8')) as {
    features?: { geometry?: unknown }[];
    geometry?: unknown;
  };
  return (features ?? [one]).flatMap(({ geometry }) => {
    const shape = shapeIn(mended(geometry).geometry as Shape);
    return shape ? [shape] : [];
  });
}

/** `valid`, or why not, and whether repair makes it so; then whether shares and rest make up the whole of each neighbour. */
function outcomeOf(file: string): string {
  const read = shapesIn(file).map((shape) => geos.geometryOf(packed(shape)));
  const words = read.map((geometry) =>
    (geos.invalidityOf(geometry) ?? 'valid').replace(/ at .*/, ''),
  );
  const sound = read.map((geometry) => geos.madeValid(geometry));
  const left = sound.filter((geometry) => geos.invalidityOf(geometry) !== undefined);
  const errors = sound.slice(1).map((second, at) => identityError(sound[at] ?? second, second));
  const worst = Math.max(0, ...errors);
  return [
    [...Map.groupBy(words, (word) => word)]
      .map(([word, all]) => `${all.length} ${word}`)
      .join(', '),
    ...(left.length > 0 ? [`${left.length} not repaired`] : []),
    ...(worst > 1e-9 ? [`identities off by ${worst.toPrecision(1)}`] : []),
  ].join('; ');
}

function identityError(a: Geometry, b: Geometry): number {
  const [areaA, areaB] = [geos.areaOf(a), geos.areaOf(b)];
  const both = geos.areaOf(geos.intersection(a, b));
  const errors = [
    areaA - both - geos.areaOf(geos.difference(a, b)),
    areaB - both - geos.areaOf(geos.difference(b, a)),
    areaA + areaB - both - geos.areaOf(geos.union([a, b])),
  ];
  return Math.max(...errors.map(Math.abs)) / (areaA + areaB || 1);
}

describe.runIf(isThere)('GJ48 shapes that broke other libraries', () => {
  test.each([
    ['polygon-clipping', 227],
    ['martinez', 88],
  ])(
    '%s: each is valid or has its reason, is repaired, and overlays add up',
    async (folder, count) => {
      const files = filesBelow(folder);
      expect(files).toHaveLength(count);
      const outcomes = Object.fromEntries(files.map((file) => [file, outcomeOf(file)]));
      expect(Object.values(outcomes).filter((each) => /not repaired|off by/.test(each))).toEqual(
        [],
      );
      await holds(outcomes, `${folder}.json`);
    },
  );
});
