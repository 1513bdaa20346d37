import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import type { Progress } from '../progress.ts';
import type { Mirror } from './address.ts';

/** How long we wait, how often we ask again, how much we take. */
export type Patience = {
  /** Silence on a connection. */
  readonly stallMs: number;
  /** One answer, from the asking to its last byte. */
  readonly longestMs: number;
  readonly tries: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  readonly fileBytes: number;
  /** Of an answer held in memory: a page of features, a list, a search. */
  readonly pageBytes: number;
  readonly pageFeatures: number;
};

const MINUTE = 60_000;
const MIB = 1 << 20;

export const PATIENCE: Patience = {
  stallMs: MINUTE,
  longestMs: 180 * MINUTE,
  tries: 6,
  firstWaitMs: 1000,
  longestWaitMs: 5 * MINUTE,
  fileBytes: 2048 * MIB,
  pageBytes: 256 * MIB,
  pageFeatures: 200,
};

/** What fetching needs of the world. */
export type Means = {
  readonly mirrors: readonly Mirror[];
  readonly patience: Patience;
  readonly progress: Progress;
  readonly lookup: LookupFunction;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly now: () => Date;
};

export const OF_THE_SYSTEM: Pick<Means, 'patience' | 'lookup' | 'wait' | 'now'> = {
  patience: PATIENCE,
  lookup,
  wait,
  now: () => new Date(),
};
