import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

import { type LocalDate, parseLocalDate } from '../domain/calendar.ts';

/** What a key may do: ask; ask in bulk; read the metrics. */
export const SCOPES = ['read', 'bulk', 'metrics'] as const;
export type Scope = (typeof SCOPES)[number];

/** What is kept of a key. The key itself is shown once, to whoever is given it. */
export type KeyEntry = {
  readonly id: string;
  readonly sha256: Buffer;
  readonly scopes: ReadonlySet<Scope>;
  /** The last day it is good for, in London. */
  readonly until: LocalDate | null;
};

const ID = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
/** `ID.SECRET`: 32 random bytes cannot be guessed, so one round of a fast hash is enough. */
const KEY = /^([a-z0-9-]{1,40})\.([\w-]{43})$/;

export function makeKey(id: string): { readonly key: string; readonly sha256: Buffer } {
  const key = `${id}.${randomBytes(32).toString('base64url')}`;
  return { key, sha256: hashOf(key) };
}

export function isKeyId(text: string): boolean {
  return ID.test(text);
}

export function looksLikeKey(text: string): boolean {
  return KEY.test(text);
}

export function parseScopes(text: string): ReadonlySet<Scope> | undefined {
  const scopes = text.split(',').map((each) => SCOPES.find((scope) => scope === each.trim()));
  return scopes.every((scope) => scope !== undefined) ? new Set(scopes) : undefined;
}

/** The entry of a key, found in the same time whether it is there or not. */
export function entryOf(key: string, entries: ReadonlyMap<string, KeyEntry>): KeyEntry | undefined {
  const [, id = ''] = KEY.exec(key) ?? [];
  const entry = entries.get(id);
  const isSame = timingSafeEqual(hashOf(key), entry?.sha256 ?? NOBODYS);
  return isSame ? entry : undefined;
}

const NOBODYS = Buffer.alloc(32);

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/**
 * A line for each key: `ID SHA256 SCOPES [UNTIL]`; empty lines and those that begin with `#` say nothing.
 * Throws one sentence that names the line.
 */
export function parseKeys(text: string): ReadonlyMap<string, KeyEntry> {
  const entries = new Map<string, KeyEntry>();
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const said = line.trim();
    if (said === '' || said.startsWith('#')) continue;
    const entry = parseEntry(said);
    if (typeof entry === 'string') throw new Error(`line ${at + 1}: ${entry}`);
    if (entries.has(entry.id)) throw new Error(`line ${at + 1}: ${entry.id} stands there twice`);
    entries.set(entry.id, entry);
  }
  return entries;
}

/** Never repeats more of a line than its id: a key may have been put there by mistake. */
function parseEntry(line: string): KeyEntry | string {
  const [id = '', hash = '', scopesText = '', untilText, ...more] = line.split(/[ \t]+/, 6);
  if (!isKeyId(id)) return 'wanted an id of small letters, digits and hyphens first';
  if (!/^[0-9a-f]{64}$/.test(hash)) return `wanted the sha256 of ${id} as 64 hexadecimal digits`;
  const scopes = parseScopes(scopesText);
  if (!scopes) return `wanted scopes of ${id} out of ${SCOPES.join(',')}`;
  const until = untilText === undefined ? null : parseLocalDate(untilText);
  if (until === undefined || more.length > 0)
    return `wanted the last day of ${id} as YYYY-MM-DD, and nothing after it`;
  return { id, sha256: Buffer.from(hash, 'hex'), scopes, until };
}

export function lineOf({ id, sha256, scopes, until }: KeyEntry): string {
  return [id, sha256.toString('hex'), [...scopes].join(','), ...(until ? [until] : [])].join(' ');
}
