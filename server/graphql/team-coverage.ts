import { type COVERAGES, type CoveragePiece } from '../domain/team-coverage.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import { AreaType, rounded } from './area.ts';
import { builder } from './builder.ts';
import { dayAsked } from './context.ts';
import { AgeBandType, SectorType } from './need.ts';
import { TeamType } from './team.ts';

const CoverageType = builder.enumType('Coverage', {
  description: 'How many teams answer for the same people.',
  values: {
    GAP: { description: 'None.' },
    ONE: { description: 'One.' },
    SEVERAL: { description: 'Two or more.' },
  } satisfies Record<(typeof COVERAGES)[number], object>,
});

const CoveragePieceType = builder.objectRef<CoveragePiece>('CoveragePiece').implement({
  description: 'People of one age band on one piece of ground, and who answers for one sector.',
  fields: (t) => ({
    ground: t.field({
      type: [AreaType],
      description: 'The areas in force it lies in.',
      resolve: ({ ground }) => [...ground],
    }),
    sector: t.field({
      type: SectorType,
      description: 'The sector of the need.',
      resolve: ({ sector }) => sector,
    }),
    ages: t.field({
      type: AgeBandType,
      description: 'Whom it is about.',
      resolve: ({ ages }) => ages,
    }),
    coverage: t.field({
      type: CoverageType,
      description: 'None, one or several.',
      resolve: ({ coverage }) => coverage,
    }),
    teams: t.field({
      type: [TeamType],
      description: 'Who answers.',
      resolve: ({ teams }) => [...teams],
    }),
    postcodes: t.exposeInt('postcodes', { description: 'Postcodes there.' }),
    residents: t.int({
      nullable: true,
      description: 'Usual residents of all ages, shared out by postcodes; null where not counted.',
      resolve: ({ residents }) => rounded(residents),
    }),
  }),
});

builder.queryField('teamCoverage', (t) =>
  t.field({
    type: [CoveragePieceType],
    description: 'For a need and a day: where no team answers, where one does, where several do.',
    args: {
      need: t.arg.string({ required: true, description: 'Id of the need.' }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
      coverage: t.arg({ type: [CoverageType], description: 'Only these.' }),
    },
    resolve: async (_root, { need: id, asAt, coverage }, context) => {
      const { questions } = context;
      const need = questions.atlas.needs.find((each) => each.id === id);
      if (!need) throw new AskingFault('Wanted the id of a need: ask for needs { id }.');
      const pieces = await questions.coverage(need, dayAsked(asAt, context));
      return pieces.filter((piece) => !coverage || coverage.includes(piece.coverage));
    },
  }),
);
