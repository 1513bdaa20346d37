import { isAbsolute, join, normalize, dirname } from 'node:path';

import { type Fields } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import { type Mirror, refusalOf } from './address.ts';

/** What a manifest says of a file that a publisher has. */
export type Download = {
  /** As the manifest names it, relative to it. */
  readonly name: string;
  /** As it opens. */
  readonly file: string;
  /** The only bytes that will do; null for whatever the publisher has. */
  readonly sha256: string | null;
  readonly from: Source;
};

export type Source =
  /** The newest item of a product of the ONS. */
  | { readonly kind: 'item'; readonly product: string }
  /** The newest layer of which the name fits one of the patterns; `*` stands for anything. */
  | {
      readonly kind: 'layer';
      readonly patterns: readonly string[];
      readonly where: string;
      readonly fields: string;
    }
  | { readonly kind: 'url'; readonly url: string };

const LISTS = ['boundaries', 'postcodes', 'practices'];

/** Every file a manifest can fetch, once each. The rest of the manifest is not looked at. */
export function readDownloads(entry: Fields, manifest: string): Download[] {
  const mirrors = readMirrors(entry);
  const entries = [
    ...LISTS.flatMap((name) => (entry.has(name) ? entry.list(name) : [])),
    ...(entry.has('residents') ? [entry.part('residents')] : []),
  ];
  const downloads = entries
    .filter((each) => each.has('download'))
    .map((each) => ({ where: each.where, download: readDownload(each, manifest, mirrors) }));
  const chosen = new Map<string, Download>();
  for (const { where, download } of downloads) {
    const other = chosen.get(download.file);
    if (other && JSON.stringify(other) !== JSON.stringify(download))
      throw new InputFault(
        `${where}: wanted one download for each file, found another for ${download.name}`,
      );
    chosen.set(download.file, download);
  }
  return [...chosen.values()];
}

export function readMirrors(entry: Fields): Mirror[] {
  if (!entry.has('mirrors')) return [];
  const mirrors = entry.part('mirrors');
  return mirrors.names().map((of) => {
    const at = mirrors.text(of);
    for (const address of [of, at])
      if (!/^https?:$/.test(URL.parse(address)?.protocol ?? '') || !address.endsWith('/'))
        throw mirrors.fault(of, 'web addresses that end in "/"', address);
    return { of, at };
  });
}

function readDownload(entry: Fields, manifest: string, mirrors: readonly Mirror[]): Download {
  const download = entry.part('download');
  const name = entry.text('file');
  // What a publisher sends is written here: never outside the folder of the manifest.
  if (isAbsolute(name) || normalize(name).startsWith('..'))
    throw entry.fault('file', 'a file to download that lies beside the manifest', name);
  if (download.has('layer') && !/\.(?:geo)?json$/.test(name))
    throw entry.fault('file', 'a name that ends in ".geojson", as a layer is written', name);
  const sha256 = download.has('sha256') ? readSha256(download) : null;
  return { name, file: join(dirname(manifest), name), sha256, from: readSource(download, mirrors) };
}

function readSha256(download: Fields): string {
  const text = download.text('sha256');
  if (!/^[\da-f]{64}$/.test(text)) throw download.fault('sha256', '64 hexadecimal digits', text);
  return text;
}

function readSource(download: Fields, mirrors: readonly Mirror[]): Source {
  if (download.has('item')) {
    download.only(['item', 'sha256']);
    return { kind: 'item', product: readProduct(download) };
  }
  if (download.has('layer')) {
    download.only(['layer', 'where', 'fields', 'sha256']);
    return {
      kind: 'layer',
      patterns: download.textOrTexts('layer').map((pattern) => checkPattern(pattern, download)),
      where: download.optionalText('where') ?? '1=1',
      fields: download.optionalText('fields') ?? '*',
    };
  }
  download.only(['url', 'sha256', 'item', 'layer']);
  return { kind: 'url', url: readUrl(download, mirrors) };
}

function readProduct(download: Fields): string {
  const product = download.text('item');
  if (!/^[A-Z]+_[A-Z]+$/.test(product))
    throw download.fault('item', 'a product of the ONS such as "PRD_ONSPD"', product);
  return product;
}

function checkPattern(pattern: string, download: Fields): string {
  if (/^[\w*]+$/.test(pattern)) return pattern;
  throw download.fault('layer', 'letters, digits, "_" and "*"', pattern);
}

function readUrl(download: Fields, mirrors: readonly Mirror[]): string {
  const text = download.text('url');
  const url = URL.parse(text);
  if (!url) throw download.fault('url', 'an address that begins "https://"', text);
  const refusal = mirrors.some(({ of }) => text.startsWith(of))
    ? undefined
    : refusalOf(url, mirrors);
  if (refusal !== undefined)
    throw new InputFault(
      `${download.where}: wanted an https address of a public host in "url", or one that "mirrors" names; found ${refusal}`,
    );
  return text;
}
