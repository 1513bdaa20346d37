import type { Refusal } from '../refuse.ts';

const MOST_LINES = 100;

/** What Node lets pass in the head of a request and we do not, by its raw lines: name, value, name, value ... */
export function badHead(rawHeaders: readonly string[]): Refusal | undefined {
  if (rawHeaders.length > MOST_LINES * 2)
    return refusedAndClosed(431, `Send at most ${MOST_LINES} header lines.`);
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (isHost(rawHeaders[at] ?? '') && ++hosts > 1) return refusedAndClosed(400, 'Send one Host.');
  return undefined;
}

function isHost(name: string): boolean {
  return name.length === 4 && name.toLowerCase() === 'host';
}

function refusedAndClosed(status: number, message: string): Refusal {
  return { status, message, headers: { connection: 'close' } };
}
