import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { inlandPostcodes, postcodesFile, worldFolder } from '../worlds/manifest-folder.ts';

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
    expect(geodata('list', ...args.slice(2)).out).toMatch(
      /^four-squares-[\da-f]{8}, loaded \S+: 45 postcodes, 6 areas, answers now\n\d\.\d MB on disk\n$/,
    );
    const status = geodata('status', ...args.slice(2));
    expect(status.out).toMatch(/^pct 2002: 2 areas, 2002-04-01 to 2006-10-01, reconstructed$/m);
  });
  test('ends with the sentence of what is wrong, whatever else was under way', () => {
    const folder = worldFolder({ 'postcodes.csv': 'Postcode,lat,long\nSO22 0AA,north,-1\n' });
    const { code, error } = geodata(
      'load',
      join(folder, 'manifest.json'),
      '--database',
      `sqlite:${join(folder, 'x.sqlite')}`,
    );
    expect(code).toBe(65);
    expect(error).toMatch(/wanted degrees, found "north"; [^\n]+\n$/);
  });
  test.each([
    ['status'],
    ['list'],
    ['disagreements'],
    ['compare', 'x'],
    ['switch', 'x'],
    ['rollback'],
    ['prune'],
  ])('only a load makes a database: %s asks for one', (...command) => {
    const path = join(worldFolder(), 'none.sqlite');
    expect(geodata(...command, '--database', `sqlite:${path}`)).toEqual({
      code: 69,
      out: '',
      error: `Wanted a database at ${path}, found none: load makes one\n`,
    });
    expect(existsSync(path)).toBe(false);
  });
  test.each([
    [
      ['load', 'x.json', '--databse', 'y'],
      'Wanted --database, --teams, --override, --repair, --no-switch, found --databse: did you mean --database?\n',
    ],
    [['list', '--teams', 'x'], 'Wanted --database, found --teams\n'],
    [
      ['list', '--database', 'sqlite:x', '--database', 'sqlite:y'],
      'Wanted --database once, found it twice\n',
    ],
    [['list', '--database'], 'Wanted a value after --database, found nothing\n'],
    [
      ['load', 'x.json', '--teams', '--no-switch'],
      'Wanted a value after --teams, found --no-switch\n',
    ],
    [['load', 'x.json', '--no-switch=yes'], 'Wanted --no-switch alone, found a value after it\n'],
    [['load', '--', '--no-switch'], /^--no-switch: wanted a file that can be read, found none/],
    [
      ['load'],
      'Wanted load MANIFEST [--database URL] [--teams FOLDER] [--repair] [--no-switch] [--override "NAME: REASON"], found 0 operands\n',
    ],
    [['lode'], /^Wanted a command \(load, .*\), found "lode": did you mean load\?\n$/],
    [[], /^Wanted a command \(load, .*\), found no command\n$/],
    [['prune', '--keep', 'all'], 'Wanted how many releases to keep after --keep, found all\n'],
  ])('CF01 %j exits with one line', (args, line) => {
    const { code, out, error } = geodata(...args);
    expect([code, out]).toEqual([args.includes('--') ? 65 : 64, '']);
    expect(error).toMatch(line);
  });
  test('a database that cannot be used exits 69 with one sentence, without its password (CF04)', () => {
    const { code, out, error } = geodata('status', '--database', 'mysql://user:secret@host/x');
    expect([code, out]).toEqual([69, '']);
    expect(error).toMatch(
      /^Wanted a database address that begins .*, found one that begins mysql\n$/,
    );
  });
  test('a password typed after the command is warned of, and not repeated', () => {
    const address = 'postgres://me:secret@127.0.0.1:1/db';
    const { code, error } = geodata('status', '--database', address);
    expect(code).toBe(69);
    expect(error).toMatch(/^What is typed .*: keep the password in DATABASE_URL\.\n[^\n]+\n$/);
    expect(error).not.toContain('secret');
  });
  test(
    'refuses a spoilt release, and lets it answer only by the word of a person',
    { timeout: 60_000 },
    () => {
      const folder = worldFolder();
      const spoilt = worldFolder({ 'postcodes.csv': postcodesFile(inlandPostcodes) });
      const database = ['--database', `sqlite:${join(folder, 'x.sqlite')}`];
      const first = /Loaded (\S+);/.exec(
        geodata('load', join(folder, 'manifest.json'), ...database).out,
      )?.[1];
      const refused = geodata('load', join(spoilt, 'manifest.json'), ...database);
      expect(refused.code).toBe(65);
      expect(refused.out).toMatch(
        /^postcodes: 0 appeared, 5 ended, 5 no longer listed, 0 live again\nmoved: none\nFault: It has 40 postcodes, 11\.11 % fewer than 45 before$/m,
      );
      const id =
        /(\S+) is kept beside the others and does not answer/.exec(refused.error)?.[1] ?? '';
      expect(geodata('list', ...database).out).toMatch(
        new RegExp(`^${first ?? ''}, .*, answers now\\n${id}, .*, beside the others\\n`),
      );
      const override = ['--override', 'Ann Other: five were never there'];
      expect(geodata('switch', id, ...override, ...database).out).toContain(`${id} answers now.\n`);
      expect(geodata('status', ...database).out).toContain(
        'let through by Ann Other (five were never there)',
      );
      expect(geodata('rollback', ...database).out).toBe(`${first ?? ''} answers again.\n`);
      const again = geodata('rollback', ...database);
      expect([again.code, again.error]).toEqual([
        64,
        'Wanted a release that answered before the one that answers now, found none\n',
      ]);
    },
  );
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
