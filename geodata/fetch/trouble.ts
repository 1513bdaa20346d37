/** What went wrong between us and a publisher. The fetcher makes one sentence of it, with the file it was for. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly host: string;
  readonly found: string;
  readonly advice: string;
  /** It may be gone when asked again; after so many milliseconds, when the publisher says so. */
  readonly passing: boolean;
  readonly afterMs: number | undefined;

  constructor({ host, found, advice, passing, afterMs, cause }: TroubleFacts) {
    super(`${host}: ${found}`, { cause });
    this.host = host;
    this.found = found;
    this.advice = advice ?? AGAIN;
    this.passing = passing ?? false;
    this.afterMs = afterMs;
  }

  /** The same trouble, told otherwise. */
  as(told: Pick<TroubleFacts, 'found' | 'advice'>): Trouble {
    const { host, advice, passing } = this;
    return new Trouble({ host, advice, passing, ...told, cause: this });
  }
}

export type TroubleFacts = {
  readonly host: string;
  readonly found: string;
  readonly advice?: string;
  readonly passing?: boolean;
  readonly afterMs?: number | undefined;
  readonly cause?: unknown;
};

export const AGAIN = 'run the same command again to go on from there';
export const MOVED =
  'look on the publisher’s page for where it is now, and change the address in the manifest';

/** A fetch that could not be done: its sentence, and an exit code of sysexits.h. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault';
  readonly code: number;

  constructor(sentence: string, code: number, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
  }
}

/** The publisher does not give it; our disk does not take it; another fetch is at it. */
export const UNAVAILABLE = 69;
export const NO_DISK = 74;
export const TRY_AGAIN = 75;
