import type { LocalDate } from '../domain/calendar.ts';
import { londonDate } from '../domain/london-time.ts';
import type { Need } from '../domain/need.ts';
import { type Outcode, parseOutcode } from '../domain/postcode.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import type { OutwardAsk } from '../questions/outward.ts';
import type { Questions } from '../questions/questions.ts';
import { etagOf } from '../standards/etag.ts';
import { dayOf, type Parameters, readParameters } from '../standards/parameters.ts';
import { type Asked, namesIn, problem, type Standard, TooManyWait } from '../standards/standard.ts';

type OutwardFilesNeeds = {
  readonly questions: () => Promise<Questions>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** Each of some 5 to 100 kB. */
const MOST_KEPT = 400;
const MOST_WAITING = 16;
/** Seconds. */
const COME_BACK = 2;

/** Below `/outward`: `/SO23?need=child-protection&date=2026-11-22`. Never a whole postcode. */
export function createOutwardFiles({ questions, now }: OutwardFilesNeeds): Standard {
  const files = keepFiles();
  return {
    answer: async (asked) => {
      const release = await questions();
      const ask = readAsk(asked, release, londonDate(now()));
      const { outcode, need, on, today } = ask;
      const { id, loadedAt } = release.atlas.release;
      return {
        status: 200,
        type: 'application/json; charset=utf-8',
        body: await files(release, ask),
        etag: etagOf(id, loadedAt, outcode, need.id, on, today),
      };
    },
    refuse: problem,
    takesForm: () => false,
  };
}

function readAsk(asked: Asked, release: Questions, today: LocalDate): OutwardAsk {
  const parameters = readParameters(asked.parameters, ['need', 'date']);
  return {
    outcode: outcodeOf(asked.path),
    need: needOf(parameters, release),
    on: dayOf(parameters, 'date') ?? today,
    today,
  };
}

/** What was found is not said again: it may be a whole postcode. */
function outcodeOf(path: string): Outcode {
  const [text = '', ...more] = namesIn(path);
  const outcode = more.length === 0 ? parseOutcode(text) : undefined;
  if (outcode === undefined)
    throw new AskingFault(
      'Wanted one outward code, the first half of a postcode, such as /outward/SO23. A whole postcode never goes into an address.',
    );
  return outcode;
}

function needOf(parameters: Parameters, { atlas }: Questions): Need {
  const wanted = parameters.get('need');
  const need = atlas.needs.find(({ id }) => id === wanted);
  if (need) return need;
  const known = atlas.needs.map(({ id }) => id).join(', ');
  throw new AskingFault(`Wanted need to be one that this release knows: ${known}.`);
}

/** One is made at a time, so that spreadsheets never crowd out a single question; those made last are kept. */
function keepFiles(): (release: Questions, ask: OutwardAsk) => Promise<string> {
  const kept = new WeakMap<Questions, Map<string, Promise<string>>>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  const make = (release: Questions, ask: OutwardAsk): Promise<string> => {
    if (waiting >= MOST_WAITING)
      throw new TooManyWait('Others wait for such files. Ask again in a moment.', COME_BACK);
    waiting += 1;
    const made = last.then(async () => JSON.stringify(await release.outward(ask)));
    const done = (): void => {
      waiting -= 1;
    };
    last = made.then(done, done);
    return made;
  };
  return (release, ask) => {
    const ofRelease = kept.get(release) ?? new Map<string, Promise<string>>();
    kept.set(release, ofRelease);
    const key = [ask.outcode, ask.need.id, ask.on, ask.today].join(' ');
    const file = ofRelease.get(key) ?? make(release, ask);
    keep(ofRelease, key, file);
    return file;
  };
}

/** The one used longest ago goes first; one that failed is made again when asked for. */
function keep(files: Map<string, Promise<string>>, key: string, file: Promise<string>): void {
  files.delete(key);
  files.set(key, file);
  file.catch(() => files.delete(key));
  const [oldest] = files.keys();
  if (files.size > MOST_KEPT && oldest !== undefined) files.delete(oldest);
}
