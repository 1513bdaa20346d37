import autocannon from 'autocannon';

const SECONDS = 4;
/** Made beforehand for each connection, so that the tool only sends; it begins again after these. */
const REQUESTS = 3000;

export type Load = {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
};

/** How many clients ask at once, each as soon as it is answered, or so often a second all together. */
export type Asking = { readonly clients: number; readonly perSecond?: number };

/** Loads a server with a new body each time. */
export async function load(
  address: string,
  bodies: Iterator<string, never>,
  { clients, perSecond }: Asking,
): Promise<Load> {
  const times: number[] = [];
  const batches = Array.from({ length: clients }, () =>
    Array.from({ length: REQUESTS }, () => ({ body: bodies.next().value })),
  );
  const { non2xx, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(
      {
        url: address,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        connections: clients,
        duration: SECONDS,
        ...(perSecond !== undefined && { overallRate: Math.round(perSecond) }),
        setupClient: (client) => {
          client.setRequests(batches.pop() ?? []);
        },
      },
      (fault: Error | null, result) => {
        if (fault) reject(fault);
        else resolve(result);
      },
    ).on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx} refused, ${errors} not answered`);
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / SECONDS,
    p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  };
}
