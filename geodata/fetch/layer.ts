import { open, truncate } from 'node:fs/promises';

import { describe, Fields } from '../fields.ts';
import { askObject } from './ask-json.ts';
import type { Fetched } from './fetched.ts';
import type { Means } from './means.ts';
import type { Found } from './newest.ts';
import { bytesOf, dropPart, finish, partOf, readNotes, writeNotes } from './part.ts';
import { AGAIN, MOVED, Trouble } from './trouble.ts';
import type { Sent } from './whole-file.ts';

/** What of a layer is wanted, and what it is today. */
type Wanted = {
  readonly query: string;
  readonly order: string;
  /** When its owner last changed it; null when they do not say. */
  readonly modified: string | null;
  readonly count: number;
};

type Reached = { readonly features: number; readonly bytes: number };

/** A layer, page by page, as one GeoJSON file. Null when its owner changed nothing since we fetched it. */
export async function fetchLayer(
  found: Found,
  known: Fetched | undefined,
  means: Means,
): Promise<Sent | null> {
  const { download } = found;
  const wanted = await wantedOf(found, means);
  if (known?.modified != null && known.modified === wanted.modified) return null;
  const phase = means.progress.begin(`Features of ${download.name}`, wanted.count);
  try {
    let reached = (await reachedOf(download.file, wanted)) ?? (await begin(found, wanted));
    phase.reach(reached.features);
    while (reached.features < wanted.count) {
      reached = await turnPage(found, wanted, reached, means);
      phase.reach(reached.features);
    }
    await append(download.file, '\n]}\n');
  } finally {
    phase.end();
  }
  return { ...(await finish(download, hostOf(found))), etag: null, modified: wanted.modified };
}

function hostOf({ address }: Found): string {
  return new URL(address).host;
}

/** The address that a layer is known by: of the same layer another choice of rows or columns is another file. */
export function layerQuery({ address, download }: Found): string {
  if (download.from.kind !== 'layer') return address;
  const { where, fields } = download.from;
  return `${address}/query?${new URLSearchParams({ where, outFields: fields })}`;
}

async function wantedOf(found: Found, means: Means): Promise<Wanted> {
  const host = hostOf(found);
  const about = new Fields(await askObject(`${found.address}?f=json`, means), host);
  const query = layerQuery(found);
  const counted = await askObject(`${query}&returnCountOnly=true&f=json`, means);
  const count = new Fields(counted, host).number('count');
  if (!(count > 0)) throw new Trouble({ host, found: `${count} features`, advice: MOVED });
  const order = about.optionalText('objectIdField') ?? about.text('objectIdFieldName');
  return { query, order, modified: editedOf(about), count };
}

function editedOf(about: Fields): string | null {
  if (!about.has('editingInfo')) return null;
  const info = about.part('editingInfo');
  const name = ['dataLastEditDate', 'lastEditDate'].find((each) => info.has(each));
  return name === undefined ? null : new Date(info.number(name)).toISOString();
}

/** Where an earlier run stopped, of the same layer in the same state. What was written after its last note is cut off. */
async function reachedOf(file: string, wanted: Wanted): Promise<Reached | undefined> {
  const notes = readNotes(file) as Partial<Reached & Wanted> | undefined;
  if (notes?.query !== wanted.query || notes.modified !== wanted.modified) return undefined;
  const { features, bytes, count } = notes;
  if (features === undefined || bytes === undefined || count !== wanted.count) return undefined;
  if (wanted.modified === null || (await bytesOf(partOf(file))) < bytes) return undefined;
  await truncate(partOf(file), bytes);
  return { features, bytes };
}

/** The name in the file makes the file of one edition another than that of the next, though no line moved. */
async function begin({ download, title }: Found, wanted: Wanted): Promise<Reached> {
  dropPart(download.file);
  const head = `{"type":"FeatureCollection","name":${JSON.stringify(title)},"features":[\n`;
  await writeNotes(download.file, {});
  await append(download.file, head);
  return note(download.file, wanted, { features: 0, bytes: Buffer.byteLength(head) });
}

async function note(file: string, wanted: Wanted, reached: Reached): Promise<Reached> {
  await writeNotes(file, { ...wanted, ...reached });
  return reached;
}

async function append(file: string, text: string): Promise<void> {
  await using handle = await open(partOf(file), 'a');
  await handle.write(text);
}

async function turnPage(
  found: Found,
  wanted: Wanted,
  reached: Reached,
  means: Means,
): Promise<Reached> {
  const { features, more } = await page(found, wanted, reached.features, means);
  const count = reached.features + features.length;
  if (features.length === 0 || count > wanted.count || more === (count === wanted.count)) {
    dropPart(found.download.file);
    const came = `${count}${more ? ' or more' : ''} features of a layer that says it has ${wanted.count}`;
    throw new Trouble({ host: hostOf(found), found: came, advice: AGAIN_LATER });
  }
  const text = `${reached.features === 0 ? '' : ',\n'}${features.map((each) => JSON.stringify(each)).join(',\n')}`;
  await append(found.download.file, text);
  return note(found.download.file, wanted, {
    features: count,
    bytes: reached.bytes + Buffer.byteLength(text),
  });
}

const AGAIN_LATER = 'the publisher may be changing it: run the same command again later';

type Page = { readonly features: readonly unknown[]; readonly more: boolean };

async function page(
  found: Found,
  { query, order }: Wanted,
  offset: number,
  means: Means,
): Promise<Page> {
  const how = new URLSearchParams({
    outSR: '4326',
    f: 'geojson',
    orderByFields: order,
    resultOffset: String(offset),
    resultRecordCount: String(means.patience.pageFeatures),
  });
  const answer = (await askObject(`${query}&${how}`, means)) as Partial<GeoJsonPage>;
  const { type, features, properties } = answer;
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw new Trouble({
      host: hostOf(found),
      found: `${describe(type)} in place of features`,
      advice: AGAIN,
    });
  return {
    features,
    // Servers of different ages put it in different places.
    more: (answer.exceededTransferLimit ?? properties?.exceededTransferLimit) === true,
  };
}

type GeoJsonPage = {
  readonly type: unknown;
  readonly features: unknown;
  readonly exceededTransferLimit: unknown;
  readonly properties: { readonly exceededTransferLimit?: unknown } | null;
};
