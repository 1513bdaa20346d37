import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { openReadyDatabase } from '../../geodata/ready.ts';
import { disconnect } from '../../server/database/connect.ts';

/** `npm run route -- --csv` as people run it. */
const folder = mkdtempSync(join(tmpdir(), 'route-csv-'));
const DATABASE_URL = `sqlite:${join(folder, 'release.sqlite')}`;
const AT = ['--at', '2026-11-20T10:00:00Z'];

beforeAll(async () => {
  await disconnect(await openReadyDatabase(DATABASE_URL, () => undefined));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Ended = { readonly code: number | null; readonly out: string; readonly error: string };

function start(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['server/route.ts', ...args], {
    env: { ...process.env, DATABASE_URL },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function ended(child: ChildProcess): Promise<Ended> {
  if (!child.stdout || !child.stderr) throw new Error('Started without pipes');
  const [out, error] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: child.exitCode, out, error };
}

async function run(args: readonly string[], input = ''): Promise<Ended> {
  const child = start(args);
  child.stdin?.end(input);
  return ended(child);
}

function file(name: string, content?: string): string {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  return path;
}

const SECTORS = ['SO23 8', 'PO1 2', 'RG21 4', 'SO14 7', 'GU14 7'];
const LETTERS = Array.from('ABDEFGHJLNPQRSTUWXYZ');

function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_each, at) => {
    const unit = `${LETTERS[at % 20]}${LETTERS[Math.floor(at / 20) % 20]}`;
    return `${at},${SECTORS[at % SECTORS.length]}${unit},carers\n`;
  });
  return `ref,postcode,need\n${rows.join('')}`;
}

describe('a table in, the same table out', () => {
  test('from file to file: in order, told how many came to what, and nothing left beside', async () => {
    const [from, to] = [file('small.csv', manyRows(50)), file('small-out.csv')];
    const { code, out, error } = await run(['--csv', from, '--out', to, ...AT]);
    expect([code, out]).toEqual([0, '']);
    expect(error).toMatch(
      /50 rows: \d+ routed, \d+ need a choice, \d+ not routable, 0 not understood\./,
    );
    const refs = readFileSync(to, 'utf8')
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0]);
    expect(refs).toEqual(Array.from({ length: 50 }, (_each, at) => String(at)));
    expect(['.part', '.part.json'].map((end) => existsSync(`${to}${end}`))).toEqual([false, false]);
  });
  test('from the standard input to the standard output', async () => {
    const { code, out } = await run(['--csv', '-', '--out', '-', ...AT], manyRows(3));
    expect(code).toBe(0);
    expect(out.split('\r\n')).toHaveLength(5);
  });
  test('columns named otherwise, and one need for all', async () => {
    const from = file('named.csv', 'home,years\nSO23 8AA,40\n');
    const args = ['--postcode-column', 'home', '--age-column', 'years', '--need', 'carers'];
    const { code, out } = await run(['--csv', from, '--out', '-', ...args, ...AT]);
    expect(code).toBe(0);
    expect(out).toContain('home,years,outcome');
    expect(out).toContain(',ROUTED,');
  });
  test('a reader that has enough, as head has, ends it quietly', async () => {
    const child = start(['--csv', file('head.csv', manyRows(20_000)), '--out', '-', ...AT]);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
  });
});

describe('what cannot be done is one sentence and a code', () => {
  test.each<[string, readonly string[], number, string]>([
    [
      'no file of that name',
      ['--csv', 'none.csv', '--out', '-'],
      66,
      'none.csv: wanted a file that can be read, found none.',
    ],
    ['a folder', ['--csv', 'docs', '--out', '-'], 66, 'docs: wanted a file, found a folder.'],
    [
      'a flag nobody knows',
      ['--csv', '-', '--out', '-', '--nee', 'x'],
      64,
      "Unknown option '--nee'",
    ],
    ['CS32: - twice', ['--csv', '-', '--csv', '-', '--out', '-'], 64, 'Wanted --csv once'],
    ['no --out', ['--csv', '-'], 64, 'Wanted --out once'],
    [
      'CS32: an input closed at once',
      ['--csv', '-', '--out', '-'],
      65,
      '-: Wanted a header row, found an empty file.',
    ],
    [
      'a need nobody knows',
      ['--csv', '-', '--out', '-', '--need', 'x'],
      64,
      '--need: wanted one of ',
    ],
    [
      'a day that is none',
      ['--csv', '-', '--out', '-', '--as-at', 'x'],
      64,
      '--as-at: wanted a day',
    ],
    [
      'an out that is there',
      ['--csv', '-', '--out', 'package.json'],
      73,
      'package.json: wanted a name that is free',
    ],
    [
      'an out in no folder',
      ['--csv', '-', '--out', 'none/out.csv'],
      73,
      'none/out.csv.part: wanted a file that can be written, found ENOENT.',
    ],
  ])('%s', async (_name, args, code, sentence) => {
    const end = await run(args);
    expect([end.code, end.out]).toEqual([code, '']);
    expect(end.error).toContain(sentence);
    expect(end.error).not.toContain('    at ');
  });
  test('no such column, named with the file', async () => {
    const from = file('columns.csv', 'a,b\n1,2\n');
    const { code, error } = await run(['--csv', from, '--out', '-']);
    expect(code).toBe(65);
    expect(error).toBe(`${from}: Row 1: wanted a column "postcode", found "a", "b".\n`);
  });
});

describe('an interrupted run', { timeout: 120_000 }, () => {
  /** Enough that a run is still under way when it has said, a few times a second, how far it is. */
  const ROWS = 500_000;

  /** Killed or asked to stop once some of it is certain. */
  async function interrupted(from: string, to: string, signal: NodeJS.Signals): Promise<Ended> {
    const child = start(['--csv', from, '--out', to, ...AT]);
    const end = ended(child);
    const certain = (): boolean => {
      try {
        return (JSON.parse(readFileSync(`${to}.part.json`, 'utf8')) as { row: number }).row > 1000;
      } catch {
        return false;
      }
    };
    while (child.exitCode === null && !certain()) await wait(5);
    child.kill(signal);
    return end;
  }

  test.each(['SIGINT', 'SIGKILL'] as const)(
    'by %s goes on to the very table of a run in one go',
    async (signal) => {
      const from = file(`${signal}.csv`, manyRows(ROWS));
      const [whole, to] = [file(`${signal}-whole.csv`), file(`${signal}-out.csv`)];
      expect((await run(['--csv', from, '--out', whole, ...AT])).code).toBe(0);
      const first = await interrupted(from, to, signal);
      expect(existsSync(to)).toBe(false);
      if (signal === 'SIGINT') {
        expect(first.code).toBe(130);
        expect(first.error).toMatch(
          /Stopped after row [\d,]+\. The same command goes on from there\./,
        );
      }
      const second = await run(['--csv', from, '--out', to, ...AT]);
      expect(second.code).toBe(0);
      expect(second.error).toMatch(/Going on after row [\d,]+\./);
      expect(second.error).toContain(`${ROWS.toLocaleString('en-GB')} rows:`);
      expect(readFileSync(to, 'utf8') === readFileSync(whole, 'utf8')).toBe(true);
    },
  );

  test('keeps nothing of any row beside the table asked for', async () => {
    const to = file('private-out.csv');
    await interrupted(file('private.csv', manyRows(ROWS)), to, 'SIGKILL');
    const state = readFileSync(`${to}.part.json`, 'utf8');
    expect(state).not.toMatch(/SO23|carers/);
  });

  test('is not gone on with when the table changed, or something else is asked', async () => {
    const [from, to] = [file('changed.csv', manyRows(ROWS)), file('changed-out.csv')];
    await interrupted(from, to, 'SIGINT');
    const other = await run(['--csv', from, '--out', to, ...AT, '--need', 'carers']);
    expect([other.code, other.error]).toEqual([
      73,
      expect.stringContaining('found one that asked for something else'),
    ]);
    writeFileSync(from, manyRows(ROWS).replace('SO23 8', 'SO23 9'));
    const changed = await run(['--csv', from, '--out', to, ...AT]);
    expect([changed.code, changed.error]).toEqual([
      73,
      expect.stringContaining('found one of a table that has changed since'),
    ]);
    rmSync(`${to}.part.json`);
    const stray = await run(['--csv', from, '--out', to, ...AT]);
    expect([stray.code, stray.error]).toEqual([
      73,
      expect.stringContaining('wanted what an interrupted run left'),
    ]);
    rmSync(`${to}.part`);
    expect((await run(['--csv', from, '--out', to, ...AT])).code).toBe(0);
  });
});

test('a folder named as a part is refused, and left as it is', async () => {
  const to = file('folder-out.csv');
  mkdirSync(`${to}.part`);
  const { code } = await run(['--csv', file('folder.csv', manyRows(2)), '--out', to, ...AT]);
  expect(code).toBe(73);
});
