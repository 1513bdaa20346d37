import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

/** docs/hazards.md names the tests that show each hazard is kept off: they must be there, and not be skipped. */
type Named = { readonly file: string; readonly title: string };

const hazards = readFileSync('docs/hazards.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.split('\n')[0] ?? '',
    lines: section,
    tests: [...section.matchAll(/^- `(tests\/[^`]+)`: (.+)$/gm)].map(
      ([, file = '', title = '']): Named => ({ file, title }),
    ),
  }));

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

test('there are fifteen hazards, H1 to H15, each with cause, effect, controls and a test', () => {
  expect(hazards.map(({ title }) => title.split(' ')[0])).toEqual(
    Array.from({ length: 15 }, (_, at) => `H${at + 1}`),
  );
  for (const { lines, tests } of hazards) {
    for (const part of ['- Cause: ', '- Effect: ', '- Controls: ']) expect(lines).toContain(part);
    expect(tests.length).toBeGreaterThan(0);
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
