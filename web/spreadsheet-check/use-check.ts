import { useEffect, useRef, useState } from 'react';

import type { CheckAsk, CheckResult, Progress } from './check-rows.ts';
import type { FileLook } from './look-at-file.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** How far one spreadsheet has come. */
export type Stage =
  | { readonly kind: 'no-file'; readonly fault: string | null }
  | { readonly kind: 'looking'; readonly file: File }
  | { readonly kind: 'ready'; readonly file: File; readonly look: FileLook; readonly note: Note }
  | {
      readonly kind: 'checking';
      readonly file: File;
      readonly look: FileLook;
      readonly progress: Progress;
    }
  | {
      readonly kind: 'done';
      readonly file: File;
      readonly look: FileLook;
      readonly asked: Question;
      readonly result: CheckResult;
    };

/** What brought the reader back to the form. */
export type Note = { readonly kind: 'fault' | 'cancelled'; readonly said: string } | null;

export type Question = Omit<CheckAsk, 'file' | 'alphabet' | 'delimiter'>;

export type CheckState = {
  readonly stage: Stage;
  readonly take: (file: File) => void;
  readonly check: (question: Question) => void;
  readonly cancel: () => void;
};

const BROKEN = 'Something went wrong here. Choose the file again.';
const START: Progress = { phase: 'reading', done: 0, total: 1 };

/** The file and all that is made of it live in a worker, which ends when the reader leaves or cancels. */
export function useCheck(): CheckState {
  const [stage, setStage] = useState<Stage>({ kind: 'no-file', fault: null });
  const worker = useRef<Worker>(null);
  const stop = (): void => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => stop, []);

  const send = (message: ToWorker, hear: (message: FromWorker) => void): void => {
    worker.current ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      hear(data);
    };
    worker.current.onerror = () => {
      stop();
      setStage({ kind: 'no-file', fault: BROKEN });
    };
    worker.current.postMessage(message);
  };

  const take = (file: File): void => {
    stop();
    setStage({ kind: 'looking', file });
    send({ kind: 'look', file }, (message) => {
      if (message.kind !== 'looked') return;
      const { looked } = message;
      setStage(
        looked.kind === 'fault'
          ? { kind: 'no-file', fault: looked.fault }
          : { kind: 'ready', file, look: looked.look, note: null },
      );
    });
  };

  const check = (question: Question): void => {
    if (stage.kind !== 'ready' && stage.kind !== 'done') return;
    const { file, look } = stage;
    const { alphabet, delimiter } = look;
    setStage({ kind: 'checking', file, look, progress: START });
    send({ kind: 'check', ask: { ...question, file, alphabet, delimiter } }, (message) => {
      if (message.kind === 'progress')
        setStage({ kind: 'checking', file, look, progress: message.progress });
      if (message.kind !== 'checked') return;
      const { checked } = message;
      setStage(
        checked.kind === 'fault'
          ? { kind: 'ready', file, look, note: { kind: 'fault', said: checked.fault } }
          : { kind: 'done', file, look, asked: question, result: checked.result },
      );
    });
  };

  const cancel = (): void => {
    if (stage.kind !== 'checking') return;
    stop();
    const { file, look } = stage;
    setStage({
      kind: 'ready',
      file,
      look,
      note: { kind: 'cancelled', said: 'Cancelled. Nothing was kept.' },
    });
  };

  return { stage, take, check, cancel };
}
