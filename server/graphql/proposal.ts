import type { ComparisonAsk } from '../questions/compare.ts';
import type { Proposed } from '../questions/propose.ts';
import { AreaChangeType, CountsType } from './boundary-change.ts';
import { builder } from './builder.ts';
import { dayAsked } from './context.ts';
import { CoterminosityType, WeightType } from './coterminosity.ts';
import { TeamType } from './team.ts';

const PieceInput = builder.inputType('PieceInput', {
  description: 'The ground two areas share.',
  fields: (t) => ({
    left: t.string({ required: true, description: 'Code of the left area.' }),
    right: t.string({ required: true, description: 'Code of the right area.' }),
  }),
});

const ProposedAreaInput = builder.inputType('ProposedAreaInput', {
  description: 'A new area of the left kind, made of pieces.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it would be called.' }),
    pieces: t.field({
      type: [PieceInput],
      required: true,
      description: 'Each piece goes to one area; what nobody takes stays as it is.',
    }),
  }),
});

type Asked = Proposed & { readonly ask: ComparisonAsk };

const NO_SLIVERS = { count: 0, km2: 0 };

const ProposalType = builder.objectRef<Asked>('Proposal').implement({
  description: 'What a redrawn set would do. Nothing of it is kept, and no referral sees it.',
  fields: (t) => ({
    before: t.field({
      type: CoterminosityType,
      description: 'The sets as they are.',
      resolve: ({ before, ask }) => ({ ...before, ask, slivers: NO_SLIVERS }),
    }),
    after: t.field({
      type: CoterminosityType,
      description: 'The proposed left set against the same right one.',
      resolve: ({ after, ask }) => ({ ...after, ask, slivers: NO_SLIVERS }),
    }),
    areas: t.field({
      type: [AreaChangeType],
      description: 'What would become of each area of the left set.',
      resolve: ({ change }) => [...change.areas],
    }),
    moved: t.field({
      type: CountsType,
      description: 'What would leave the main successor of its old area.',
      resolve: ({ change }) => change.moved,
    }),
    teams: t.field({
      type: [TeamType],
      description: 'Teams whose coverage names an area that would change.',
      resolve: ({ teams }) => [...teams],
    }),
  }),
});

builder.queryField('proposal', (t) =>
  t.field({
    type: ProposalType,
    description: 'Scores, movers and teams affected if areas were merged, split or redrawn.',
    args: {
      left: t.arg.string({ required: true, description: 'The kind to be redrawn.' }),
      right: t.arg.string({ required: true, description: 'The kind it is held against.' }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
      weight: t.arg({ type: WeightType, defaultValue: 'RESIDENTS' }),
      within: t.arg.string({ description: 'Code of one area to look at only.' }),
      areas: t.arg({ type: [ProposedAreaInput], required: true, description: 'The new areas.' }),
    },
    resolve: async (_root, { left, right, asAt, weight, within, areas }, context) => {
      const ask: ComparisonAsk = {
        left,
        right,
        on: dayAsked(asAt, context),
        weight: weight ?? 'RESIDENTS',
        within: within ?? undefined,
      };
      return { ...(await context.questions.propose({ ...ask, areas })), ask };
    },
  }),
);
