import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PGlite } from '@electric-sql/pglite';

/** Makes an empty PGlite once a run, which every test file starts from: making one takes seconds. */
export async function setup(): Promise<(() => void) | undefined> {
  if (process.env['TEST_POSTGRES_URL']) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'pglite-'));
  const pglite = await PGlite.create();
  const data = await pglite.dumpDataDir('none');
  await pglite.close();
  process.env['PGLITE_DATA'] = join(folder, 'data.tar');
  writeFileSync(process.env['PGLITE_DATA'], Buffer.from(await data.arrayBuffer()));
  return () => {
    rmSync(folder, { recursive: true });
  };
}
