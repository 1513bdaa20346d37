import { join } from 'node:path';

import { openReadyDatabase } from '../../geodata/ready.ts';
import { disconnect } from '../../server/database/connect.ts';
import { sectorsBeginning } from '../../server/database/postcodes.ts';
import { findCurrentReleaseKey, getAtlas } from '../../server/database/releases.ts';
import { load, type Load } from './load-tool.ts';
import { atLeast, least, median, print, repeat, shown, spread, verdict } from './measure.ts';
import { inFolder } from './real.ts';
import { referralRequests } from './referral-requests.ts';
import { ask, serve, stop } from './serving.ts';

const ROUNDS = 5;
/** Few, and as many as keep a core busy. */
const CLIENTS = [10, 40];
const SAMPLE = 500;
const RATIO = 0.3;
const TAIL = 5;

/** One referral a request, no two alike, against `node:http` with a constant answer of the same size. */
export async function benchHttp(): Promise<void> {
  await inFolder(async (folder) => {
    const database = `sqlite:${join(folder, 'embedded.sqlite')}`;
    const bodies = referralRequests(await sectorsOf(database));
    const ours = await serve(['server/main.ts'], { DATABASE_URL: database }, bodies.next().value);
    const answer = await usualAnswer(ours.address, bodies);
    const constant = await serve(
      [join(import.meta.dirname, 'answer-constant.ts')],
      { ANSWER: answer },
      bodies.next().value,
    );
    try {
      print(`answers of about ${Buffer.byteLength(answer)} bytes`);
      for (const clients of CLIENTS)
        await compare(clients, (server, perSecond) =>
          load({ ours, constant }[server].address, bodies, { clients, ...perSecond }),
        );
    } finally {
      await stop(ours);
      await stop(constant);
    }
  });
}

type Ask = (server: 'ours' | 'constant', more?: { readonly perSecond: number }) => Promise<Load>;

async function compare(clients: number, ask: Ask): Promise<void> {
  await ask('ours');
  const rounds = await repeat(ROUNDS, async () => ({
    constant: await ask('constant'),
    ours: await ask('ours'),
  }));
  const full = rounds.map((round) => round.ours);
  const known = rounds.map((round) => round.constant);
  const perSecond = Math.max(...full.map((each) => each.perSecond)) / 2;
  const half = await repeat(ROUNDS, () => ask('ours', { perSecond }));
  const ratios = rounds.map((each) => each.ours.perSecond / each.constant.perSecond);
  print(`${clients} clients at once`);
  print(`a second: ours ${told(full, 'perSecond')}; constant ${told(known, 'perSecond')}`);
  print(`each round: ${ratios.map(shown).join(' ×, ')} × constant`);
  print(`p99, ms:  ours ${told(full, 'p99')}; at half load ${told(half, 'p99')}`);
  print(`p99, ms:  constant ${told(known, 'p99')}`);
  atLeast('requests a second', median(ratios), RATIO, '× constant');
  const tail = least(full.map(({ p99 }) => p99)) / least(half.map(({ p99 }) => p99));
  verdict('p99 at full load', tail, TAIL, '× at half load');
}

function told(loads: readonly Load[], figure: keyof Load): string {
  return spread(
    loads.map((each) => each[figure]),
    '',
  );
}

/** The answer of the median length. */
async function usualAnswer(address: string, bodies: Iterator<string, never>): Promise<string> {
  const answers = await repeat(SAMPLE, () => ask(address, bodies.next().value));
  const sorted = answers.toSorted((a, b) => a.length - b.length);
  return sorted[Math.floor(sorted.length / 2)] ?? '';
}

async function sectorsOf(address: string): Promise<string[]> {
  const database = await openReadyDatabase(address, print);
  try {
    const key = await findCurrentReleaseKey(database);
    const atlas = await getAtlas(database, key ?? 0);
    return (await sectorsBeginning(database, atlas, '')).map(({ sector }) => sector);
  } finally {
    await disconnect(database);
  }
}
