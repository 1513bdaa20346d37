import { execFile, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, onTestFinished, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { openWorld } from '../worlds/open.ts';
import { serve } from '../server/served.ts';

const CLIENTS = 'web/developers/clients';
const port = await serve(await openWorld(readEmbeddedPack()));

const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
  SERVER: `http://127.0.0.1:${port}`,
  NODE_OPTIONS: '',
};

/** The clients of the page as they stand, each a program of its own, against the real server. */
const run = async (program: string, file: string): Promise<string> => {
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
  test.skipIf(!isHere('curl') || !isHere('npm'))(
    'comes to TypeScript in a folder of their own, by the commands of the page',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'stranger-'));
      onTestFinished(() => {
        rmSync(folder, { recursive: true });
      });
      for (const file of ['codegen.ts', 'first-answer.ts'])
        cpSync(`${CLIENTS}/${file}`, join(folder, file));
      // What npm install would leave there: nothing is asked of the network here.
      symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
      writeFileSync(join(folder, 'package.json'), '{}');
      const lines = readFileSync(`${CLIENTS}/set-up.sh`, 'utf8').split('\n');
      const isInstall = (line: string): boolean => line.startsWith('npm install');
      const wanted = lines.filter(isInstall).flatMap((line) => line.split(' ').slice(3));
      expect(wanted.length).toBeGreaterThan(3);
      expect(wanted.filter((name) => !existsSync(`node_modules/${name}`))).toEqual([]);
      const follow = (commands: readonly string[]): Promise<{ readonly stdout: string }> =>
        promisify(execFile)('sh', ['-ec', commands.join('\n').replaceAll(':4000', `:${port}`)], {
          cwd: folder,
          env,
        });
      const commands = lines.filter((line) => !isInstall(line));
      expect((await follow(commands)).stdout).toMatch(ANSWERED);
      // A schema that grew an outcome does not compile until the program deals with it.
      const schema = join(folder, 'schema.graphql');
      const union = 'union ReferralOutcome = ';
      const grown = readFileSync(schema, 'utf8').replace(
        union,
        `type Unheard { of: String }\n${union}Unheard | `,
      );
      writeFileSync(schema, grown);
      const again = commands.filter((line) => line.startsWith('npx '));
      await expect(follow(again)).rejects.toMatchObject({
        stdout: expect.stringContaining('error TS2366') as string,
      });
    },
    180_000,
  );
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
