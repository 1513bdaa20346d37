import cluster, { type Worker } from 'node:cluster';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

/** Signals that stop the server, whoever they were sent to. */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;
export type StopSignal = (typeof STOP_SIGNALS)[number];

const MOST = 1024;
/** A process that fails as it starts is tried again after so long, milliseconds. */
const BETWEEN_MS = 1000;
const EX_UNAVAILABLE = 69;

/** How many processes answer: `--cores`, else `CORES`, else one. Throws one sentence for what is neither a number nor all. */
export function coresWanted(args: readonly string[], fromEnvironment: string | undefined): number {
  const { cores } = parseArgs({ args: [...args], options: { cores: { type: 'string' } } }).values;
  const text = cores ?? (fromEnvironment === '' ? undefined : fromEnvironment) ?? '1';
  if (text === 'all') return availableParallelism();
  const count = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (!(count >= 1 && count <= MOST))
    throw new Error(
      `${cores === undefined ? 'CORES' : '--cores'}: wanted "all" or a whole number from 1 to ${MOST}, found "${text.slice(0, 40)}"`,
    );
  return count;
}

/**
 * Processes that share one port, each the whole server: what they have in common is the database, so a release that
 * is switched to is seen by all. One that ends is replaced; told to stop, all finish what they were asked.
 */
export function runProcesses(count: number): void {
  const listening = new WeakSet<Worker>();
  let [isStopping, hasListened] = [false, false];
  const stop = (signal: StopSignal): void => {
    isStopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) {
      if (worker && listening.has(worker)) worker.send(signal);
      else worker?.process.kill('SIGTERM'); // one that still starts hears no messages yet
    }
  };
  cluster.on('listening', (worker) => {
    listening.add(worker);
    hasListened = true;
  });
  cluster.on('exit', (worker, code) => {
    if (isStopping) return;
    if (!hasListened) {
      process.exitCode = code || EX_UNAVAILABLE; // what keeps one from starting keeps all
      stop('SIGTERM');
      return;
    }
    console.error('A process of the server ended: another takes its place.');
    setTimeout(
      () => {
        if (!isStopping) cluster.fork();
      },
      listening.has(worker) ? 0 : BETWEEN_MS,
    );
  });
  for (const signal of STOP_SIGNALS)
    process.once(signal, () => {
      stop(signal);
    });
  for (let each = 0; each < count; each++) cluster.fork();
}

/** Calls `stop` once: for a signal, or when the process this is one of several of stops them all, or is gone. */
export function onStop(stop: (signal: StopSignal) => void): void {
  let isTold = false;
  const tell = (signal: StopSignal): void => {
    if (!isTold) stop(signal);
    isTold = true;
  };
  if (!cluster.worker) {
    for (const signal of STOP_SIGNALS) process.once(signal, tell);
    return;
  }
  // A terminal sends Ctrl-C to every process: the first of them tells the others.
  process.on('SIGINT', () => undefined);
  process.once('SIGTERM', tell);
  process.on('message', (message) => {
    const signal = STOP_SIGNALS.find((each) => each === message);
    if (signal) tell(signal);
  });
  process.once('disconnect', () => {
    tell('SIGTERM');
  });
}

/** Lets go of what ties this process to the others, so that it may end. */
export function leaveOthers(): void {
  if (process.connected) process.disconnect?.();
}

/** One of several speaks for all. */
export function isFirst(): boolean {
  return (cluster.worker?.id ?? 1) === 1;
}
