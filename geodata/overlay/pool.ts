import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { PackedShape } from './packed-shape.ts';
import type { Answers, Task, TaskOf } from './tasks.ts';
import type { Reply } from './worker.ts';

/** Threads that do the overlay while this one reads, shows progress and can be stopped. Opened as work comes. */
export type Pool = {
  readonly run: <Kind extends Task['kind']>(task: TaskOf<Kind>) => Promise<Answers[Kind]>;
  /** Gives every thread the shapes that later tasks name by id. */
  readonly share: (shapes: ReadonlyMap<number, PackedShape>) => void;
  readonly close: () => Promise<void>;
};

/** More threads than this wait for each other's memory. */
const MOST_THREADS = 2;

type Job = {
  readonly task: Task;
  readonly resolve: (answer: never) => void;
  readonly reject: (cause: Error) => void;
};

export function openPool(most = Math.min(MOST_THREADS, availableParallelism())): Pool {
  const waiting: Job[] = [];
  const threads: Thread[] = [];
  let shared: ReadonlyMap<number, PackedShape> = new Map();
  const open = (): void => {
    const thread = openThread(waiting);
    if (shared.size > 0) thread.tell({ kind: 'share', shapes: shared });
    threads.push(thread);
  };
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        if (threads.length < most && threads.every(({ isBusy }) => isBusy())) open();
        for (const { takeNext } of threads) takeNext();
      }),
    share: (shapes) => {
      shared = shapes;
      for (const { tell } of threads) tell({ kind: 'share', shapes: shared });
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

type Thread = {
  readonly worker: Worker;
  /** Sends a task whose answer nobody waits for. */
  readonly tell: (task: Task) => void;
  readonly isBusy: () => boolean;
  readonly takeNext: () => void;
};

function openThread(waiting: Job[]): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  /** Sent, in the order their replies will come; null for one nobody waits for. */
  const sent: (Job | null)[] = [];
  const isBusy = (): boolean => sent.some((job) => job !== null);
  const takeNext = (): void => {
    const job = isBusy() ? undefined : waiting.shift();
    if (!job) return;
    sent.push(job);
    worker.postMessage(job.task);
  };
  worker.on('message', (reply: Reply) => {
    const job = sent.shift();
    takeNext();
    if ('fault' in reply) job?.reject(new Error(reply.fault));
    else job?.resolve(reply.answer as never);
  });
  worker.on('error', (cause) => {
    for (const job of [...sent.splice(0), ...waiting.splice(0)])
      job?.reject(new Error('The overlay thread stopped', { cause }));
  });
  return {
    worker,
    isBusy,
    takeNext,
    tell: (task) => {
      sent.push(null);
      worker.postMessage(task);
    },
  };
}

/** Tasks of so many items each, for every thread to have its share of. */
export function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
