import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { openWorld } from '../worlds/open.ts';
import { serve } from '../server/served.ts';

const CLIENTS = 'web/developers/clients';
const port = await serve(await openWorld(readEmbeddedPack()));

/** The clients of the page as they stand, each a program of its own, against the real server. */
const run = async (program: string, file: string): Promise<string> => {
  const env = { ...process.env, SERVER: `http://127.0.0.1:${port}`, NODE_OPTIONS: '' };
  const { stdout } = await promisify(execFile)(program, [`${CLIENTS}/${file}`], { env });
  return stdout;
};

function isHere(program: string): boolean {
  const found = spawnSync(program, ['--version']).error === undefined;
  if (!found) console.warn(`Skipped: ${program} is not here, so its client was not run.`);
  return found;
}

const ANSWERED =
  /SOCIAL_CARE Hampshire\n.+ (?:01632 960\d{3}|nobody answers now)\n[\s\S]*Confidence: \w+/;

describe('a stranger’s first answer', () => {
  test('comes to the TypeScript client', async () => {
    expect(await run(process.execPath, 'first-answer.ts')).toMatch(ANSWERED);
  });
  test.skipIf(!isHere('python3'))('comes to the Python client', async () => {
    expect(await run('python3', 'first-answer.py')).toMatch(ANSWERED);
  });
  test.skipIf(!isHere('curl'))('comes to curl', async () => {
    const answer = JSON.parse(await run('sh', 'first-answer.sh')) as {
      readonly data: { readonly referral: { readonly __typename: string } };
    };
    expect(answer.data.referral).toMatchObject({
      __typename: 'Routed',
      responsible: [{ sector: 'SOCIAL_CARE', body: { name: 'Hampshire' } }],
    });
  });
});
