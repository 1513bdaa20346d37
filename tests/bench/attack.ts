import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { attacks } from '../worlds/attacks.ts';
import { HOSTILE_FORMS, type HostileForm } from '../worlds/hostile-forms.ts';
import type { Cost } from './answer-attacked.ts';
import { print, shown, verdict } from './measure.ts';
import { inFolder } from './real.ts';

const BLOCKED_MS = 50;
const BYTES = 1_000_000;
/** A busy machine stops a process now and then: the least of these is what the work takes. */
const TIMES = 3;
const LISTED = 12;

type Measured = Asked & Cost & { readonly status: number; readonly bytes: number };

type Asked = Pick<HostileForm, 'title' | 'body'> & Partial<HostileForm>;

/** Every body of the attack corpora, one after another: how long each stops the server for everybody else. */
export async function benchAttack(): Promise<void> {
  await inFolder(async (folder) => {
    const env = { DATABASE_URL: `sqlite:${join(folder, 'x.sqlite')}`, ...process.env };
    const server = fork(join(import.meta.dirname, 'answer-attacked.ts'), { env });
    const [port] = (await once(server, 'message')) as [number];
    const bodies: readonly Asked[] = [...attacks(), ...HOSTILE_FORMS];
    await measured(server, port, { title: 'warm', body: '{"query":"{ needs { id } }"}' });
    const found: Measured[] = [];
    for (const attack of bodies) found.push(await leastOf(server, port, attack));
    server.disconnect();
    await once(server, 'exit');
    report(found);
  });
}

function report(found: readonly Measured[]): void {
  print(
    `${found.length} documents and forms; the longest stops of the event loop, least of ${TIMES} tries:`,
  );
  const worst = found.toSorted((a, b) => b.blockedMs - a.blockedMs).slice(0, LISTED);
  for (const { title, status, bytes, blockedMs, cpuMs } of worst)
    print(`  ${shown(blockedMs)} ms, CPU ${shown(cpuMs)} ms, ${status}, ${bytes} bytes: ${title}`);
  verdict('longest stop', Math.max(...found.map(({ blockedMs }) => blockedMs)), BLOCKED_MS, 'ms');
  // A table is answered row by row, and is as long as what was sent makes it.
  const whole = found.filter(({ path }) => path !== '/referrals');
  verdict('longest answer', Math.max(...whole.map(({ bytes }) => bytes)), BYTES, 'bytes');
  verdict('answers with 5xx', found.filter(({ status }) => status >= 500).length, 0, '');
}

async function leastOf(server: ChildProcess, port: number, attack: Asked): Promise<Measured> {
  let least: Measured | undefined;
  for (let time = 0; time < TIMES; time++) {
    const next = await measured(server, port, attack);
    if (!least || next.blockedMs < least.blockedMs) least = next;
    if (least.blockedMs < BLOCKED_MS / 2) break;
  }
  if (!least) throw new Error('Nothing was measured');
  return least;
}

async function measured(server: ChildProcess, port: number, attack: Asked): Promise<Measured> {
  await costSince(server);
  const { path = '/graphql', type = 'application/json', body } = attack;
  const accept = path === '/graphql' ? 'application/graphql-response+json' : '*/*';
  // A table that turns out to be none is cut off, sometimes while it still comes.
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, accept },
    body,
  }).catch(() => new Response(null, { status: 400 }));
  const { byteLength } = await response.arrayBuffer().catch(() => new ArrayBuffer());
  return { ...attack, ...(await costSince(server)), status: response.status, bytes: byteLength };
}

async function costSince(server: ChildProcess): Promise<Cost> {
  const answer = once(server, 'message');
  server.send('cost');
  const [cost] = (await answer) as [Cost];
  return cost;
}
