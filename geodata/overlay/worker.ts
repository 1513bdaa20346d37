import { parentPort } from 'node:worker_threads';

import { loadGeos } from './geos.ts';
import { answerer, type Task } from './tasks.ts';

/** What goes back for each task: its answer, or the words of what went wrong. */
export type Reply = { readonly answer: unknown } | { readonly fault: string };

const answer = answerer(await loadGeos());

parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage(replyTo(task));
});

function replyTo(task: Task): Reply {
  try {
    return { answer: answer(task) };
  } catch (cause) {
    return { fault: (cause as Error).message };
  }
}
