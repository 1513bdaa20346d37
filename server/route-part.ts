import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises';

import type { Counts } from './bulk/settle-rows.ts';
import { EX_CANTCREAT, Stop } from './route-stop.ts';

/** How far a run came, and of what: enough to go on from there, and nothing of any row. */
export type Reached = {
  /** Digest of what was asked for: other columns or another need would give a mixed table. */
  readonly asked: string;
  readonly release: string;
  /** The moment all rows are answered for, epoch milliseconds. */
  readonly at: number;
  /** The last row answered. */
  readonly row: number;
  readonly counts: Counts;
  readonly input: { readonly size: number; readonly read: number; readonly sha256: string };
  /** Of the part written. */
  readonly bytes: number;
};

/** `out.csv.part` while it is written, `out.csv` when it is whole; beside it, how far it is. */
export type Part = {
  /** Waits for what was given before, not for this. */
  readonly write: (text: string) => Promise<void>;
  readonly bytes: () => number;
  /** On the disk for certain, with all given so far, so that a run may go on from here whatever happens. */
  readonly keep: (reached: Reached) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export function partPath(out: string): string {
  return `${out}.part`;
}

function statePath(out: string): string {
  return `${out}.part.json`;
}

/** What a run before this one reached; undefined where there was none. */
export async function readReached(out: string): Promise<Reached | undefined> {
  const [state, part] = [await textOf(statePath(out)), await sizeOf(partPath(out))];
  if (state === undefined && part === undefined) return undefined;
  const reached = state === undefined ? undefined : parsed(state);
  if (!reached || part === undefined || part < reached.bytes)
    throw new Stop(
      `${partPath(out)}: wanted what an interrupted run left, found something else: remove it and ${statePath(out)} to begin again.`,
      EX_CANTCREAT,
    );
  return reached;
}

function parsed(text: string): Reached | undefined {
  try {
    return JSON.parse(text) as Reached;
  } catch {
    return undefined;
  }
}

/** Why a run must not go on from there; undefined where it may. */
export async function whyNotOn(
  reached: Reached,
  now: Pick<Reached, 'asked' | 'release'> & { readonly file: string; readonly size: number },
): Promise<string | undefined> {
  if (reached.asked !== now.asked) return 'that asked for something else';
  if (reached.release !== now.release)
    return `of the release ${reached.release}, and ${now.release} answers now`;
  const isSame =
    reached.input.size === now.size &&
    reached.input.sha256 === (await digestOf(now.file, reached.input.read));
  return isSame ? undefined : 'of a table that has changed since';
}

async function digestOf(file: string, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  if (bytes > 0)
    for await (const piece of createReadStream(file, { end: bytes - 1 }))
      hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Opens the part, cut back to what is certain. */
export async function openPart(out: string, reached: Reached | undefined): Promise<Part> {
  const file = await opened(partPath(out), reached ? 'a' : 'w');
  let bytes = reached?.bytes ?? 0;
  await file.truncate(bytes);
  let written = Promise.resolve();
  return {
    bytes: () => bytes,
    write: async (text) => {
      const data = Buffer.from(text);
      bytes += data.length;
      await written;
      written = file.appendFile(data);
      written.catch(ignore); // whoever waits for it hears of it
    },
    keep: async (state) => {
      await written;
      await file.datasync();
      await writeWhole(statePath(out), JSON.stringify(state));
    },
    finish: async () => {
      await written;
      await file.sync();
      await file.close();
      await rename(partPath(out), out);
      await rm(statePath(out), { force: true });
    },
    close: () => file.close(),
  };
}

const ignore = (): void => undefined;

async function opened(path: string, flags: string): Promise<FileHandle> {
  try {
    return await open(path, flags);
  } catch (cause) {
    const { code = 'an unknown fault' } = cause as NodeJS.ErrnoException;
    throw new Stop(`${path}: wanted a file that can be written, found ${code}.`, EX_CANTCREAT);
  }
}

/** Never half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w');
  await file.writeFile(text);
  await file.datasync();
  await file.close();
  await rename(`${path}.new`, path);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch {
    return undefined;
  }
}
