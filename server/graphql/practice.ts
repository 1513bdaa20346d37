import { AskingFault } from '../questions/asking-fault.ts';
import type { PracticeOnDay } from '../questions/practices.ts';
import { AreaType } from './area.ts';
import { builder } from './builder.ts';
import { dayAsked } from './context.ts';

const USUAL_PRACTICES = 20;
const MOST_PRACTICES = 100;
const LONGEST_SEARCH = 200;

const PracticeType = builder.objectRef<PracticeOnDay>('Practice').implement({
  description: 'A GP practice, as it was on the day asked about. An organisation, not a person.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'ODS code: give it as `gpPractice`.' }),
    name: t.exposeString('name', { description: 'As its directory writes it.' }),
    postcode: t.exposeString('postcode', {
      nullable: true,
      description: 'Of its main surgery, where recorded.',
    }),
    body: t.field({
      type: AreaType,
      nullable: true,
      description: 'The NHS body it belonged to that day; null where no record says.',
      resolve: ({ body }) => body,
    }),
    opened: t.field({
      type: 'Date',
      nullable: true,
      description: 'Its first day, where recorded.',
      resolve: ({ open }) => open.from,
    }),
    closed: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day after its last; null while open or where not recorded.',
      resolve: ({ open }) => open.to,
    }),
  }),
});

builder.queryField('practices', (t) =>
  t.field({
    type: [PracticeType],
    description:
      'GP practices of which every word asked for begins a word of the name, the code or the postcode: those open that day first, then those with more whole words, then by name.',
    args: {
      search: t.arg.string({
        required: true,
        description: 'Name, code, postcode or its first half, or several together.',
      }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
      first: t.arg.int({
        defaultValue: USUAL_PRACTICES,
        description: `At most so many, up to ${MOST_PRACTICES}.`,
      }),
    },
    resolve: (_root, { search, asAt, first }, context) => {
      const most = first ?? USUAL_PRACTICES;
      if (most < 1 || most > MOST_PRACTICES)
        throw new AskingFault(`Wanted from 1 to ${MOST_PRACTICES} practices.`);
      if (search.length > LONGEST_SEARCH)
        throw new AskingFault(`Wanted at most ${LONGEST_SEARCH} characters to look for.`);
      return context.questions.practices({ search, on: dayAsked(asAt, context), first: most });
    },
  }),
);
