import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { load } from '../../geodata/load.ts';
import { readManifest } from '../../geodata/manifest.ts';
import { SILENT } from '../../geodata/progress.ts';
import type { PairReport } from '../../geodata/report.ts';
import { overlapsBetween } from '../../server/database/areas.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import type { Database } from '../../server/database/database.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import { findPostcodes, type PostcodeRecord } from '../../server/database/postcodes.ts';
import { type Atlas, findCurrentReleaseKey, getAtlas } from '../../server/database/releases.ts';
import { type Area, type BoundarySet, setsInForce } from '../../server/domain/area.ts';
import { localDate } from '../../server/domain/calendar.ts';
import { areasOf } from '../../server/domain/place.ts';
import { asker, field } from '../graphql/ask.ts';
import { unit } from '../worlds/four-squares.ts';

const REAL = '../shared/real';
const MANIFEST = join(REAL, 'hampshire.json');
const isThere = existsSync(MANIFEST);
if (!isThere) console.warn(`${MANIFEST} is not there: the real county is not tested`);

/** Rows of an answers file, by column name. */
function answers(file: string): Record<string, string>[] {
  const bytes = readFileSync(join(REAL, 'answers', file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

/** Figures of docs/near-a-line.md. */
const NEAR_A_LINE = {
  'within 25 m of another district, %': '94.9',
  'within 25 m of any edge, the coast too, %': '58.3',
  'within 25 m of any edge and not flagged': 95,
  'of these, with no other district within 25 m': 88,
  'of these, with no other district within 100 m': 87,
  'from 25 to 100 m, %': '27.6',
  'clear, 100 m and more from another district, %': '0.1',
  'all, %': '1.2',
  'largest part in another district': 15,
  'of these flagged': 8,
};

describe.runIf(isThere)('the real Hampshire', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hampshire-'));
  let database: Database;
  let atlas: Atlas;
  let pairs: readonly PairReport[] = [];

  beforeAll(async () => {
    database = connect(`sqlite:${join(folder, 'hampshire.sqlite')}`);
    await migrateToLatest(database);
    const loaded = await load(database, readManifest(MANIFEST), {
      progress: SILENT,
    });
    if (loaded.kind === 'loaded') ({ pairs } = loaded);
    atlas = await getAtlas(database, (await findCurrentReleaseKey(database)) ?? -1);
  });
  afterAll(async () => {
    await disconnect(database);
    rmSync(folder, { recursive: true });
  });

  const setOf = (kind: string, edition: string): BoundarySet => {
    const found = atlas.sets.find((set) => set.kind === kind && set.edition === edition);
    if (!found) throw new Error(`There is no ${kind} ${edition}`);
    return found;
  };

  const records = async (postcodes: readonly string[]): Promise<(PostcodeRecord | undefined)[]> => {
    const found = await findPostcodes(database, atlas, postcodes.map(unit));
    return postcodes.map((postcode) => found.get(unit(postcode)));
  };

  const districtsAt = (record: PostcodeRecord | undefined): Area[] =>
    record === undefined || record === 'no-position'
      ? []
      : areasOf(record, [setOf('district', '2011')]).map(({ area }) => area);

  test('has the areas its files have', () => {
    const counts = atlas.sets.map((set) => [
      `${set.kind} ${set.edition}`,
      atlas.areas.filter((area) => area.set === set).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      'district 2011': 25,
      'upper-tier 2011': 13,
      'pct 2002': 10,
      'pct 2006': 6,
      'ccg 2015': 19,
      'ccg 2018': 16,
      'ccg 2020': 15,
      'ccg 2021': 8,
      'sub-icb 2024': 8,
      'icb 2022': 7,
      'icb 2026': 1,
    });
  });

  test('keeps every real overlap and lists the rest as slivers', () => {
    const said = pairs.map(({ right, overlaps, slivers, leastCovered }) => [
      `${right.kind} ${right.edition}`,
      overlaps,
      slivers,
      (leastCovered?.share ?? 0) < 0.005,
    ]);
    expect(said).toEqual([
      ['pct 2002', 21, 0, true],
      ['pct 2006', 18, 0, true],
      ['ccg 2015', 35, 0, true],
      ['ccg 2018', 33, 0, true],
      ['ccg 2020', 34, 0, true],
      ['ccg 2021', 30, 0, true],
      ['sub-icb 2024', 29, 11, true],
      ['icb 2022', 30, 0, true],
      ['icb 2026', 14, 0, true],
    ]);
  });

  test.each([
    ['2004-03-31', ['district E07000092', 'upper-tier E10000014', 'pct 5G6']],
    ['2010-03-31', ['district E07000092', 'upper-tier E10000014', 'pct 5QC']],
    ['2014-03-31', ['district E07000092', 'upper-tier E10000014', 'ccg 99M']],
    ['2023-03-31', ['district E07000092', 'upper-tier E10000014', 'sub-icb D4U1Y', 'icb QNQ']],
    ['2026-11-21', ['district E07000092', 'upper-tier E10000014', 'icb QRL']],
  ])('GU14 7JU lay on %s in %j', async (on, expected) => {
    const [record] = await records(['GU14 7JU']);
    if (record === undefined || record === 'no-position') throw new Error('GU14 7JU has no place');
    const found = areasOf(record, setsInForce(atlas.sets, localDate(on)));
    expect(found.map(({ area }) => `${area.set.kind} ${area.ods ?? area.code}`)).toEqual(expected);
  });

  test('counts residents per district and CCG as the small areas do, within 1 %', async () => {
    const overlaps = await overlapsBetween(
      database,
      atlas,
      setOf('district', '2011'),
      setOf('ccg', '2020'),
    );
    const far: string[] = [];
    let compared = 0;
    for (const row of answers('overlap-lad-ccg2020-residents.csv')) {
      const {
        lad_code: district = '',
        ccg_nhs_code: ccg = '',
        population_mid2017: people = '',
      } = row;
      const found = overlaps.find(({ left, right }) => left.code === district && right.ods === ccg);
      // The residents file stops at the county, so of Waverley it says nothing.
      if (district === 'E07000216') expect(found?.residents).toBeNull();
      else if (Math.abs((found?.residents ?? 0) / Number(people) - 1) > 0.01)
        far.push(`${district} ${ccg}`);
      else compared++;
    }
    expect(far).toEqual([]);
    expect(compared).toBe(19);
  });

  test('answers the same by GraphQL for 2020-07-01, each overlap above 1,000 residents within 1 %', async () => {
    const OVERLAPS = `{ coterminosity(left: "district", right: "ccg", asAt: "2020-07-01", weight: POSTCODES) {
      overlaps { left { code } right { ods } residents }
    } }`;
    type Found = { left: { code: string }; right: { ods: string }; residents: number | null };
    const { overlaps } = await field<{ overlaps: Found[] }>(
      asker(database)(OVERLAPS),
      'coterminosity',
    );
    const found = new Map(
      overlaps.map(({ left, right, residents }) => [`${left.code} ${right.ods}`, residents]),
    );
    // The residents file stops at the county, so of Waverley it says nothing.
    const rows = answers('overlap-lad-ccg2020-residents.csv').filter(
      ({ lad_code: district, population_mid2017: people }) =>
        district !== 'E07000216' && Number(people) > 1000,
    );
    const far = rows.filter(
      ({ lad_code: district, ccg_nhs_code: ccg, population_mid2017: people }) =>
        Math.abs((found.get(`${district} ${ccg}`) ?? 0) / Number(people) - 1) > 0.01,
    );
    expect(far).toEqual([]);
    expect(rows).toHaveLength(19);
    expect(found.get('E07000216 99M')).toBeNull();
    // Nor are there others with as many people within the county.
    const known = new Set(rows.map((row) => `${row['lad_code']} ${row['ccg_nhs_code']}`));
    const districts = new Set(rows.map((row) => row['lad_code']));
    expect(
      overlaps.filter(
        ({ left, right, residents }) =>
          districts.has(left.code) &&
          (residents ?? 0) > 1000 &&
          !known.has(`${left.code} ${right.ods}`),
      ),
    ).toEqual([]);
  });

  test('puts 38,291 postcodes in the district two directories agree on, all but a handful', async () => {
    const rows = answers('postcode-areas-hampshire.csv.gz');
    const found = await records(rows.map(({ postcode = '' }) => postcode));
    const districts = found.map(districtsAt);
    const absent = rows.filter(
      (row, at) => !districts[at]?.some(({ code }) => code === row['expected_lad']),
    );
    const flagged = districts.filter((each) => each.length > 1);
    expect(rows).toHaveLength(38_291);
    expect(absent.length).toBeLessThanOrEqual(7);
    expect(flagged.length / rows.length).toBeLessThan(0.015);
  });

  test('A2 the near-a-line rule is as good as docs/near-a-line.md says', async () => {
    const rows = answers('postcode-areas-hampshire.csv.gz');
    const found = await records(rows.map(({ postcode = '' }) => postcode));
    const districts = found.map(districtsAt);
    const isFlagged = (at: number): boolean => (districts[at]?.length ?? 0) > 1;
    const share = (chosen: readonly number[]): string =>
      ((100 * chosen.filter(isFlagged).length) / chosen.length).toFixed(1);
    const within = (from: number, to: number): number[] =>
      rows.flatMap((row, at) => {
        const metres = Number(row['dist_to_lad_boundary_m']);
        return metres >= from && metres < to ? [at] : [];
      });
    const toAnother = found.map((record) =>
      record === undefined || record === 'no-position'
        ? undefined
        : record.metresToLine.get(setOf('district', '2011').id),
    );
    const byOurs = rows.flatMap((_row, at) => ((toAnother[at] ?? Infinity) < 25 ? [at] : []));
    const clear = rows.flatMap((_row, at) => ((toAnother[at] ?? Infinity) >= 100 ? [at] : []));
    const missed = within(0, 25).filter((at) => !isFlagged(at));
    const beyond = (metres: number): number =>
      missed.filter((at) => (toAnother[at] ?? Infinity) >= metres).length;
    const wrong = rows.flatMap((row, at) =>
      districts[at]?.[0]?.code === row['expected_lad'] ? [] : [at],
    );
    expect({
      'within 25 m of another district, %': share(byOurs),
      'within 25 m of any edge, the coast too, %': share(within(0, 25)),
      'within 25 m of any edge and not flagged': missed.length,
      'of these, with no other district within 25 m': beyond(25),
      'of these, with no other district within 100 m': beyond(100),
      'from 25 to 100 m, %': share(within(25, 100)),
      'clear, 100 m and more from another district, %': share(clear),
      'all, %': share(rows.map((_row, at) => at)),
      'largest part in another district': wrong.length,
      'of these flagged': wrong.filter(isFlagged).length,
    }).toEqual(NEAR_A_LINE);
  });

  test('says of 9 of the 10 postcodes the directories differ on that they straddle', async () => {
    const rows = answers('postcode_source_conflicts.csv');
    const found = await records(rows.map(({ postcode = '' }) => postcode));
    expect(found.filter((record) => districtsAt(record).length > 1)).toHaveLength(9);
  });

  test('an interrupt stops the load with nothing written', async () => {
    const path = join(folder, 'stopped.sqlite');
    const child = spawn(process.execPath, [
      'geodata/cli.ts',
      'load',
      MANIFEST,
      '--database',
      `sqlite:${path}`,
    ]);
    for await (const chunk of child.stderr) if (String(chunk).includes('Boundary sets')) break;
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(130);
    const stopped = connect(`sqlite:${path}`);
    expect(await findCurrentReleaseKey(stopped)).toBeUndefined();
    await disconnect(stopped);
  });
});
