import type { Questions } from '../questions/questions.ts';
import type { Answered } from './answer-csv.ts';
import { BulkFault } from './bulk-fault.ts';
import { LONGEST_ROW } from './csv-rows.ts';
import { readLine } from './line-ask.ts';
import { inParts } from './in-parts.ts';
import { faultJson, outcomeJson } from './outcome-json.ts';
import { isRowFault, rowReader } from './row-ask.ts';
import { noCounts, settleRows } from './settle-rows.ts';
import { textReader } from './text.ts';

export type LinesBulk = {
  readonly questions: Questions;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Why a line cannot be read in one way only. */
  readonly unclear: (text: string) => string | undefined;
};

/** Answers NDJSON line by line, as it comes: an object on a line in, an object on a line out, in the same order. */
export async function* answerLines(
  input: AsyncIterable<Uint8Array>,
  { questions, at, unclear }: LinesBulk,
): AsyncGenerator<Answered> {
  const release = questions.atlas.release.id;
  const members = (object: object): string => JSON.stringify(object).slice(1);
  const settle = settleRows(
    questions,
    {
      settled: (referral, holdsUntil) => members(outcomeJson(referral, { release, holdsUntil })),
      fault: (fault) => members(faultJson(fault, release)),
    },
    noCounts(),
  );
  const read = rowReader(questions, { need: undefined, at, asAt: undefined });
  let [row, rest] = [0, ''];
  const reader = textReader(() => row);
  const answered = async function* (text: string, isLast: boolean): AsyncGenerator<Answered> {
    const lines = (rest + text).split('\n');
    rest = isLast ? '' : (lines.pop() ?? '');
    if (rest.length > LONGEST_ROW || lines.some((line) => line.length > LONGEST_ROW))
      throw new BulkFault(
        `After row ${row}: wanted lines of at most ${LONGEST_ROW} characters, found a longer one.`,
      );
    const numbered = lines
      .map((line, index) => ({ line, number: row + index + 1 }))
      .filter(({ line }) => line.trim() !== '');
    row += lines.length;
    for await (const part of inParts(numbered, 1)) {
      const said = part.map(({ line }) => readLine(line, unclear));
      const answers = await settle(
        said.map(({ said: each }) => {
          if ('fault' in each) return each;
          const asking = read(each.rest);
          return isRowFault(asking) ? asking : { where: each.where, asking };
        }),
      );
      const texts = said.map(({ id }, index) => {
        const name = id === undefined ? '' : `"id":${JSON.stringify(id)},`;
        return `{"row":${part[index]?.number},${name}${answers[index]}\n`;
      });
      yield { text: texts.join(''), row: part.at(-1)?.number ?? row };
    }
  };
  for await (const bytes of input) yield* answered(reader.take(bytes), false);
  yield* answered(reader.end(), true);
}
