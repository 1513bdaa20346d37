import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { worldFolder } from '../worlds/manifest-folder.ts';

type Run = { readonly code: number | null; readonly out: string; readonly error: string };

function geodata(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['geodata/cli.ts', ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, error: stderr };
}

describe('npm run geodata', () => {
  test('loads a manifest, says how far it is line by line, and knows it again', () => {
    const folder = worldFolder();
    const args = [
      'load',
      join(folder, 'manifest.json'),
      '--database',
      `sqlite:${join(folder, 'made', 'x.sqlite')}`,
    ];
    const first = geodata(...args);
    expect(first.code).toBe(0);
    expect(first.error).toMatch(/^Postcodes placed: 45 in \d\.\d s$/m);
    expect(first.out).toMatch(/^Loaded four-squares-[\da-f]{8}; it answers now\.$/m);
    expect(geodata(...args).out).toMatch(
      /^four-squares-[\da-f]{8} is loaded already; it answers now\.\n$/,
    );
    const status = geodata('status', ...args.slice(2));
    expect(status.out).toMatch(/^pct 2002: 2 areas, 2002-04-01 to 2006-10-01, reconstructed$/m);
  });
  test.each([
    [['load', 'x.json', '--databse', 'y'], "Unknown option '--databse'\n"],
    [
      ['load'],
      'Wanted load MANIFEST [--database URL] [--teams FOLDER] [--repair], found 0 operands\n',
    ],
    [['lode'], /^Wanted load MANIFEST .*, found "lode"\n$/],
  ])('%j exits 64 with one line', (args, line) => {
    const { code, out, error } = geodata(...args);
    expect([code, out]).toEqual([64, '']);
    expect(error).toMatch(line);
  });
  test('a database that cannot be used exits 69 with one sentence, without its password (CF04)', () => {
    const { code, out, error } = geodata('status', '--database', 'mysql://user:secret@host/x');
    expect([code, out]).toEqual([69, '']);
    expect(error).toMatch(
      /^Wanted a database address that begins .*, found one that begins mysql\n$/,
    );
  });
  test('bad input exits 65 with one sentence and makes no database', () => {
    const folder = worldFolder({ 'manifest.json': '{"release":' });
    const path = join(folder, 'x.sqlite');
    const { code, out, error } = geodata(
      'load',
      join(folder, 'manifest.json'),
      '--database',
      `sqlite:${path}`,
    );
    expect([code, out]).toEqual([65, '']);
    expect(error).toMatch(/^\S+manifest\.json: wanted JSON, found [^\n]+\n$/);
    expect(existsSync(path)).toBe(false);
  });
});
