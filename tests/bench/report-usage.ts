import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Preloaded into a process that is measured: says what it took on its way out, and on `SIGUSR2`, to whoever opened the channel. */
const CHANNEL = 3;

if (isMainThread) {
  process.on('SIGUSR2', say);
  process.on('exit', say);
}

function say(): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMb: maxRSS / 1024 };
  writeSync(CHANNEL, `${JSON.stringify(usage)}\n`);
}
