import { londonDate } from '../domain/london-time.ts';
import { entryOf, type KeyEntry, type Scope } from './key.ts';
import { markOf, readKeyFile } from './key-file.ts';

/** Who asks by which right; or why not. */
export type Right =
  | { readonly kind: 'allowed'; readonly key: string | null }
  | { readonly kind: 'no key' | 'unknown key' }
  | { readonly kind: 'lacks scope'; readonly scope: Scope };

export type Keys = {
  /** By the `Authorization` header of a request. */
  readonly rightTo: (scope: Scope, authorization: string | undefined) => Right;
};

/** Where no keys are kept, everybody may do everything. */
export const OPEN: Keys = { rightTo: () => ({ kind: 'allowed', key: null }) };

export type KeyOptions = {
  readonly path: string;
  /** What those may do who send no key. */
  readonly withoutKey: ReadonlySet<Scope>;
  readonly now: () => number;
  /** Told when the file can no longer be read; what it last said holds. */
  readonly report: (fault: unknown) => void;
};

/** A key is gone within a second of its line. */
const LOOKED_AT_MS = 500;

/** Throws one sentence when the file cannot be read at the start. */
export function createKeys({ path, withoutKey, now, report }: KeyOptions): Keys {
  let mark = markOf(path);
  let entries: ReadonlyMap<string, KeyEntry> = readKeyFile(path);
  setInterval(() => {
    const current = markOf(path);
    if (current === mark) return;
    mark = current;
    try {
      entries = readKeyFile(path);
    } catch (fault) {
      report(fault);
    }
  }, LOOKED_AT_MS).unref();
  return {
    rightTo: (scope, authorization = '') => {
      const [, key] = /^Bearer (\S{1,200})$/i.exec(authorization) ?? [];
      if (key === undefined)
        return withoutKey.has(scope) ? { kind: 'allowed', key: null } : { kind: 'no key' };
      const entry = entryOf(key, entries);
      if (!entry || (entry.until !== null && entry.until < londonDate(now())))
        return { kind: 'unknown key' };
      return entry.scopes.has(scope)
        ? { kind: 'allowed', key: entry.id }
        : { kind: 'lacks scope', scope };
    },
  };
}
