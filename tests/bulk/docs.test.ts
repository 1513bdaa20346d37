import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, onTestFinished, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { ADDED_COLUMNS } from '../../server/bulk/outcome-cells.ts';
import { serve } from '../server/served.ts';
import { openWorld } from '../worlds/open.ts';

const page = readFileSync('docs/bulk.md', 'utf8');
const examples = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, example = '']) => example);
const port = await serve(await openWorld(readEmbeddedPack()));

test.each(examples)('this example of docs/bulk.md is answered:\n%s', async (example) => {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const command = example.replaceAll(':4000', `:${port}`);
  const { stdout } = await promisify(execFile)('sh', ['-ec', command], { cwd: folder });
  expect(stdout).toMatch(/\bROUTED\b/);
});

test('there are examples, and every column is told', () => {
  expect(examples.length).toBeGreaterThan(2);
  const told = ADDED_COLUMNS.filter((name) => !/^(?:social_care|housing)_/.test(name));
  expect(told.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
