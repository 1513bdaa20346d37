import { AskingFault } from '../../questions/asking-fault.ts';
import type { Asked } from '../standard.ts';
import type { Resource } from './resource.ts';
import { readTerm, type Term } from './search.ts';
import type { Fields, Telling } from './telling.ts';

/** Of the bundle rather than of what is in it; the total is always given and exact, and white space nobody reads is not. */
const OF_THE_BUNDLE = ['_count', 'page', '_format', '_total', '_pretty'];
const USUAL_COUNT = 50;
const MOST_COUNT = 500;
/** Every resource is looked at with each of them. */
const MOST_VALUES = 100;
/** The links of a page repeat them, and an address can only be so long. */
const LONGEST = 8000;

type Query = {
  readonly terms: readonly Term[];
  readonly count: number;
  readonly page: number;
  /** The parameters that were heeded, as they were sent. */
  readonly kept: readonly (readonly [name: string, value: string])[];
};

/** A page of what was found, with links to the others. */
export async function searchBundle(
  found: Resource,
  asked: Asked,
  telling: Telling,
): Promise<Fields> {
  const query = readQuery(found, asked);
  const { count, page } = query;
  const { total, page: pageOf } = found.search(query.terms, telling);
  const pages = count === 0 ? 1 : Math.max(1, Math.ceil(total / count));
  const resources = await pageOf((page - 1) * count, count);
  const link = (relation: string, to: number): Fields => ({
    relation,
    url: addressOf(`${asked.base}/${found.type}`, query, to),
  });
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    link: [
      link('self', page),
      link('first', 1),
      ...(page > 1 && page <= pages ? [link('previous', page - 1)] : []),
      ...(page < pages ? [link('next', page + 1)] : []),
      link('last', pages),
    ],
    ...(resources.length > 0 && {
      entry: resources.map((resource) => ({
        fullUrl: `${asked.base}/${found.type}/${String(resource['id'])}`,
        resource,
        search: { mode: 'match' },
      })),
    }),
  };
}

function addressOf(address: string, { kept, count }: Query, page: number): string {
  const search = new URLSearchParams([
    ...kept.map(([name, value]): [string, string] => [name, value]),
    ['_count', String(count)],
    ...(page === 1 ? [] : [['page', String(page)]]),
  ]);
  return `${address}?${search.toString()}`;
}

/** What is not known is refused, unless the client asks for leniency: a filter passed over gives more than was asked for. */
function readQuery({ type, parameters }: Resource, { parameters: sent, prefer }: Asked): Query {
  const length = [...sent].reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (length > LONGEST)
    throw new AskingFault(`Wanted at most ${LONGEST} characters to search by, found ${length}.`);
  const known = parameters.map(({ name }) => name);
  const terms: Term[] = [];
  const kept: [string, string][] = [];
  for (const [name, value] of sent) {
    if (value === '' || OF_THE_BUNDLE.includes(name)) continue;
    const term = readTerm(name, value);
    if (known.includes(term.name)) {
      terms.push(term);
      kept.push([name, value]);
    } else if (!/\bhandling=lenient\b/.test(prefer))
      throw new AskingFault(
        `Wanted a search parameter of ${type} (${[...known, '_count'].join(', ')}), found "${name.slice(0, 40)}".`,
      );
  }
  const values = terms.reduce((sum, term) => sum + term.values.length, 0);
  if (values > MOST_VALUES)
    throw new AskingFault(`Wanted at most ${MOST_VALUES} values to search by, found ${values}.`);
  return {
    terms,
    kept,
    count: Math.min(wholeOf(sent, '_count') ?? USUAL_COUNT, MOST_COUNT),
    page: Math.max(1, wholeOf(sent, 'page') ?? 1),
  };
}

function wholeOf(sent: URLSearchParams, name: string): number | undefined {
  const text = sent.get(name);
  if (text === null || text === '') return undefined;
  if (!/^\d{1,6}$/.test(text))
    throw new AskingFault(`Wanted ${name} as a whole number, found "${text.slice(0, 40)}".`);
  return Number(text);
}
