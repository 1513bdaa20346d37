import { beforeAll, describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { attacks } from '../worlds/attacks.ts';
import { honestDocuments } from '../worlds/honest-documents.ts';
import { openWorld } from '../worlds/open.ts';
import { questioner, type Replied, sendBody } from './question.ts';
import { serve } from './served.ts';

const port = await serve(await openWorld(readEmbeddedPack()));
const ask = questioner(port);
const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype);
const AT_ONCE = 8;
/** More values than any answer of ours holds that was worth its work. */
const MOST_VALUES = 60_000;

describe('C2 the attack corpus', () => {
  const corpus = attacks();
  const replies = new Map<string, Replied>();
  beforeAll(async () => {
    const left = corpus.values();
    const one = async (): Promise<void> => {
      for (const { title, body } of left) replies.set(title, await sendBody(port, body));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  });
  const those = (wrong: (reply: Replied) => boolean): string[] =>
    [...replies].filter(([, reply]) => wrong(reply)).map(([title]) => title);

  test('has at least 400 documents, no two alike, and each is answered', () => {
    expect(new Set(corpus.map(({ body }) => body)).size).toBeGreaterThan(400);
    expect(replies.size).toBe(corpus.length);
  });
  test('makes no answer 5xx and finds no fault of ours', () => {
    expect(those(({ status }) => status >= 500)).toEqual([]);
    expect(those(({ text }) => text.includes('INTERNAL_SERVER_ERROR'))).toEqual([]);
  });
  test('gets no answer over 1 MB, and none of more values than a limit allows', () => {
    expect(those(({ text }) => text.length > 1_000_000)).toEqual([]);
    expect(those(({ data }) => valuesIn(data) > MOST_VALUES)).toEqual([]);
  });
  test('gets one error for a document, and at most 51 for its variables', () => {
    const ofVariables = (reply: Replied): boolean => reply.text.includes('of the wrong type');
    expect(
      those((reply) => reply.status >= 400 && reply.errors.length !== 1 && !ofVariables(reply)),
    ).toEqual([]);
    expect(those(({ errors }) => errors.length > 51)).toEqual([]);
  });
  test('is mostly refused before anything is looked up', () => {
    expect(those(({ status }) => status >= 400).length).toBeGreaterThan(corpus.length / 2);
  });
  test('gets no error that repeats a long document', () => {
    expect(those(({ status, text }) => status >= 400 && text.length > 20_000)).toEqual([]);
  });
  test('gets no stack, no file and no SQL', () => {
    expect(those(({ text }) => /\\n +at |\.ts:|node_modules|SQLITE|select "/.test(text))).toEqual(
      [],
    );
  });
  test('changes no prototype, and the server answers on', async () => {
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PROTOTYPE);
    expect((await ask('{ release { id } }')).status).toBe(200);
  });
});

describe('C2 honest documents', () => {
  const documents = honestDocuments();
  test('are at least 120, those of the pages among them', () => {
    expect(
      new Set(documents.map(({ query, variables }) => JSON.stringify([query, variables]))).size,
    ).toBeGreaterThanOrEqual(120);
    expect(documents.filter(({ title }) => title.startsWith('page: ')).length).toBeGreaterThan(10);
  });
  test.each(documents)('pass: $title', async ({ query, variables }) => {
    const { status, errors } = await ask(query, variables);
    expect(errors.filter(({ extensions }) => extensions?.code !== 'BAD_USER_INPUT')).toEqual([]);
    expect(status).toBe(200);
  });
});

function valuesIn(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 1;
  return Object.values(data).reduce<number>((sum, value) => sum + valuesIn(value), 0);
}
