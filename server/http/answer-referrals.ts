import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { answerCsv, type Answered } from '../bulk/answer-csv.ts';
import { answerLines } from '../bulk/answer-lines.ts';
import { BulkFault } from '../bulk/bulk-fault.ts';
import { noCounts } from '../bulk/settle-rows.ts';
import { inTurn } from './in-turn.ts';
import { whyUnclear } from './json-body.ts';
import type { Exchange, Site } from './site.ts';
import type { Questions } from '../questions/questions.ts';
import { COMPRESSED, NOT_BY_POST, type Refusal, refuse } from '../refuse.ts';

export const REFERRALS_PATH = '/referrals';

const CSV = 'text/csv';
const NDJSON = 'application/x-ndjson';
const TYPE = /^(text\/csv|application\/x-ndjson)(?:; ?charset="?utf-8"?)?$/i;

type Bulk = (
  input: AsyncIterable<Uint8Array>,
  questions: Questions,
  at: number,
) => AsyncGenerator<Answered>;

const BULKS: ReadonlyMap<string, Bulk> = new Map<string, Bulk>([
  [
    CSV,
    (input, questions, at) => {
      const usual = { need: undefined, at, asAt: undefined };
      return answerCsv(input, { questions, names: {}, usual, after: 0, counts: noCounts() });
    },
  ],
  [NDJSON, (input, questions, at) => answerLines(input, { questions, at, unclear: whyUnclear })],
]);

/** Referrals without end, answered as they come: read no faster than the answers are taken, and never kept. */
export function answerReferrals(site: Site, exchange: Exchange): Promise<void> {
  return inTurn(site, exchange, { work: 'stream', weight: 1 }, () =>
    stream(site.questions, exchange),
  );
}

async function stream(
  questions: () => Promise<Questions>,
  { request, response }: Exchange,
): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  const refusal = unfitFor(request);
  const type = TYPE.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase() ?? '';
  const bulk = BULKS.get(type);
  if (refusal || !bulk) {
    refuse(response, refusal ?? WRONG_TYPE);
    return;
  }
  // What is refused midway is still heard out: who is cut off never reads why.
  const input = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  const answers = bulk(input, await questions(), Date.now());
  try {
    const first = await firstOf(answers);
    response.setHeader('content-type', `${type}; charset=utf-8`);
    await pipeline(textsOf(first, answers), response);
  } catch (fault) {
    if (!(fault instanceof BulkFault)) throw fault;
    // What was sent already cannot be taken back: a broken connection says that it is not the whole.
    if (response.headersSent) response.destroy();
    else refuse(response, { status: 400, message: fault.message });
    request.resume();
  }
}

/** Up to the first piece that has something to say: whatever is wrong before it is an answer of its own. */
async function firstOf(answers: AsyncGenerator<Answered>): Promise<string> {
  for (;;) {
    const next = await answers.next();
    if (next.done === true) return '';
    if (next.value.text !== '') return next.value.text;
  }
}

async function* textsOf(first: string, rest: AsyncIterable<Answered>): AsyncGenerator<string> {
  yield first;
  for await (const { text } of rest) if (text !== '') yield text;
}

const WRONG_TYPE: Refusal = {
  status: 415,
  message: `Send ${CSV} or ${NDJSON}, in UTF-8.`,
};

function unfitFor({ method, headers }: IncomingMessage): Refusal | undefined {
  if (method !== 'POST') return NOT_BY_POST;
  const type = headers['content-type'] ?? '';
  if (!TYPE.test(type)) return WRONG_TYPE;
  if (headers['content-encoding'] !== undefined) return COMPRESSED;
  const wanted = accepted(headers.accept);
  return wanted.some((each) => type.toLowerCase().startsWith(each))
    ? undefined
    : {
        status: 406,
        message: `What is sent as ${CSV} is answered as ${CSV}, and ${NDJSON} likewise.`,
      };
}

/** Beginnings of the types that a client takes; what it likes best does not count. */
function accepted(accept: string | undefined): readonly string[] {
  const ranges = (accept ?? '*/*')
    .split(',')
    .map((each) => each.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  return ranges.map((each) => each.replace(/\*(?:\/\*)?$/, ''));
}
