import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** What a process took: its threads together. */
export type Usage = {
  readonly cpuSeconds: number;
  /** Resident, at its largest. */
  readonly peakMb: number;
};
export type Run = Usage & { readonly wallSeconds: number };

const REPORT = join(import.meta.dirname, 'report-usage.ts');

/** A Node process that will say what it took. */
export function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, ['--import', REPORT, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
}

/** Waits for its end. */
export async function usageOf(child: ChildProcess): Promise<Usage> {
  const channel = child.stdio[3] as Readable;
  const [said] = await Promise.all([text(channel), once(child, 'exit')]);
  if (said === '' || (child.exitCode ?? 0) > 0) throw new Error('The measured process failed');
  return JSON.parse(said) as Usage;
}

/** So far. */
export async function usageNow(child: ChildProcess): Promise<Usage> {
  const channel = child.stdio[3] as Readable;
  child.kill('SIGUSR2');
  const [said] = (await once(channel.resume(), 'data')) as [Buffer];
  channel.pause();
  return JSON.parse(String(said)) as Usage;
}

export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const began = performance.now();
  const usage = await usageOf(start(args, env));
  return { ...usage, wallSeconds: (performance.now() - began) / 1000 };
}

/** So many times, one after another. */
export async function repeat<Value>(
  times: number,
  make: () => Promise<Value>,
): Promise<readonly Value[]> {
  const made: Value[] = [];
  for (let time = 0; time < times; time++) made.push(await make());
  return made;
}

/** `least 1.20, median 1.31`: the least is what the work takes, the rest is what the machine adds. */
export function spread(values: readonly number[], unit: string): string {
  return `least ${shown(Math.min(...values))} ${unit}, median ${shown(median(values))} ${unit}`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A goal, what was found, and whether it was met. */
export function verdict(what: string, found: number, most: number, unit: string): void {
  print(
    `${found <= most ? 'met   ' : 'MISSED'}  ${what}: ${shown(found)} ${unit}, goal ${most} ${unit}`,
  );
}

export function atLeast(what: string, found: number, wanted: number, unit: string): void {
  print(
    `${found >= wanted ? 'met   ' : 'MISSED'}  ${what}: ${shown(found)} ${unit}, goal at least ${shown(wanted)} ${unit}`,
  );
}

export function least(values: readonly number[]): number {
  return Math.min(...values);
}
