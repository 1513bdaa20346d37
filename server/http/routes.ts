import { DRAWINGS_PATH } from '../drawings/drawings.ts';
import type { Route } from '../operating/route-name.ts';
import { PLAIN_PATH } from '../plain/sent.ts';
import { refuse } from '../refuse.ts';
import { answerDrawing, answerFile } from './answer-file.ts';
import { answerGraphQL } from './answer-graphql.ts';
import { answerPlain } from './answer-plain.ts';
import { answerProbe } from './answer-probe.ts';
import { answerReferrals, REFERRALS_PATH } from './answer-referrals.ts';
import { answerStandard } from './answer-standard.ts';
import type { Exchange, Site, StandardAt } from './site.ts';

type Answer = (site: Site, exchange: Exchange) => Promise<void> | void;

/** Who answers at an address. */
export type Destination = { readonly route: Route; readonly answer: Answer };

const BY_PATH: ReadonlyMap<string, Destination> = new Map([
  ['/graphql', { route: 'graphql', answer: answerGraphQL }],
  [REFERRALS_PATH, { route: 'referrals', answer: answerReferrals }],
  [PLAIN_PATH, { route: 'plain', answer: answerPlain }],
  ['/health', probe('health')],
  ['/ready', probe('ready')],
  ['/metrics', probe('metrics')],
]);

const DRAWING: Destination = { route: 'drawing', answer: onlyRead(answerDrawing) };
const FILE: Destination = { route: 'file', answer: onlyRead(answerFile) };

export function createRoutes(standards: readonly StandardAt[]): (path: string) => Destination {
  const below = standards.map((each) => ({
    at: each.at,
    to: { route: 'standard' as const, answer: answerStandard(each) },
  }));
  return (path) =>
    BY_PATH.get(path) ??
    below.find(({ at }) => path === at || path.startsWith(`${at}/`))?.to ??
    (path.startsWith(DRAWINGS_PATH) ? DRAWING : FILE);
}

function probe(name: 'health' | 'ready' | 'metrics'): Destination {
  return { route: name, answer: onlyRead(answerProbe(name)) };
}

/** There is nothing to send to. */
function onlyRead(answer: Answer): Answer {
  return (site, exchange) => {
    const { method } = exchange.request;
    if (method === 'GET' || method === 'HEAD') return answer(site, exchange);
    const headers = { allow: 'GET, HEAD' };
    refuse(exchange.response, { status: 405, message: 'Only GET is served here.', headers });
  };
}
