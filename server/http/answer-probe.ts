import { refusalFor } from '../keys/refusal.ts';
import type { Probes } from '../operating/probes.ts';
import { refuse } from '../refuse.ts';
import type { Exchange, Site } from './site.ts';

/** Answered without waiting for a turn. */
export function answerProbe(name: keyof Probes) {
  return async ({ probes, keys }: Site, { request, response }: Exchange): Promise<void> => {
    const right = keys.rightTo('metrics', request.headers.authorization);
    if (name === 'metrics' && right.kind !== 'allowed') {
      refuse(response, refusalFor(right));
      return;
    }
    const { status, type, body } = await probes[name]();
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
