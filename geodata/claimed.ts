import { hostname, userInfo } from 'node:os';
import { setTimeout } from 'node:timers/promises';

import { type Claim, claim, type Holder } from '../server/database/claim.ts';
import type { Database } from '../server/database/database.ts';

/** Another process is changing what the database holds. */
export class LockedFault extends Error {
  override readonly name = 'LockedFault';
}

/** Does this while no other process may change what the database holds. Throws one sentence that names who else is at it. */
export async function claimed<Result>(
  database: Database,
  use: () => Promise<Result>,
): Promise<Result> {
  return keep(await claim(database, thisProcess()), use);
}

/** The same, but waits for the other. */
export async function claimedInTurn<Result>(
  database: Database,
  use: () => Promise<Result>,
): Promise<Result> {
  const until = Date.now() + MOST_WAIT_MS;
  let found = await claim(database, thisProcess());
  while (found.kind === 'held' && Date.now() < until) {
    await setTimeout(MS_BETWEEN);
    found = await claim(database, thisProcess());
  }
  return keep(found, use);
}

const MOST_WAIT_MS = 60_000;
const MS_BETWEEN = 200;

async function keep<Result>(found: Claim, use: () => Promise<Result>): Promise<Result> {
  if (found.kind === 'held') throw new LockedFault(heldInWords(found.by));
  const result = await use().catch(async (fault: unknown) => {
    // A database that is lost fails again here: the first fault is the one to tell.
    await found.giveUp().catch(() => undefined);
    throw fault;
  });
  await found.giveUp();
  return result;
}

function heldInWords(by: Holder | null): string {
  const who = by
    ? `${by.who} (process ${by.pid}) has been loading since ${by.since}`
    : 'it is held';
  return `Wanted the database to change it, found that ${who}: try again when that has ended`;
}

function thisProcess(): Holder {
  return { who: `${userName()}@${hostname()}`, pid: process.pid, since: new Date().toISOString() };
}

/** A process in a container may have no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
