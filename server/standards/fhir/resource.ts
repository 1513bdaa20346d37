import type { Period } from '../../domain/calendar.ts';
import { inTurns } from '../in-turns.ts';
import { matches, type SearchParameter, type Term } from './search.ts';
import { type Fields, lastUpdated, type Telling } from './telling.ts';

/** One type of FHIR resource: its entries can be read by id and searched. */
export type Resource = {
  readonly type: string;
  readonly parameters: readonly Described[];
  readonly find: (id: string, telling: Telling) => Promise<Fields | undefined>;
  readonly search: (terms: readonly Term[], telling: Telling) => Found;
};

type Described = Pick<SearchParameter<never>, 'name' | 'type' | 'documentation'>;

export type Found = {
  readonly total: number;
  /** Only these are written out. */
  readonly page: (from: number, count: number) => Promise<Fields[]>;
};

type Definition<Thing> = {
  readonly type: string;
  readonly all: (telling: Telling) => readonly Thing[];
  readonly idOf: (thing: Thing) => string;
  /** When it began and ended, as far as either is known. */
  readonly lifeOf: (thing: Thing) => Period;
  /** `alone` when it was asked for by its id. */
  readonly write: (thing: Thing, telling: Telling, alone: boolean) => Fields | Promise<Fields>;
  readonly parameters: readonly SearchParameter<Thing>[];
};

export function resource<Thing>(definition: Definition<Thing>): Resource {
  const { type, all, idOf, lifeOf, write } = definition;
  const parameters: SearchParameter<Thing>[] = [
    ...definition.parameters,
    {
      name: '_id',
      type: 'token',
      documentation: 'The id of the resource.',
      of: (thing) => [{ code: idOf(thing) }],
    },
    {
      name: '_lastUpdated',
      type: 'date',
      documentation: 'When it was loaded, begun or ended, whichever came last.',
      of: (thing, telling) => {
        const at = lastUpdated(lifeOf(thing), telling);
        return [{ from: at, to: at + 1 }];
      },
    },
  ];
  return {
    type,
    parameters,
    find: async (id, telling) => {
      const thing = all(telling).find((each) => idOf(each) === id);
      return thing && (await write(thing, telling, true));
    },
    search: (terms, telling) => {
      const tests = terms.flatMap((term) => {
        const parameter = parameters.find(({ name }) => name === term.name);
        return parameter ? [matches(parameter, term, telling)] : [];
      });
      const found = all(telling).filter((thing) => tests.every((test) => test(thing)));
      return {
        total: found.length,
        page: (from, count) =>
          inTurns(found.slice(from, from + count), (thing) => write(thing, telling, false)),
      };
    },
  };
}
