import type { ServerResponse } from 'node:http';

import { type Refusal } from '../refuse.ts';
import { createLane, type Lane, type Room, type Verdict } from './lane.ts';
import type { Rate } from './rate.ts';

/**
 * Work of different sorts never waits for each other. Standards and tables stream for as long as their reader reads;
 * drawings have a thread of their own.
 */
export const ROOMS = {
  question: { running: 64, waiting: 1000, patienceMs: 3000 },
  bulk: { running: 4, waiting: 60, patienceMs: 10_000 },
  stream: { running: 6, runningOfOne: 2, waiting: 20, patienceMs: 10_000 },
  standard: { running: 32, runningOfOne: 16, waiting: 500, patienceMs: 3000 },
  drawing: { running: 8, waiting: 8, patienceMs: 10_000 },
} as const satisfies Readonly<Record<string, Room>>;

export type Work = keyof typeof ROOMS;
export const WORKS = Object.keys(ROOMS) as readonly Work[];

/** Questions of more bytes are bulk: room for about a hundred referrals. */
export const BULK_BYTES = 8192;
const BYTES_OF_WEIGHT = 1024;

/** Size is what a question costs, as far as can be told before it is read: one, and one for every KiB. */
export function weightOf(bytes: number): number {
  return 1 + Math.floor(bytes / BYTES_OF_WEIGHT);
}

export type Shed = Exclude<Verdict, 'go'> | 'rate';

export type Asking = {
  readonly work: Work;
  readonly client: string;
  readonly weight: number;
  readonly response: ServerResponse;
};

/** To be called once the work is done. */
export type Leave = () => void;

export type Admission = {
  /** Waits for a turn and publishes the limits in the headers; or says why there is none. */
  readonly enter: (asking: Asking) => Promise<Leave | Refusal>;
  readonly load: (work: Work) => ReturnType<Lane['load']>;
};

export type AdmissionOptions = {
  readonly rate: Rate | null;
  readonly shed: (work: Work, why: Shed) => void;
};

export function createAdmission({ rate, shed }: AdmissionOptions): Admission {
  const lanes = Object.fromEntries(WORKS.map((work) => [work, createLane(ROOMS[work])])) as Record<
    Work,
    Lane
  >;
  const policies = Object.fromEntries(
    WORKS.map((work) => [work, policyOf(ROOMS[work], rate)]),
  ) as Record<Work, string>;
  const refuse = (work: Work, why: Shed): Refusal => {
    shed(work, why);
    return refusalOf(why, rate);
  };
  return {
    enter: async ({ work, client, weight, response }) => {
      const lane = lanes[work];
      const left = rate?.take(client, weight) ?? 0;
      const verdict = left < 0 ? 'rate' : await lane.enter(client, () => response.destroyed);
      response.setHeader('ratelimit-policy', policies[work]);
      const more = verdict === 'go' ? lane.left(client) : 0;
      response.setHeader('ratelimit', `"share";r=${more}${rateLeft(rate, left)}`);
      return verdict === 'go'
        ? () => {
            lane.leave(client);
          }
        : refuse(work, verdict);
    },
    load: (work) => lanes[work].load(),
  };
}

/** In the words of draft-ietf-httpapi-ratelimit-headers. */
function policyOf({ running, waiting }: Room, rate: Rate | null): string {
  const share = `"share";q=${running + waiting};qu="concurrent-requests"`;
  return rate ? `${share}, "minute";q=${rate.perMinute};w=60` : share;
}

function rateLeft(rate: Rate | null, left: number): string {
  return rate ? `, "minute";r=${Math.max(0, left)};t=${rate.renewedIn()}` : '';
}

function refusalOf(why: Shed, rate: Rate | null): Refusal {
  switch (why) {
    case 'full':
    case 'late':
      return {
        status: 503,
        message: 'More is asked here just now than can be answered. Ask again in a second.',
        headers: { 'retry-after': '1' },
      };
    case 'over share':
      return {
        status: 429,
        message:
          'You have more waiting here than others, who wait too. Ask again in a second, fewer at once.',
        headers: { 'retry-after': '1' },
      };
    case 'rate': {
      const seconds = rate?.renewedIn() ?? 1;
      return {
        status: 429,
        message: `One client may ask ${rate?.perMinute ?? 0} a minute, each KiB of a question counting as one more. Ask again in ${seconds} s.`,
        headers: { 'retry-after': String(seconds) },
      };
    }
  }
}
