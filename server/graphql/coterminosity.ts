import { arrangementsBetween, arrangementsOn } from '../domain/arrangement.ts';
import type { LocalDate } from '../domain/calendar.ts';
import {
  misfits,
  type Remainder,
  type Relation,
  type WeighedOverlap,
  type Weight,
} from '../domain/coterminosity.ts';
import { londonDate } from '../domain/london-time.ts';
import { type Partners, partnersOf, type Side } from '../domain/partners.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import type { Comparison, ComparisonAsk } from '../questions/compare.ts';
import { AreaType, drawn, rounded } from './area.ts';
import { builder } from './builder.ts';
import { dayAsked } from './context.ts';
import { ReleaseType } from './release.ts';
import { ArrangementType } from './team.ts';

export const WeightType = builder.enumType('Weight', {
  description: 'What overlaps are weighed by.',
  values: {
    AREA: { description: 'Square kilometres.' },
    POSTCODES: { description: 'Postcodes, by their point.' },
    RESIDENTS: { description: 'Usual residents.' },
  } satisfies Record<Weight, object>,
});
const RelationType = builder.enumType('Relation', {
  description: 'Of the left area to the right one; 99.5 % of an area counts as all of it.',
  values: {
    COTERMINOUS: { description: 'The same ground.' },
    WITHIN: { description: 'All of it lies in the right area.' },
    CONTAINS: { description: 'All of the right area lies in it.' },
    CROSSES: { description: 'Each has ground the other has not.' },
  } satisfies Record<Relation, object>,
});

/** An overlap on the day it was compared. */
type OverlapOnDay = WeighedOverlap & { readonly on: LocalDate };

const OverlapType = builder.objectRef<OverlapOnDay>('Overlap').implement({
  description: 'Ground shared by one area of each set.',
  fields: (t) => ({
    left: t.field({
      type: AreaType,
      description: 'The area of the left set.',
      resolve: ({ left }) => left,
    }),
    right: t.field({
      type: AreaType,
      description: 'The area of the right set.',
      resolve: ({ right }) => right,
    }),
    km2: t.exposeFloat('km2', { description: 'Square kilometres.' }),
    postcodes: t.exposeInt('postcodes', { description: 'Postcodes whose point lies in both.' }),
    residents: t.int({
      nullable: true,
      description: 'Usual residents, where counted.',
      resolve: ({ residents }) => rounded(residents),
    }),
    weight: t.exposeFloat('weight', { description: 'In the unit of the weight asked for.' }),
    shareOfLeft: t.exposeFloat('shareOfLeft', { description: 'By the weight asked for, 0 to 1.' }),
    shareOfRight: t.exposeFloat('shareOfRight', {
      description: 'By the weight asked for, 0 to 1.',
    }),
    relation: t.field({
      type: RelationType,
      description: 'In a word.',
      resolve: ({ relation }) => relation,
    }),
    arrangements: t.field({
      type: [ArrangementType],
      description: 'Partnership facts of that day recorded on ground of it.',
      resolve: (overlap, _args, { questions: { atlas }, now }) =>
        arrangementsBetween(
          overlap,
          atlas.cells,
          arrangementsOn(atlas.arrangements, overlap.on, londonDate(now)),
        ),
    }),
    boundary: t.field({
      type: 'GeoJSON',
      nullable: true,
      description: 'The shared ground, for drawing only.',
      args: { maxPoints: t.arg.int({ description: 'Simplify to about this many points.' }) },
      resolve: async ({ left, right }, { maxPoints }, { questions }) =>
        drawn(await questions.shapeOfOverlap(left, right), maxPoints),
    }),
  }),
});

export const SliversType = builder.objectRef<Comparison['slivers']>('Slivers').implement({
  description:
    'Apparent overlaps that come only from two files drawing one line differently. Counted, never a responsibility.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many were set apart.' }),
    km2: t.exposeFloat('km2', { description: 'Their ground in all.' }),
  }),
});

const RemainderType = builder.objectRef<Remainder>('Remainder').implement({
  description: 'What of an area the other side does not cover.',
  fields: (t) => ({
    area: t.field({ type: AreaType, description: 'The area.', resolve: ({ area }) => area }),
    weight: t.exposeFloat('weight', { description: 'In the unit of the weight asked for.' }),
    share: t.exposeFloat('share', { description: 'Of the area, 0 to 1.' }),
  }),
});

function onDay(overlaps: readonly WeighedOverlap[], on: LocalDate): OverlapOnDay[] {
  return overlaps.map((overlap) => ({ ...overlap, on }));
}

const SideType = builder.enumType('Side', {
  description: 'Of a comparison.',
  values: {
    LEFT: { description: 'The left set.' },
    RIGHT: { description: 'The right set.' },
  } satisfies Record<Side, object>,
});

const PartnersType = builder.objectRef<Partners>('Partners').implement({
  description: 'Whom one area shares its ground with on the other side.',
  fields: (t) => ({
    area: t.field({ type: AreaType, description: 'The area.', resolve: ({ area }) => area }),
    count: t.exposeInt('count', { description: 'How many partners it has.' }),
    effective: t.exposeFloat('effective', {
      description:
        '1 when all of it is with one partner, n when it is spread evenly over n: the exponential of the entropy of the shares (Hill 1973).',
    }),
    main: t.field({
      type: AreaType,
      description: 'The partner with the largest part.',
      resolve: ({ main }) => main,
    }),
    mainShare: t.exposeFloat('mainShare', {
      description: 'That part, of what any partner covers, 0 to 1.',
    }),
  }),
});

export type Asked = Comparison & { readonly ask: ComparisonAsk };

export const CoterminosityType = builder.objectRef<Asked>('Coterminosity').implement({
  description: 'How far two sets of boundaries agree.',
  fields: (t) => ({
    left: t.string({ description: 'Kind on the left.', resolve: ({ ask }) => ask.left }),
    right: t.string({ description: 'Kind on the right.', resolve: ({ ask }) => ask.right }),
    asAt: t.field({ type: 'Date', description: 'The day compared.', resolve: ({ ask }) => ask.on }),
    weight: t.field({
      type: WeightType,
      description: 'What overlaps are weighed by.',
      resolve: ({ ask }) => ask.weight,
    }),
    leftCount: t.exposeInt('leftCount', { description: 'Areas on the left with any weight.' }),
    rightCount: t.exposeInt('rightCount', { description: 'Areas on the right with any weight.' }),
    homogeneity: t.exposeFloat('homogeneity', {
      description:
        '1 when each right area lies in one left area: 1 − H(left|right)/H(left). Rosenberg and Hirschberg 2007.',
    }),
    completeness: t.exposeFloat('completeness', {
      description: '1 when each left area lies in one right area: 1 − H(right|left)/H(right).',
    }),
    vMeasure: t.exposeFloat('vMeasure', {
      description: 'Harmonic mean of the two; 1 when the sets are the same.',
    }),
    leftInRight: t.exposeFloat('leftInRight', {
      description: 'Share of all weight that lies in the main right area of its left area.',
    }),
    rightInLeft: t.exposeFloat('rightInLeft', { description: 'The same the other way.' }),
    overlaps: t.field({
      type: [OverlapType],
      description: 'Heaviest first.',
      resolve: ({ overlaps, ask }) => onDay(overlaps, ask.on),
    }),
    misfits: t.field({
      type: [OverlapType],
      description: 'Overlaps that cross both lines, those that cut off most first.',
      args: { first: t.arg.int({ defaultValue: 10, description: 'At most so many.' }) },
      resolve: ({ overlaps, ask }, { first }) => {
        const most = first ?? 10;
        if (most < 0 || most > 1000) throw new AskingFault('Wanted first from 0 to 1000.');
        return onDay(misfits(overlaps).slice(0, most), ask.on);
      },
    }),
    partners: t.field({
      type: [PartnersType],
      description: 'Every area of one side with its partners on the other, most partners first.',
      args: {
        side: t.arg({ type: SideType, defaultValue: 'LEFT', description: 'Areas of which side.' }),
      },
      resolve: ({ overlaps }, { side }) => partnersOf(overlaps, side ?? 'LEFT'),
    }),
    remainders: t.field({
      type: [RemainderType],
      description: 'What neither side covers of the other.',
      resolve: ({ remainders }) => [...remainders],
    }),
    slivers: t.field({
      type: SliversType,
      description: 'Set apart, and how much.',
      resolve: ({ slivers }) => slivers,
    }),
    release: t.field({
      type: ReleaseType,
      description: 'The data behind it.',
      resolve: (_parent, _args, { questions }) => questions.atlas.release,
    }),
  }),
});

builder.queryField('coterminosity', (t) =>
  t.field({
    type: CoterminosityType,
    description: 'How far two sets of boundaries agree on a day, and where they part.',
    args: {
      left: t.arg.string({ required: true, description: 'A kind of boundary.' }),
      right: t.arg.string({ required: true, description: 'Another, or the same.' }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
      weight: t.arg({
        type: WeightType,
        defaultValue: 'RESIDENTS',
        description: 'What is counted.',
      }),
      within: t.arg.string({ description: 'Code of one area to look at only, such as E10000014.' }),
    },
    resolve: async (_root, { left, right, asAt, weight, within }, context) => {
      const ask: ComparisonAsk = {
        left,
        right,
        on: dayAsked(asAt, context),
        weight: weight ?? 'RESIDENTS',
        within: within ?? undefined,
      };
      return { ...(await context.questions.compare(ask)), ask };
    },
  }),
);
