import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { openReadyDatabase } from '../../geodata/ready.ts';
import { disconnect } from '../../server/database/connect.ts';
import { benchOverHttp } from './bulk-over-http.ts';
import { atLeast, least, print, repeat, run, shown, spread, verdict } from './measure.ts';
import { inFolder, realFiles } from './real.ts';

const ROWS = 500_000;
const RUNS = 3;
const A_SECOND = 50_000;
const MB = 400;
const COPY = join(import.meta.dirname, 'copy-rows.ts');

/** A table of referrals through `npm run route -- --csv`, against only reading and writing it. */
export async function benchBulk(): Promise<void> {
  await inFolder(async (folder) => {
    const embedded = join(folder, 'embedded.sqlite');
    await disconnect(await openReadyDatabase(`sqlite:${embedded}`, print));
    await measured('embedded pack', embedded, folder);
    const national = await nationalIn(folder);
    if (national !== undefined) await measured('national release', national, folder);
  });
}

/** `NATIONAL_DATABASE` names a file that holds it already. */
async function nationalIn(folder: string): Promise<string | undefined> {
  const loaded = process.env['NATIONAL_DATABASE'];
  if (loaded !== undefined) return loaded;
  const files = realFiles('great-britain.json', 'postcodes/nspl-2025-05-latlong-gb.csv.gz');
  if (!files) return undefined;
  const path = join(folder, 'national.sqlite');
  const database = ['--database', `sqlite:${path}`];
  await run(['geodata/cli.ts', 'load', files['great-britain.json'], '--repair', ...database]);
  return path;
}

async function measured(name: string, database: string, folder: string): Promise<void> {
  const [from, to] = [join(folder, 'in.csv'), join(folder, 'out.csv')];
  writeFileSync(from, tableFor(database));
  const runs = await repeat(RUNS, async () => {
    const copied = await run([COPY, from, to]);
    rmSync(to);
    const env = { DATABASE_URL: `sqlite:${database}` };
    const answered = await run(['server/route.ts', '--csv', from, '--out', to], env);
    rmSync(to);
    return { copied, answered };
  });
  const figures = (pick: (each: (typeof runs)[number]) => number): number[] => runs.map(pick);
  const cpu = figures(({ answered }) => answered.cpuSeconds);
  const wall = figures(({ answered }) => answered.wallSeconds);
  print(`bulk, ${name}: wall ${spread(wall, 's')}; CPU ${spread(cpu, 's')} for ${ROWS} rows`);
  print(
    `only copying: CPU ${spread(
      figures(({ copied }) => copied.cpuSeconds),
      's',
    )}`,
  );
  const ratio = least(figures(({ answered, copied }) => answered.cpuSeconds / copied.cpuSeconds));
  print(`ratio of CPU: ${shown(ratio)} × only copying the rows`);
  atLeast('rows a second of wall', ROWS / least(wall), A_SECOND, 'rows');
  atLeast('rows a second of CPU', ROWS / least(cpu), A_SECOND, 'rows');
  verdict('memory', Math.max(...figures(({ answered }) => answered.peakMb)), MB, 'MB');
  await benchOverHttp(from, database);
}

const NEEDS = ['homelessness', 'carers', 'mental-health', 'adult-safeguarding'];
/** One row in so many is of a postcode that is none. */
const BAD_ONE_IN = 100;

/** In no order, as people are: the worst case for an index. */
function tableFor(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database
    .prepare(
      `SELECT known FROM (
         SELECT postcode AS known FROM postcode UNION ALL
         SELECT sector || 'AA' FROM sector WHERE (SELECT count(*) FROM postcode) < 10000
       ) ORDER BY random() LIMIT ${ROWS}`,
    )
    .all();
  database.close();
  const lines = Array.from({ length: ROWS }, (_each, at) => {
    const known = String(rows[at % rows.length]?.['known']);
    const postcode = at % BAD_ONE_IN === 0 ? known.slice(0, -1) : known;
    return `R${at},${postcode},${NEEDS[at % NEEDS.length]},${at % 100},seen at home\n`;
  });
  return `ref,postcode,need,age,note\n${lines.join('')}`;
}
