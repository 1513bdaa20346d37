import { join } from 'node:path';

import { parse, specifiedRules, validate } from 'graphql';

import { openReadyDatabase } from '../../geodata/ready.ts';
import { disconnect } from '../../server/database/connect.ts';
import { sectorsBeginning } from '../../server/database/postcodes.ts';
import { setsInForce } from '../../server/domain/area.ts';
import { holdsUntil } from '../../server/domain/holds-until.ts';
import { londonDate } from '../../server/domain/london-time.ts';
import { isOpen, nextOpening } from '../../server/domain/opening-hours.ts';
import { decideReferral } from '../../server/domain/referral.ts';
import type { Referral } from '../../server/domain/referral-outcome.ts';
import { limitsRule } from '../../server/graphql/limits.ts';
import { schema } from '../../server/graphql/schema.ts';
import { createGraphQLServer } from '../../server/graphql/yoga.ts';
import { createQuestions, type Questions } from '../../server/questions/questions.ts';
import type { ReferralAsk } from '../../server/questions/referrals.ts';
import { least, print, shown } from './measure.ts';
import { inFolder } from './real.ts';
import { referralRequests } from './referral-requests.ts';

const EACH = 2000;
const ROUNDS = 3;
/** Microseconds. */
const LONG_ENOUGH = 300_000;
const NOW = Date.parse('2026-11-18T14:00:00Z');

type Step = {
  readonly name: string;
  readonly run: (body: string, at: number) => unknown;
  /** A part of the step named before it, not beside it. */
  readonly within?: boolean;
};

/** One referral in process through `yoga.fetch`: what each of its steps takes. */
export async function benchReferral(): Promise<void> {
  await inFolder(async (folder) => {
    const database = await openReadyDatabase(
      `sqlite:${join(folder, 'embedded.sqlite')}`,
      () => null,
    );
    try {
      const questions = createQuestions(database);
      const release = await questions();
      const sectors = await sectorsBeginning(database, release.atlas, '');
      const made = referralRequests(sectors.map(({ sector }) => sector));
      const bodies = Array.from({ length: EACH }, () => made.next().value);
      const server = createGraphQLServer({
        questions,
        development: false,
        now: () => NOW,
        report: (fault) => {
          throw fault;
        },
      });
      const fetchOne = async (body: string): Promise<string> => {
        const headers = { 'content-type': 'application/json', accept: 'application/json' };
        const init = { method: 'POST', headers, body };
        return (await server.fetch('http://localhost/graphql', init)).text();
      };
      const answers = await Promise.all(bodies.map(fetchOne));
      const yardstick = await microseconds(bodies, (_body, at) =>
        JSON.stringify(JSON.parse(answers[at] ?? '')),
      );
      print(`${EACH} questions, no two alike; answers of about ${middleLength(answers)} bytes`);
      print(`yardstick, such an answer read and written again: ${shown(yardstick)} µs`);
      for (const step of [
        { name: 'the whole through yoga.fetch', run: fetchOne },
        {
          name: 'the whole when its document is compiled',
          run: (body: string) => server.answerOften(body, 'application/json'),
        },
        ...(await stepsOf(questions, bodies, answers)),
      ]) {
        const took = await microseconds(bodies, step.run);
        const share = `${shown(took / yardstick)} × yardstick`;
        print(`${`${step.within ? '  ' : ''}${step.name}`.padEnd(48)}${shown(took)} µs, ${share}`);
      }
    } finally {
      await disconnect(database);
    }
  });
}

/** By itself each, on the same questions; what the whole takes beyond them is Yoga and the carrying out of the document. */
async function stepsOf(
  questions: () => Promise<Questions>,
  bodies: readonly string[],
  answers: readonly string[],
): Promise<Step[]> {
  const release = await questions();
  const { atlas } = release;
  const document = (JSON.parse(bodies[0] ?? '') as { query: string }).query;
  const parsed = parse(document);
  const asks = bodies.map((body) => askFrom(body, release));
  const places = await Promise.all(asks.map(({ where, on }) => release.place(where, on)));
  const sets = setsInForce(atlas.sets, londonDate(NOW));
  const directory = { ...atlas, sets, grounds: atlas.cells.map(({ ground }) => ground) };
  const decideAt = (at: number): Referral => {
    const { practice: _none, ...ask } = from(asks, at);
    return decideReferral({ ...ask, practice: undefined, place: from(places, at) }, directory);
  };
  const decided = asks.map((_ask, at) => decideAt(at));
  const data = answers.map((answer) => JSON.parse(answer) as unknown);
  return [
    { name: 'read the body', run: (body) => JSON.parse(body) as unknown },
    { name: 'parse the document: once, then kept', run: () => parse(document) },
    {
      name: 'validate it: once, then kept',
      run: () => validate(schema, parsed, [...specifiedRules, limitsRule]),
    },
    { name: 'find the current release', run: () => questions() },
    {
      name: 'look up the place',
      run: (_body, at) => release.place(from(asks, at).where, from(asks, at).on),
    },
    { name: 'decide', run: (_body, at) => decideAt(at) },
    { name: 'of it opening hours', run: (_body, at) => hoursOf(from(decided, at)), within: true },
    {
      name: 'until when it holds',
      run: (_body, at) => holdsUntil(from(decided, at), from(asks, at), atlas),
    },
    { name: 'write the answer', run: (_body, at) => JSON.stringify(data[at]) },
  ];
}

function askFrom(body: string, { atlas }: Questions): ReferralAsk {
  const { variables } = JSON.parse(body) as {
    variables: { input: { postcode: string; need: string; age: number } };
  };
  const { postcode, need: id, age } = variables.input;
  const need = atlas.needs.find((each) => each.id === id);
  if (!need) throw new Error(`Wanted a need of the release, found ${id}`);
  const on = londonDate(NOW);
  return { where: { postcode }, need, age, practice: undefined, on, at: NOW, answers: new Map() };
}

function hoursOf(referral: Referral): unknown {
  if (referral.kind !== 'routed') return undefined;
  return referral.teams.map(({ team }) => [isOpen(team.hours, NOW), nextOpening(team.hours, NOW)]);
}

/** Of this thread's processor, so that others on the machine do not count: the least of a few rounds. */
async function microseconds(bodies: readonly string[], run: Step['run']): Promise<number> {
  const rounds: number[] = [];
  while (rounds.length < ROUNDS) rounds.push(await roundOf(bodies, run));
  return least(rounds);
}

/** As long as it takes for its clock, which ticks in milliseconds, to be exact enough. */
async function roundOf(bodies: readonly string[], run: Step['run']): Promise<number> {
  const began = process.threadCpuUsage();
  for (let times = 1; ; times++) {
    for (const [at, body] of bodies.entries()) {
      const made = run(body, at);
      if (made instanceof Promise) await made;
    }
    const { user, system } = process.threadCpuUsage(began);
    if (user + system > LONG_ENOUGH) return (user + system) / (times * bodies.length);
  }
}

function from<Item>(items: readonly Item[], at: number): Item {
  return items[at] as Item;
}

function middleLength(texts: readonly string[]): number {
  const sorted = texts.map((text) => Buffer.byteLength(text)).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
