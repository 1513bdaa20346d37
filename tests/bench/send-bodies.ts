import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What is sent, one body after another on one connection. */
export type Sending = {
  readonly address: string;
  readonly type: string;
  readonly bodies: readonly string[];
  /** Whether whoever started this wants to read the answers. */
  readonly keep: boolean;
};
export type Sent = {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** Empty where they were not to be kept. */
  readonly answers: readonly string[];
};

/** The client of a bulk, a process of its own: all is made ready before, and what comes back is not looked at. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

process.on('message', (sending: Sending) => {
  void sendAll(sending).then((sent) => process.send?.(sent));
});

async function sendAll({ address, type, bodies, keep }: Sending): Promise<Sent> {
  const ready = bodies.map((body) => Buffer.from(body));
  const kept: Buffer[] = [];
  const [began, before] = [performance.now(), process.cpuUsage()];
  for (const body of ready) {
    const answer = await send(address, type, body, keep);
    if (answer) kept.push(answer);
  }
  const wallSeconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { wallSeconds, cpuSeconds: (user + system) / 1e6, answers: kept.map(String) };
}

function send(
  address: string,
  type: string,
  body: Buffer,
  keep: boolean,
): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, 'content-length': body.length };
    request(address, { method: 'POST', agent, headers }, (response) => {
      response.on('error', reject);
      if (response.statusCode !== 200) reject(new Error(`${response.statusCode} for a bulk`));
      else if (keep) buffer(response).then(resolve, reject);
      else
        response.resume().on('end', () => {
          resolve(undefined);
        });
    })
      .on('error', reject)
      .end(body);
  });
}
