import type { OutwardFile } from '../../server/domain/outward-file.ts';
import type { Outcode } from '../../server/domain/postcode.ts';

export type OutwardQuestion = { readonly need: string; readonly date: string };

export type Fetched =
  | { readonly kind: 'file'; readonly file: OutwardFile }
  | { readonly kind: 'lost' }
  /** Asking again would not help. */
  | { readonly kind: 'refused'; readonly message: string };

const PATIENCE_MS = 30_000;
/** Of a service that does not answer; one that says when to come back is waited for longer. */
const TRIES = 4;
const TRIES_WHEN_TOLD = 30;
/** Milliseconds before asking again when the service does not say; twice as long each time. */
const PAUSE_MS = 250;
/** Counts of what a client may ask begin anew each minute. */
const LONGEST_PAUSE_MS = 61_000;

/** Asks for one outward code, again where the service is busy. Nothing of it stays in the browser's store. */
export async function fetchOutward(
  outcode: Outcode,
  { need, date }: OutwardQuestion,
): Promise<Fetched> {
  const address = `/outward/${outcode}?${new URLSearchParams({ need, date }).toString()}`;
  for (let tried = 1; ; tried += 1) {
    const response = await ask(address);
    if (response?.ok) return readFile(response, outcode);
    if (response && isRefusal(response.status))
      return { kind: 'refused', message: await saidIn(response) };
    const told = response?.headers.get('retry-after') ?? undefined;
    if (tried >= (told === undefined ? TRIES : TRIES_WHEN_TOLD)) return { kind: 'lost' };
    await pause(pauseAfter(told, tried));
  }
}

async function ask(address: string): Promise<Response | undefined> {
  try {
    return await fetch(address, {
      cache: 'no-store',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    return undefined;
  }
}

/** A file that breaks off on its way is as good as none, and so is the page of a proxy. */
async function readFile(response: Response, outcode: Outcode): Promise<Fetched> {
  try {
    const file = (await response.json()) as Partial<OutwardFile>;
    const isWhole = file.outcode === outcode && file.answers && file.listed && file.unlisted;
    return isWhole ? { kind: 'file', file: file as OutwardFile } : { kind: 'lost' };
  } catch {
    return { kind: 'lost' };
  }
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

async function saidIn(response: Response): Promise<string> {
  const otherwise = 'The service refused the question.';
  try {
    return ((await response.json()) as { readonly title?: string }).title ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** As the service asks, in seconds. */
function pauseAfter(told: string | undefined, tried: number): number {
  const asked = Number(told) * 1000;
  return Math.min(Number.isFinite(asked) ? asked : PAUSE_MS * 2 ** tried, LONGEST_PAUSE_MS);
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}
