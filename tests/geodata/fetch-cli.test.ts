import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { startGeodata } from '../worlds/command.ts';
import { fetchingOf, fileManifest } from '../worlds/fetching.ts';
import { openPublisher } from '../worlds/publisher.ts';
import { zipOf } from '../worlds/zip.ts';

const FILE = { url: 'https://api.os.uk/x.zip' };
const ZIP = zipOf({ 'x.csv': Array.from({ length: 4000 }, (_, at) => `${at * 7919}`).join('\n') });

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGKILL', null],
] as const)(
  'CF18 %s keeps what has come, and the same command goes on from there',
  async (signal, code) => {
    const publisher = await openPublisher();
    publisher.files.set('os/x.zip', { bytes: ZIP, etag: '"a"' });
    publisher.trouble(/x\.zip/, { kind: 'stall', after: 5000 });
    const { folder, manifest } = fetchingOf(fileManifest('x.zip', FILE), publisher);
    const part = join(folder, 'x.zip.part');
    const first = startGeodata(['fetch', manifest, '--no-load']);
    while ((statSync(part, { throwIfNoEntry: false })?.size ?? 0) === 0) await setTimeout(20);
    first.process.kill(signal);
    const ended = await first.end;
    expect(ended.code).toBe(code);
    if (code !== null)
      expect(ended.error).toMatch(
        /\nStopped: what has come is kept; run the same command again to go on\.\n$/,
      );
    const held = statSync(part).size;
    const second = await startGeodata(['fetch', manifest, '--no-load']).end;
    expect(second).toMatchObject({ code: 0, out: `Fetched all files of ${manifest}.\n` });
    expect(second.error).toMatch(/^Bytes of x\.zip: [\d,]+ in \d+\.\d s$/m);
    expect(publisher.asked).toEqual(['/os/x.zip', `/os/x.zip bytes=${held}-`]);
    expect(readFileSync(join(folder, 'x.zip'))).toEqual(ZIP);
    expect(readdirSync(folder).sort()).toEqual([
      'manifest.fetched.json',
      'manifest.json',
      'teams',
      'x.zip',
    ]);
  },
);

test('a publisher who does not give a file ends it with 69 and one sentence', async () => {
  const publisher = await openPublisher();
  const { manifest } = fetchingOf(fileManifest('x.zip', FILE), publisher);
  const { code, out, error } = await startGeodata(['fetch', manifest]).end;
  expect([code, out]).toEqual([69, '']);
  expect(error).toMatch(
    /^\S+\/x\.zip: wanted it from 127\.0\.0\.1:\d+, found HTTP status 404; look on the publisher’s page .*\n$/,
  );
});
