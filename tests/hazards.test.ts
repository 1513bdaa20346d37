import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, describe, expect, test } from 'vitest';

import { faultsOf, type Ran } from './hazards/judge.ts';
import { type Named, readHazards } from './hazards/read-hazards.ts';

/** docs/hazards.md names the tests that show each hazard is kept off: they must be there, run and pass. */
const hazards = readHazards(readFileSync('docs/hazards.md', 'utf8'));

/** What stands before the title in its file, back to the start of the call. */
function callOf({ file, title }: Named): string | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const quoted = ["'", '"', '`'].map((quote) => text.indexOf(`${quote}${title}${quote}`));
  const at = quoted.find((found) => found >= 0);
  if (at === undefined) return undefined;
  const before = text.slice(0, at);
  return before.slice(
    Math.max(
      before.lastIndexOf('\ntest'),
      before.lastIndexOf('\n  test'),
      before.lastIndexOf('\ndescribe'),
    ),
  );
}

test('there are fifteen hazards, H1 to H15, each with cause, effect, controls and a test that runs anywhere', () => {
  expect(hazards.map(({ title }) => title.split(' ')[0])).toEqual(
    Array.from({ length: 15 }, (_, at) => `H${at + 1}`),
  );
  for (const { text, tests } of hazards) {
    for (const part of ['- Cause: ', '- Effect: ', '- Controls: ']) expect(text).toContain(part);
    expect(tests.some(({ needsRealFiles }) => !needsRealFiles)).toBe(true);
    expect(text.match(/^- `/gm)).toHaveLength(tests.length);
  }
});

describe.each(hazards)('$title', ({ tests }) => {
  test.each(tests)('is shown by $file: $title', (named) => {
    const call = callOf(named);
    expect(call).toMatch(/^\n *(?:test|describe)\b/);
    expect(call).not.toMatch(/\.(?:skip|todo|fails|only)\b/);
  });
});

test('no test file but those of real files skips or singles out a test', () => {
  const files = new Set(hazards.flatMap(({ tests }) => tests.map(({ file }) => file)));
  const skipping = [...files].filter((file) =>
    /\b(?:test|describe|it)\.(?:skip|todo|fails|only)\b(?!If)/.test(readFileSync(file, 'utf8')),
  );
  expect(skipping).toEqual([]);
});

describe('The judge of a run', () => {
  const FILE = 'tests/a.test.ts';
  const named = (title: string, needsRealFiles = false): Named[] => [
    { hazard: 'H1', file: FILE, title, needsRealFiles },
  ];
  const ran = (state: Ran['state'], ...titles: readonly string[]): Ran[] => [
    { file: FILE, titles, state },
  ];
  const judged = (each: Named[], tests: readonly Ran[]): string[] =>
    faultsOf(each, new Set([FILE]), tests);

  test('is content with a test that passed, by its own title or its group’s', () => {
    expect(judged(named('holds'), ran('passed', 'group', 'holds'))).toEqual([]);
    expect(judged(named('group'), ran('passed', 'group', 'holds'))).toEqual([]);
    expect(judged(named('holds for %s (all)'), ran('passed', 'holds for x.y (all)'))).toEqual([]);
    expect(judged(named('of $name'), ran('passed', 'of a name'))).toEqual([]);
  });
  test.each([
    ['is missing', ran('passed', 'holds too')],
    ['is missing', [{ ...ran('passed', 'holds')[0], file: 'tests/b.test.ts' } as Ran]],
    ['is red', ran('failed', 'holds')],
    ['is red', [...ran('passed', 'holds', 'one'), ...ran('failed', 'holds', 'other')]],
    ['was skipped', ran('skipped', 'holds')],
    ['was skipped', [...ran('passed', 'holds', 'one'), ...ran('skipped', 'holds', 'other')]],
    ['was skipped', ran('pending', 'holds')],
  ] as const)('says of one named that it %s', (fault, tests) => {
    expect(judged(named('holds'), tests)).toEqual([`H1: ${FILE}: "holds" ${fault}`]);
  });
  test('lets one that needs the real files be skipped, and not be missing or red', () => {
    expect(judged(named('holds', true), ran('skipped', 'holds'))).toEqual([]);
    expect(judged(named('holds', true), ran('failed', 'holds'))).toHaveLength(1);
    expect(judged(named('holds', true), [])).toHaveLength(1);
  });
  test('says nothing of files that were not run', () => {
    expect(faultsOf(named('holds'), new Set(), [])).toEqual([]);
  });
});

/** Vitest itself, on one drawn test that the drawn page of hazards names. */
describe('A whole run of the tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hazards-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
  };
  mkdirSync(join(folder, 'tests'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  write('hazards.md', '## H1 Drawn\n\n- `tests/drawn.test.mjs`: holds\n');
  write(
    'vitest.config.mjs',
    `import { HazardReporter } from '${pathToFileURL(resolve('tests/hazards/reporter.ts')).href}';
     export default { test: { reporters: ['default', new HazardReporter('hazards.md')] } };`,
  );
  const run = (body: string): { code: number | null; said: string } => {
    write('tests/drawn.test.mjs', `import { test } from 'vitest';\n${body}`);
    const vitest = resolve('node_modules/vitest/vitest.mjs');
    const { status, stderr } = spawnSync(process.execPath, [vitest, 'run'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, said: stderr };
  };

  test('passes with the test named', () => {
    expect(run(`test('holds', () => {});`)).toMatchObject({ code: 0 });
  });
  test.each([
    ['missing', `test('does not hold', () => {});`, 'is missing'],
    ['skipped', `test('holds', ({ skip }) => skip());`, 'was skipped'],
    ['red', `test('holds', () => { throw new Error('no'); });`, 'is red'],
    ['to fail', `test.fails('holds', () => { throw new Error('no'); });`, 'is red'],
  ])('fails where it is %s', (_how, body, fault) => {
    const { code, said } = run(body);
    expect(code).toBe(1);
    expect(said).toContain(`H1: tests/drawn.test.mjs: "holds" ${fault}`);
  });
});
