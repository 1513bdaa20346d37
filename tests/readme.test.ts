import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { readEmbeddedPack } from '../geodata/embedded/read.ts';
import { asker } from './graphql/ask.ts';
import { openWorld } from './worlds/open.ts';

const readme = readFileSync('README.md', 'utf8');

function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readme)?.[1];
  if (found === undefined) throw new Error(`The README has no block of ${language}`);
  return found;
}

test('the query in the README gives the answer printed below it', async () => {
  const ask = asker(await openWorld(readEmbeddedPack()));
  expect(await ask(block('graphql'))).toEqual({ data: JSON.parse(block('json')) as unknown });
});

test('every file and picture the README links to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
  expect(links.filter((target) => !target.includes('://') && !existsSync(target))).toEqual([]);
});

test('every npm script the documents name exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const texts = [readme, readFileSync('CONTRIBUTING.md', 'utf8')].join('\n');
  const named = [...texts.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
