import type { Readable } from 'node:stream';

import { type Entry, openPromise, type ZipFile } from 'yauzl';

import { InputFault } from '../input-fault.ts';

/** An ONSPD archive has about 200 entries, Code-Point Open about 130. */
const MOST_ENTRIES = 512;
/** Directories of postcodes shrink to a tenth; what shrinks to less than this share of itself is a bomb. */
export const MOST_RATIO = 200;
/** Of all that is read of one archive. */
export const MOST_BYTES = 2 * 2 ** 30;

export type ZipEntry = {
  readonly name: string;
  readonly checksum: number;
  readonly open: () => Promise<Readable>;
};

/**
 * Opens the entries of an archive whose names fit a pattern (`Data/ONSPD_*.csv`), in order of name, and
 * closes it. Nothing is unpacked to disk, and no other entry is read. Refuses, in one sentence, what is
 * not an honest archive.
 */
export async function withEntries(
  file: string,
  pattern: string,
  use: (entry: ZipEntry) => Promise<void>,
): Promise<void> {
  const zip = await inWords(file, () => openPromise(file, { autoClose: false }));
  try {
    const entries = await inWords(file, () => entriesOf(file, zip));
    const chosen = choose(file, entries, pattern);
    checkTogether(file, chosen);
    for (const entry of chosen) {
      const name = `${file}, ${entry.fileName}`;
      await inWords(name, () =>
        use({ name, checksum: entry.crc32, open: () => zip.openReadStreamPromise(entry) }),
      );
    }
  } finally {
    zip.close();
  }
}

async function entriesOf(file: string, zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES)
    throw new InputFault(
      `${file}: wanted at most ${MOST_ENTRIES} entries, found ${zip.entryCount}`,
    );
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** Faults of an archive come as plain errors, in words a user can read. */
async function inWords<Value>(where: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof InputFault || (cause as NodeJS.ErrnoException).syscall) throw cause;
    throw new InputFault(
      `${where}: wanted a sound zip archive, found: ${(cause as Error).message}`,
      { cause },
    );
  }
}

function choose(file: string, entries: readonly Entry[], pattern: string): Entry[] {
  const fits = patternOf(pattern);
  const chosen = entries.filter(({ fileName }) => fits.test(fileName));
  if (chosen.length === 0)
    throw new InputFault(
      `${file}: wanted an entry named ${pattern}, found ${namesOf(entries) || 'none at all'}`,
    );
  return chosen.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
}

/** `*` stands for any characters but the slash. */
function patternOf(pattern: string): RegExp {
  const parts = pattern
    .split('*')
    .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^/]*')}$`);
}

const MOST_NAMES = 20;

function namesOf(entries: readonly Entry[]): string {
  const names = entries.map(({ fileName }) => fileName).filter((name) => !name.endsWith('/'));
  return [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ');
}

const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;

function checkTogether(file: string, chosen: readonly Entry[]): void {
  const byPlace = chosen.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  let total = 0;
  let end = 0;
  for (const entry of byPlace) {
    const where = `${file}, ${entry.fileName}`;
    const fault = entryFault(entry);
    if (fault !== undefined) throw new InputFault(`${where}: wanted ${fault}`);
    if (chosen.some((other) => other !== entry && other.fileName === entry.fileName))
      throw new InputFault(`${where}: wanted each entry once, found two of this name`);
    if (entry.relativeOffsetOfLocalHeader < end)
      throw new InputFault(`${where}: wanted entries side by side, found one inside another`);
    end = entry.relativeOffsetOfLocalHeader + entry.compressedSize;
    total += entry.uncompressedSize;
  }
  if (total > MOST_BYTES)
    throw new InputFault(`${file}: wanted at most ${MOST_BYTES} bytes, found ${total}`);
}

function entryFault(entry: Entry): string | undefined {
  const { externalFileAttributes, compressedSize, uncompressedSize } = entry;
  if (((externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK)
    return 'a file, found a symbolic link';
  if (entry.isEncrypted()) return 'an entry without a password, found an encrypted one';
  if (uncompressedSize > compressedSize * MOST_RATIO)
    return `data that unpacks to at most ${MOST_RATIO} times its size, found ${Math.round(uncompressedSize / Math.max(1, compressedSize))} times: a zip bomb`;
  return undefined;
}
