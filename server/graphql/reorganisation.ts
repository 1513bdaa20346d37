import { addDays } from '../domain/calendar.ts';
import { type Reorganisation, reorganisations } from '../domain/reorganisations.ts';
import { BoundarySetType, withCount } from './area.ts';
import { builder } from './builder.ts';

const ReorganisationType = builder.objectRef<Reorganisation>('Reorganisation').implement({
  description: 'A day on which one set of boundaries took over, or will take over, from another.',
  fields: (t) => ({
    day: t.field({
      type: 'Date',
      description: 'The first day of the new set.',
      resolve: ({ day }) => day,
    }),
    eve: t.field({
      type: 'Date',
      description: 'The last day of the old set.',
      resolve: ({ day }) => addDays(day, -1),
    }),
    before: t.field({
      type: BoundarySetType,
      description: 'The old set.',
      resolve: ({ before }, _args, { questions }) => withCount(before, questions.atlas.areas),
    }),
    after: t.field({
      type: BoundarySetType,
      description: 'The new set; its status says whether it is only announced.',
      resolve: ({ after }, _args, { questions }) => withCount(after, questions.atlas.areas),
    }),
  }),
});

builder.queryField('reorganisations', (t) =>
  t.field({
    type: [ReorganisationType],
    description: 'Every reorganisation this release knows, oldest first, announced ones too.',
    resolve: (_root, _args, { questions: { atlas } }) => reorganisations(atlas.sets),
  }),
);
