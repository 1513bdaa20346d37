import type { DrawnArea, Mover } from '../domain/proposal.ts';
import { besideEachOther } from '../domain/shape.ts';
import type { AffectedTeam } from '../domain/team.ts';
import type { ComparisonAsk } from '../questions/compare.ts';
import type { Proposed } from '../questions/propose.ts';
import { AreaType, drawn } from './area.ts';
import { AreaChangeType, CountsType, FateType } from './boundary-change.ts';
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
  description: 'An area of the left kind as it would be, made of pieces.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it would be called.' }),
    continues: t.string({
      description:
        'Code of the area of the left set that goes on as this one, and keeps what nobody else takes; a new area if left out.',
    }),
    pieces: t.field({
      type: [PieceInput],
      required: true,
      description: 'Each piece goes to one area; what nobody takes stays as it is.',
    }),
  }),
});

type Asked = Proposed & { readonly ask: ComparisonAsk };

const MoverType = builder.objectRef<Mover>('Mover').implement({
  description: 'A piece that would be with another body than before.',
  fields: (t) => ({
    from: t.field({ type: AreaType, description: 'Its old area.', resolve: ({ from }) => from }),
    to: t.field({ type: AreaType, description: 'Its area as proposed.', resolve: ({ to }) => to }),
    right: t.field({
      type: AreaType,
      description: 'The right area it lies in, before and after.',
      resolve: ({ right }) => right,
    }),
    counts: t.field({ type: CountsType, description: 'How much.', resolve: (counts) => counts }),
    fate: t.field({
      type: FateType,
      description: 'OTHER_BODY with the main part of its old area, MOVED when parted from it.',
      resolve: ({ fate }) => fate,
    }),
  }),
});

const AffectedTeamType = builder.objectRef<AffectedTeam>('AffectedTeam').implement({
  description: 'A team whose coverage names areas that would change.',
  fields: (t) => ({
    team: t.field({ type: TeamType, description: 'The team.', resolve: ({ team }) => team }),
    areas: t.field({
      type: [AreaType],
      description: 'Which of them it names.',
      resolve: ({ areas }) => [...areas],
    }),
  }),
});

const PieceType = builder.objectRef<DrawnArea['pieces'][number]>('Piece').implement({
  description: 'The ground two areas share, as a proposal gives it away.',
  fields: (t) => ({
    left: t.field({ type: AreaType, description: 'As it is.', resolve: ({ left }) => left }),
    right: t.field({ type: AreaType, description: 'As it is.', resolve: ({ right }) => right }),
    counts: t.field({ type: CountsType, description: 'How much.', resolve: (counts) => counts }),
  }),
});

const DrawnAreaType = builder.objectRef<DrawnArea>('DrawnArea').implement({
  description: 'A proposed area and what it would be made of.',
  fields: (t) => ({
    area: t.field({ type: AreaType, description: 'The area.', resolve: ({ area }) => area }),
    pieces: t.field({
      type: [PieceType],
      description: 'Overlaps of today.',
      resolve: ({ pieces }) => [...pieces],
    }),
    boundary: t.field({
      type: 'GeoJSON',
      nullable: true,
      description:
        'Its pieces side by side, for drawing only: where two meet, the line between them is not taken out.',
      args: { maxPoints: t.arg.int({ description: 'Simplify to about this many points.' }) },
      resolve: async ({ pieces }, { maxPoints }, { questions }) => {
        const shapes = await Promise.all(
          pieces.map(({ left, right }) => questions.shapeOfOverlap(left, right)),
        );
        const whole = besideEachOther(shapes.filter((shape) => shape !== undefined));
        return drawn(whole, maxPoints);
      },
    }),
  }),
});

const ProposalType = builder.objectRef<Asked>('Proposal').implement({
  description: 'What a redrawn set would do. Nothing of it is kept, and no referral sees it.',
  fields: (t) => ({
    before: t.field({
      type: CoterminosityType,
      description: 'The sets as they are.',
      resolve: ({ before, ask, slivers }) => ({ ...before, ask, slivers }),
    }),
    after: t.field({
      type: CoterminosityType,
      description: 'The proposed left set against the same right one.',
      resolve: ({ after, ask, slivers }) => ({ ...after, ask, slivers }),
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
    movers: t.field({
      type: [MoverType],
      description:
        'Every piece that would be with another body, most people first; those that `MOVED` make up `moved`.',
      resolve: ({ movers }) => [...movers],
    }),
    proposed: t.field({
      type: [DrawnAreaType],
      description: 'The proposed areas, in the order given.',
      resolve: ({ proposed }) => [...proposed],
    }),
    teams: t.field({
      type: [TeamType],
      description: 'Teams whose coverage names an area that would change.',
      resolve: ({ affected }) => affected.map(({ team }) => team),
    }),
    affected: t.field({
      type: [AffectedTeamType],
      description: 'The same teams, each with the areas that concern it.',
      resolve: ({ affected }) => [...affected],
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
      weight: t.arg({
        type: WeightType,
        defaultValue: 'RESIDENTS',
        description: 'What is counted.',
      }),
      within: t.arg.string({ description: 'Code of one area to look at only.' }),
      areas: t.arg({
        type: [ProposedAreaInput],
        required: true,
        description: 'The areas that would change.',
      }),
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
