import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { least, print, repeat, run, shown, spread, verdict } from './measure.ts';
import { inFolder, realFiles } from './real.ts';

const RUNS = 3;
const LOADER = ['--max-semi-space-size=4', 'geodata/cli.ts'];
const SECONDS = 30;
const MB = 512;

/** Great Britain's postcodes, placed and written to SQLite, against only storing the same rows. */
export async function benchLoad(): Promise<void> {
  const files = realFiles('great-britain.json', 'postcodes/nspl-2025-05-latlong-gb.csv.gz');
  if (!files) return;
  await inFolder(async (folder) => {
    const runs = await repeat(RUNS, async () => {
      const path = join(folder, 'stored.sqlite');
      const stored = await run([
        join(import.meta.dirname, 'store-rows.ts'),
        files['postcodes/nspl-2025-05-latlong-gb.csv.gz'],
        path,
      ]);
      const database = join(folder, 'loaded.sqlite');
      const loaded = await run([
        ...LOADER,
        'load',
        files['great-britain.json'],
        '--repair',
        '--database',
        `sqlite:${database}`,
      ]);
      for (const each of [path, database]) rmSync(each);
      return { stored, loaded };
    });
    const figures = (pick: (each: (typeof runs)[number]) => number): number[] => runs.map(pick);
    const wall = figures(({ loaded }) => loaded.wallSeconds);
    const peak = figures(({ loaded }) => loaded.peakMb);
    print(`load: wall    ${spread(wall, 's')}`);
    print(
      `load: CPU     ${spread(
        figures(({ loaded }) => loaded.cpuSeconds),
        's',
      )}`,
    );
    print(`load: memory  ${spread(peak, 'MB')}`);
    print(
      `only storing: CPU ${spread(
        figures(({ stored }) => stored.cpuSeconds),
        's',
      )}`,
    );
    const ratio = least(figures(({ loaded, stored }) => loaded.cpuSeconds / stored.cpuSeconds));
    print(`ratio of CPU: ${shown(ratio)} × only storing the rows`);
    verdict('load', least(wall), SECONDS, 's');
    verdict('memory of the load', Math.max(...peak), MB, 'MB');
  });
}
