import { type Body, codesOf, type LIVES, periodOf } from '../domain/body.ts';
import { shortName } from '../domain/body-name.ts';
import type { MATCHES } from '../domain/body-search.ts';
import type { GroundShare } from '../domain/ground-share.ts';
import type { OTHER_NAME_SORTS, OtherName } from '../domain/other-name.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import type { BodyOnDay } from '../questions/bodies.ts';
import { AreaType } from './area.ts';
import { builder } from './builder.ts';
import { dayAsked } from './context.ts';

const USUAL_BODIES = 20;
const MOST_BODIES = 100;
const LONGEST_SEARCH = 200;

const BodyMatchType = builder.enumType('BodyMatch', {
  description: 'How a body was found, best first.',
  values: {
    CODE: { description: 'All that was asked for is one of its codes.' },
    OLD_CODE: { description: 'All that was asked for is a code it had before.' },
    NAME: { description: 'The words are its name, but for words of its sort.' },
    SHORT_NAME: { description: 'The words are a short name or its initials.' },
    WORDS: { description: 'Each word is one of its words.' },
    BEGINNING: { description: 'Each word begins one of its words.' },
  } satisfies Record<(typeof MATCHES)[number], object>,
});

const BodyLifeType = builder.enumType('BodyLife', {
  description: 'Whether a body has ground on the day asked about.',
  values: {
    IN_FORCE: { description: 'It has.' },
    TO_COME: { description: 'It will have: it is announced.' },
    ENDED: { description: 'It had.' },
  } satisfies Record<(typeof LIVES)[number], object>,
});

const OtherNameSortType = builder.enumType('OtherNameSort', {
  description: 'What sort of other name it is.',
  values: {
    OLD_CODE: { description: 'A code of before, such as 24UP of the ONS until 2011.' },
    SHORT_NAME: { description: 'What people say for short.' },
  } satisfies Record<(typeof OTHER_NAME_SORTS)[number], object>,
});

const OtherNameType = builder.objectRef<OtherName>('OtherName').implement({
  description: 'A name or code people know a body by, besides those of its areas.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name or code.' }),
    sort: t.field({
      type: OtherNameSortType,
      description: 'What sort it is.',
      resolve: ({ sort }) => sort,
    }),
    source: t.exposeString('source', { description: 'Who says so.' }),
  }),
});

const GroundShareType = builder.objectRef<GroundShare>('GroundShare').implement({
  description: 'An area that holds ground of another one.',
  fields: (t) => ({
    area: t.field({ type: AreaType, description: 'The area.', resolve: ({ area }) => area }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'Share of the other one’s postcodes, 0 to 1; null where it has none.',
    }),
  }),
});

const BodyType = builder.objectRef<BodyOnDay>('Body').implement({
  description:
    'An organisation with ground of its own: a council or an NHS body. Of a body that has ended or is to come, names and codes are those of its last or first area.',
  fields: (t) => ({
    name: t.string({ description: 'Its name that day.', resolve: ({ area }) => area.name }),
    shortName: t.string({
      description: 'Its name without the words for its sort.',
      resolve: ({ area }) => shortName(area.name),
    }),
    code: t.string({
      description: 'The code its publisher uses.',
      resolve: ({ area }) => area.code,
    }),
    codes: t.stringList({
      description: 'Every GSS, ODS and other code of its areas, of any edition.',
      resolve: ({ body }) => codesIn(body),
    }),
    kinds: t.stringList({
      description: 'Kinds of its areas: a unitary council is a `district` and an `upper-tier`.',
      resolve: ({ body }) => [...new Set(body.areas.map(({ set }) => set.kind))],
    }),
    otherNames: t.field({
      type: [OtherNameType],
      description: 'Other names and old codes it is known by.',
      resolve: ({ body }) => [...body.otherNames],
    }),
    match: t.field({
      type: BodyMatchType,
      description: 'How it was found.',
      resolve: ({ match }) => match,
    }),
    life: t.field({
      type: BodyLifeType,
      description: 'Whether it has ground that day.',
      resolve: ({ life }) => life,
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of its oldest boundary in this release.',
      resolve: ({ body }) => periodOf(body).from,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after its newest boundary; null while it lasts.',
      resolve: ({ body }) => periodOf(body).to,
    }),
    area: t.field({
      type: AreaType,
      description: 'Its area of that day; of a body that has none then, the first or the last.',
      resolve: ({ area }) => area,
    }),
    areas: t.field({
      type: [AreaType],
      description: 'Its areas in every edition and kind, oldest first.',
      resolve: ({ body }) => [...body.areas],
    }),
    successors: t.field({
      type: [GroundShareType],
      description: 'Of an ended body: who took its ground over on the day it ended.',
      resolve: ({ successors }) => [...successors],
    }),
    nowIn: t.field({
      type: [GroundShareType],
      description: 'Of an ended body: who holds its ground on the day asked about.',
      resolve: ({ nowIn }) => [...nowIn],
    }),
    note: t.string({
      nullable: true,
      description: 'When it ended or begins, and who has its ground now, in a sentence.',
      resolve: ({ note }) => note,
    }),
  }),
});

function codesIn({ areas }: Body): string[] {
  return [...new Set(areas.flatMap(codesOf))];
}

builder.queryField('bodies', (t) =>
  t.field({
    type: [BodyType],
    description:
      'Councils and NHS bodies by any name or code people use: name, short name or initials, GSS, ODS or old code. Case, accents and punctuation do not matter, nor `St` for `Saint`, nor words such as council, PCT or NHS, which only bring bodies of that sort forward. Whole codes come first, then the better match, then those in force that day, those to come and those that ended.',
    args: {
      search: t.arg.string({
        required: true,
        description: 'A name or code, or the beginnings of its words in any order.',
      }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
      kind: t.arg.string({ description: 'Only bodies with areas of this kind.' }),
      first: t.arg.int({
        defaultValue: USUAL_BODIES,
        description: `At most so many, up to ${MOST_BODIES}.`,
      }),
    },
    resolve: (_root, { search, asAt, kind, first }, context) => {
      const most = first ?? USUAL_BODIES;
      if (most < 1 || most > MOST_BODIES)
        throw new AskingFault(`Wanted from 1 to ${MOST_BODIES} bodies.`);
      if (search.length > LONGEST_SEARCH)
        throw new AskingFault(`Wanted at most ${LONGEST_SEARCH} characters to look for.`);
      return context.questions.bodies({
        search,
        on: dayAsked(asAt, context),
        kind: kind ?? undefined,
        first: most,
      });
    },
  }),
);
