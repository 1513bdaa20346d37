import type { Recut, RecutArea } from '../domain/recut.ts';
import { AreaType } from './area.ts';
import { builder } from './builder.ts';
import { dayAsked } from './context.ts';
import { WeightType } from './coterminosity.ts';

const AreaCountInput = builder.inputType('AreaCountInput', {
  description: 'Cases counted in one area.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Any of the area’s codes.' }),
    count: t.float({ required: true, description: 'A whole number: rates cannot be recut.' }),
  }),
});

const RecutAreaType = builder.objectRef<RecutArea>('RecutArea').implement({
  description: 'Cases of one area, told from counts by others.',
  fields: (t) => ({
    area: t.field({ type: AreaType, description: 'The area.', resolve: ({ area }) => area }),
    count: t.exposeInt('count', { description: 'Whole cases; they add up to the total.' }),
    atLeast: t.exposeInt('atLeast', {
      description: 'Cases that can be nowhere else: those of areas wholly within.',
    }),
    atMost: t.exposeInt('atMost', {
      description: 'All cases of every area that shares ground with it.',
    }),
    standardError: t.exposeFloat('standardError', {
      description: 'Were each case to fall by chance where the weight is.',
    }),
  }),
});

const RecutType = builder.objectRef<Recut>('Recut').implement({
  description:
    'Counts of one geography told by another: each area’s cases are shared out as its weight is (Goodchild and Lam 1980), every case kept.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'All cases given, and all told.' }),
    areas: t.field({
      type: [RecutAreaType],
      description: 'Most cases first.',
      resolve: ({ areas }) => [...areas],
    }),
    unplaced: t.exposeInt('unplaced', {
      description: 'Cases of areas that share no ground with the other side.',
    }),
    crossing: t.exposeInt('crossing', {
      description:
        'Cases of areas that lie in several of the other side: where they fall is reckoned, not known.',
    }),
  }),
});

builder.queryField('recut', (t) =>
  t.field({
    type: RecutType,
    description: 'Counts by one kind of area, told by another.',
    args: {
      left: t.arg.string({ required: true, description: 'The kind the counts are by.' }),
      right: t.arg.string({ required: true, description: 'The kind to tell them by.' }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
      weight: t.arg({
        type: WeightType,
        defaultValue: 'RESIDENTS',
        description: 'What is counted.',
      }),
      within: t.arg.string({ description: 'Code of one area to look at only.' }),
      counts: t.arg({ type: [AreaCountInput], required: true, description: 'Each area once.' }),
    },
    resolve: (_root, { left, right, asAt, weight, within, counts }, context) =>
      context.questions.recut({
        left,
        right,
        on: dayAsked(asAt, context),
        weight: weight ?? 'RESIDENTS',
        within: within ?? undefined,
        counts,
      }),
  }),
);
