import { createServer } from 'node:net';
import type { AddressInfo, LookupFunction } from 'node:net';

import { describe, expect, onTestFinished, test } from 'vitest';

import { parseManifest } from '../../geodata/manifest.ts';
import { fetchingOf, fileManifest } from '../worlds/fetching.ts';
import { openPublisher } from '../worlds/publisher.ts';

/** Every way to write an address that is not a public https host: 0 connections are made to any of them. */
const REFUSED = [
  'http://api.os.uk/x.zip',
  'ftp://api.os.uk/x.zip',
  'file:///etc/passwd',
  'data:text/plain,x',
  'javascript:0',
  'blob:https://api.os.uk/x',
  'HTTP://api.os.uk/x',
  'https://user@api.os.uk/x.zip',
  'https://user:secret@api.os.uk/x.zip',
  'https://api.os.uk:secret@evil.example.org/x.zip',
  'https://api.os.uk:8443/x.zip',
  'https://localhost/x',
  'https://localhost./x',
  'https://x.localhost/x',
  'https://printer.local/x',
  'https://metadata.google.internal/x',
  'https://intranet/x',
  'https://nas.lan/x',
  'https://127.0.0.1/x',
  'https://127.1/x',
  'https://2130706433/x',
  'https://0x7f000001/x',
  'https://0x7f.1/x',
  'https://017700000001/x',
  'https://0177.0.0.1/x',
  'https://127.0.0.1./x',
  'https://0/x',
  'https://0.0.0.0/x',
  'https://10.0.0.1/x',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/x',
  'https://192.168.1.1/x',
  'https://8.8.8.8/x',
  'https://[::1]/x',
  'https://[::]/x',
  'https://[::ffff:127.0.0.1]/x',
  'https://[::ffff:7f00:1]/x',
  'https://[fe80::1]/x',
  'https://[fd00:ec2::254]/x',
  'https://[2001:db8::1]/x',
  'https://１２７.０.０.１/x',
  'https://ⓛocalhost/x',
  'https://127。0。0。1/x',
  'https:\\\\127.0.0.1\\x',
  '//api.os.uk/x',
  '/etc/passwd',
  'api.os.uk/x',
  'https://',
  '',
];

describe('C15', () => {
  test.each(REFUSED)('a manifest may not name %s', (url) => {
    const manifest = fileManifest('x.zip', { url });
    expect(() => parseManifest(manifest, 'm.json')).toThrow(
      /^m\.json, practices\[0\], download: wanted /,
    );
  });

  test.each(REFUSED.filter((url) => /^[ -~]+$/.test(url) && URL.canParse(url)))(
    'a publisher may not send on to %s',
    async (to) => {
      const publisher = await openPublisher();
      publisher.trouble(/./, { kind: 'redirect', to });
      const { run } = fetchingOf(fileManifest('x.zip', { url: 'https://api.os.uk/x' }), publisher);
      await expect(run({ lookup: nowhere })).rejects.toThrow(
        /x\.zip: wanted it from .*, found an address with .*, which is not asked; give an https address/,
      );
      expect(publisher.asked).toEqual(['/os/x']);
      expect(publisher.connections()).toBe(1);
    },
  );

  test.each([
    ['127.0.0.1', 4],
    ['10.1.2.3', 4],
    ['172.31.0.1', 4],
    ['192.168.0.1', 4],
    ['169.254.169.254', 4],
    ['100.64.0.1', 4],
    ['0.0.0.0', 4],
    ['::1', 6],
    ['::ffff:127.0.0.1', 6],
    ['fd00::1', 6],
    ['fe80::1', 6],
    ['64:ff9b::7f00:1', 6],
  ] as const)('a public name that leads to %s is not connected to', async (address, family) => {
    const { connections } = await listen();
    const publisher = await openPublisher();
    const manifest = fileManifest('x.zip', { url: 'https://publisher.example.org/x.zip' });
    const { run } = fetchingOf(manifest, publisher);
    await expect(run({ lookup: alwaysTo(address, family) })).rejects.toThrow(
      /x\.zip: wanted it from publisher\.example\.org, found that the name leads to a private address, which is not asked; if that is meant/,
    );
    expect(connections() + publisher.connections()).toBe(0);
  });

  test('a name that leads to a public address first and to a private one when asked again is looked at each time', async () => {
    const publisher = await openPublisher();
    let asked = 0;
    const lookup: LookupFunction = (_name, options, done) => {
      const address = asked++ === 0 ? 'ECONNREFUSED' : '127.0.0.1';
      if (address === 'ECONNREFUSED')
        done(Object.assign(new Error(address), { code: address }), '', 4);
      else alwaysTo(address, 4)('x', options, done);
    };
    const { run } = fetchingOf(
      fileManifest('x.zip', { url: 'https://a.example.org/x' }),
      publisher,
    );
    await expect(run({ lookup })).rejects.toThrow(/the name leads to a private address/);
    expect(asked).toBe(2);
    expect(publisher.connections()).toBe(0);
  });

  test('redirects are followed five times and no more', async () => {
    const publisher = await openPublisher();
    for (let hop = 0; hop < 9; hop++)
      publisher.trouble(/./, { kind: 'redirect', to: `/os/${hop}` });
    const { run } = fetchingOf(fileManifest('x.zip', { url: 'https://api.os.uk/x' }), publisher);
    await expect(run()).rejects.toThrow(/found more than 5 redirects; /);
    expect(publisher.asked).toHaveLength(6);
  });

  test('a redirect to a host a mirror stands for goes to the mirror', async () => {
    const publisher = await openPublisher();
    publisher.files.set('nhs/x.csv', { bytes: Buffer.from('"A81001"\n') });
    publisher.trouble(/os/, {
      kind: 'redirect',
      to: 'https://www.odsdatasearchandexport.nhs.uk/x.csv',
    });
    const { run } = fetchingOf(fileManifest('x.csv', { url: 'https://api.os.uk/x' }), publisher);
    await run();
    expect(publisher.asked).toEqual(['/os/x', '/nhs/x.csv']);
  });
});

describe('a manifest is refused, in one sentence, for', () => {
  const URL_OK = { url: 'https://api.os.uk/x' };
  test.each([
    [
      'a file outside its folder',
      '../x.zip',
      URL_OK,
      /practices\[0\]: wanted a file to download that lies beside the manifest in "file", found "\.\.\/x\.zip"/,
    ],
    [
      'a file at an absolute path',
      '/tmp/x.zip',
      URL_OK,
      /wanted a file to download that lies beside the manifest/,
    ],
    [
      'a way out hidden in the middle',
      'a/../../x.zip',
      URL_OK,
      /wanted a file to download that lies beside the manifest/,
    ],
    ['no kind of download', 'x.zip', {}, /download: wanted a text in "url", found nothing/],
    [
      'two kinds at once',
      'x.zip',
      { ...URL_OK, item: 'PRD_ONSPD' },
      /download: wanted only item, sha256, found "url"/,
    ],
    [
      'a field nobody reads',
      'x.zip',
      { ...URL_OK, sha: 'x' },
      /download: wanted only .*, found "sha"/,
    ],
    [
      'a checksum that is none',
      'x.zip',
      { ...URL_OK, sha256: 'ABC' },
      /wanted 64 hexadecimal digits in "sha256", found "ABC"/,
    ],
    [
      'a product that is none',
      'x.zip',
      { item: 'onspd' },
      /wanted a product of the ONS such as "PRD_ONSPD" in "item", found "onspd"/,
    ],
    [
      'a layer into a file of another format',
      'x.geojson.gz',
      { layer: 'LAD' },
      /wanted a name that ends in "\.geojson", as a layer is written in "file", found "x\.geojson\.gz"/,
    ],
    [
      'a layer that leads elsewhere',
      'x.json',
      { layer: '../../x' },
      /wanted letters, digits, "_" and "\*" in "layer", found "\.\.\/\.\.\/x"/,
    ],
  ])('%s', (_what, file, download, sentence) => {
    expect(() => parseManifest(fileManifest(file, download), 'in/m.json')).toThrow(sentence);
  });
  test('two downloads into one file', () => {
    const manifest = fileManifest('x.csv', URL_OK) as { practices: object[] };
    const other = { format: 'epcmem', file: 'x.csv', download: { url: 'https://api.os.uk/y' } };
    expect(() =>
      parseManifest({ ...manifest, practices: [...manifest.practices, other] }, 'm.json'),
    ).toThrow(
      /^m\.json, practices\[1\]: wanted one download for each file, found another for x\.csv$/,
    );
  });
  test.each([
    [
      { 'https://api.os.uk/': 'file:///tmp/' },
      /mirrors: wanted web addresses that end in "\/" in "https:\/\/api\.os\.uk\/", found "file:/,
    ],
    [{ 'https://api.os.uk': 'http://x/' }, /found "https:\/\/api\.os\.uk"/],
    [{ 'api.os.uk/': 'http://x/' }, /found "api\.os\.uk\/"/],
  ])('a mirror that is none: %j', (mirrors, sentence) => {
    const manifest = { ...fileManifest('x.csv', URL_OK), mirrors };
    expect(() => parseManifest(manifest, 'm.json')).toThrow(sentence);
  });
});

const nowhere: LookupFunction = (name) => {
  throw new Error(`asked for ${name}`);
};

function alwaysTo(address: string, family: 4 | 6): LookupFunction {
  return (_name, options, done) => {
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

/** Somebody who listens where no connection should come. */
async function listen(): Promise<{ readonly connections: () => number }> {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  expect((server.address() as AddressInfo).port).toBeGreaterThan(0);
  return { connections: () => connections };
}
