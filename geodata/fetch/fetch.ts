import { Fields, readJson } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import { parseManifest } from '../manifest.ts';
import type { Progress } from '../progress.ts';
import { alone } from './alone.ts';
import { type Download, readDownloads, readMirrors } from './download.ts';
import {
  type Fetched,
  isHeld,
  readFetched,
  settled,
  type SettlingOf,
  writeFetched,
} from './fetched.ts';
import { fetchLayer, layerQuery } from './layer.ts';
import { type Means, OF_THE_SYSTEM } from './means.ts';
import { finder, type Found } from './newest.ts';
import { FetchFault, NO_DISK, Trouble, UNAVAILABLE } from './trouble.ts';
import { fetchWhole, type Sent } from './whole-file.ts';

export type FetchOptions = { readonly progress: Progress } & Partial<
  Omit<Means, 'mirrors' | 'progress'>
>;

/** Fetches every file of a manifest that has a `download`; the others are taken to be there. Ends with all of them whole, or throws one sentence. */
export async function fetchFiles(manifest: string, options: FetchOptions): Promise<void> {
  const value = readJson(manifest);
  const entry = new Fields(value, manifest);
  const downloads = readDownloads(entry, manifest);
  if (downloads.length === 0)
    throw new InputFault(`${manifest}: wanted an entry with "download", found none`);
  const means: Means = { ...OF_THE_SYSTEM, ...options, mirrors: readMirrors(entry) };
  const found = await findAll(downloads, means);
  // A slip in the manifest is told now, not after the downloads.
  parseManifest(settled(value, manifest, editionOf(found)), manifest);
  await alone(manifest, () => fetchEach(found, manifest, means));
}

async function fetchEach(found: readonly Found[], manifest: string, means: Means): Promise<void> {
  const known = new Map(readFetched(manifest));
  for (const each of found) {
    const { name } = each.download;
    const fetched = await inWords(each.download, () => fetchOne(each, known.get(name), means));
    if (fetched) writeFetched(manifest, known.set(name, fetched));
    else means.progress.say(`${name}: nothing new`);
  }
}

async function findAll(downloads: readonly Download[], means: Means): Promise<Found[]> {
  const find = finder(means);
  const found: Found[] = [];
  for (const download of downloads) found.push(await inWords(download, () => find(download)));
  return found;
}

function editionOf(found: readonly Found[]): SettlingOf {
  return (name) => {
    const one = found.find(({ download }) => download.name === name);
    return one && { edition: one.edition?.name ?? null, from: one.edition?.from ?? null };
  };
}

/** Undefined when what we have is what the publisher has. */
async function fetchOne(
  found: Found,
  last: Fetched | undefined,
  means: Means,
): Promise<Fetched | undefined> {
  const { download } = found;
  const address = layerQuery(found);
  const held = last && isHeld(download.file, last) ? last : undefined;
  if (held?.sha256 === download.sha256) return undefined;
  const known = held?.address === address ? held : undefined;
  const sent = await (download.from.kind === 'layer' ? fetchLayer : fetchWhole)(
    found,
    known,
    means,
  );
  if (sent === null || sent.sha256 === known?.sha256) return undefined;
  return fetchedOf(found, sent, means);
}

function fetchedOf(found: Found, sent: Sent, means: Means): Fetched {
  const { title, edition } = found;
  return {
    address: layerQuery(found),
    title,
    edition: edition?.name ?? null,
    from: edition?.from ?? null,
    ...sent,
    fetchedAt: means.now().toISOString(),
  };
}

/** One sentence for each thing that goes wrong: which file, from whom, what, and what to do. */
async function inWords<Result>({ file }: Download, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Trouble)
      throw new FetchFault(
        `${file}: wanted it from ${cause.host}, found ${cause.found}; ${cause.advice}`,
        UNAVAILABLE,
        cause,
      );
    if (cause instanceof InputFault)
      throw new FetchFault(`${file}: ${cause.message}`, UNAVAILABLE, cause);
    const { code = '' } = cause as NodeJS.ErrnoException;
    const disk = DISK[code];
    if (disk === undefined) throw cause;
    throw new FetchFault(`${file}: wanted to write it, found ${disk}`, NO_DISK, cause);
  }
}

const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk full; make room and run the same command again to go on from there',
  EDQUOT: 'the disk full; make room and run the same command again to go on from there',
  EFBIG: 'a file too large for the disk',
  EACCES: 'a folder that may not be written to',
  EPERM: 'a folder that may not be written to',
  EROFS: 'a disk that may not be written to',
  EISDIR: 'a folder of that name',
  ENOTDIR: 'a file where its folder should be',
};
