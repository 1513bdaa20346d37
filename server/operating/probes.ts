import { type Admission, WORKS } from '../admission/admission.ts';
import { DatabaseFault } from '../database/database-fault.ts';
import type { Release } from '../domain/release.ts';
import type { Questions } from '../questions/questions.ts';
import { exposition, type Family } from './exposition.ts';
import type { Tallies } from './tallies.ts';

/** What a probe is told. Probes never wait for a turn and are never turned away. */
export type Probe = { readonly status: 200 | 503; readonly type: string; readonly body: string };

export type Probes = {
  /** The process answers; nothing else is looked at. */
  readonly health: () => Probe;
  /** A release can be answered from, and the server is not about to stop. */
  readonly ready: () => Promise<Probe>;
  readonly metrics: () => Promise<Probe>;
};

export type Probed = {
  readonly questions: () => Promise<Questions>;
  readonly isStopping: () => boolean;
  readonly tallies: Tallies;
  readonly admission: Admission;
  readonly connections: () => Promise<number>;
};

const JSON_TYPE = 'application/json; charset=utf-8';
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Memory, processor, event loop, files. Read in when first asked for: a start must not wait for it. */
async function ofProcess(): Promise<string> {
  const { collectDefaultMetrics, register } = await import('prom-client');
  if (register.getMetricsAsArray().length === 0) collectDefaultMetrics();
  return register.metrics();
}

function ofNow(
  { admission, isStopping }: Probed,
  found: Release | Error,
  connections: number,
): readonly Family[] {
  const release = found instanceof Error ? undefined : found;
  const byWork = (figure: 'running' | 'waiting'): Family['samples'] =>
    WORKS.map((work) => ({ labels: { work }, value: admission.load(work)[figure] }));
  return [
    gauge('work_running', 'Requests being answered.', byWork('running')),
    gauge('work_waiting', 'Requests waiting for their turn.', byWork('waiting')),
    gauge('connections', 'Open connections.', [{ labels: {}, value: connections }]),
    gauge('ready', '1 when a release can be answered from.', [
      { labels: {}, value: release && !isStopping() ? 1 : 0 },
    ]),
    gauge(
      'release_loaded_timestamp_seconds',
      'When the release that answers was loaded.',
      release
        ? [{ labels: { release: release.id }, value: Date.parse(release.loadedAt) / 1000 }]
        : [],
    ),
  ];
}

function gauge(name: string, help: string, samples: Family['samples']): Family {
  return { name: `coterminosity_${name}`, help, type: 'gauge', samples };
}

export function createProbes(probed: Probed): Probes {
  let looking: Promise<Release | Error> | undefined;
  /** However many ask, one looks. */
  const release = (): Promise<Release | Error> => {
    looking ??= probed
      .questions()
      .then(
        ({ atlas }) => atlas.release,
        (fault: unknown) => (fault instanceof Error ? fault : new Error('unknown')),
      )
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  return {
    health: () => told(200, { status: 'alive' }),
    ready: async () => {
      if (probed.isStopping()) return told(503, { status: 'not ready', why: 'It is stopping.' });
      const found = await release();
      return found instanceof Error
        ? told(503, { status: 'not ready', why: whyNot(found) })
        : told(200, { status: 'ready', release: found.id });
    },
    metrics: async () => {
      const found = await release();
      const open = await probed.connections();
      const families = [...probed.tallies.families(), ...ofNow(probed, found, open)];
      return { status: 200, type: METRICS_TYPE, body: exposition(families) + (await ofProcess()) };
    },
  };
}

function told(status: Probe['status'], body: object): Probe {
  return { status, type: JSON_TYPE, body: JSON.stringify(body) };
}

/** What a database says of itself may name its address. */
function whyNot(fault: Error): string {
  return fault instanceof DatabaseFault
    ? 'The database cannot be reached.'
    : 'No release can be answered from.';
}
