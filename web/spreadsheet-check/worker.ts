import { type CheckAsk, checkRows, type Progress } from './check-rows.ts';
import type { FileStore } from './fetch-all.ts';
import { lookAtFile } from './look-at-file.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Everything of a spreadsheet happens on this thread, so that the page never waits for it. */

const UNREADABLE = {
  kind: 'fault',
  fault: 'The file can no longer be read: it was changed or moved. Choose it again.',
} as const;

/** Of the question asked last: a second try fetches only what is missing. */
let kept: { readonly question: string; readonly store: FileStore } | undefined;

onmessage = ({ data }: MessageEvent<ToWorker>): void => {
  void answer(data);
};

async function answer(message: ToWorker): Promise<void> {
  if (message.kind === 'look')
    tell({ kind: 'looked', looked: await lookAtFile(message.file).catch(unlessUnreadable) });
  else tell({ kind: 'checked', checked: await check(message.ask).catch(unlessUnreadable) });
}

function check(ask: CheckAsk): ReturnType<typeof checkRows> {
  const question = `${ask.need} ${ask.date}`;
  if (kept?.question !== question)
    kept = { question, store: { files: new Map(), release: undefined } };
  return checkRows(ask, kept.store, tellSometimes());
}

/** Anything else is a fault of ours: the page hears of it as an error of its worker. */
function unlessUnreadable(fault: unknown): typeof UNREADABLE {
  if (!(fault instanceof DOMException && fault.name.startsWith('Not'))) reportError(fault);
  return UNREADABLE;
}

/** Milliseconds: more often would only keep the page busy. */
const OFTEN = 100;

function tellSometimes(): (progress: Progress) => void {
  let [last, phase] = [0, ''];
  return (progress) => {
    const now = performance.now();
    if (progress.phase === phase && now - last < OFTEN) return;
    [last, phase] = [now, progress.phase];
    tell({ kind: 'progress', progress });
  };
}

function tell(message: FromWorker): void {
  postMessage(message);
}
