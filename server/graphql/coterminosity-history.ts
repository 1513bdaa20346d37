import { londonDate } from '../domain/london-time.ts';
import type { HistoryPeriod } from '../questions/history.ts';
import { BoundarySetType, withCount } from './area.ts';
import { builder } from './builder.ts';
import { WeightType } from './coterminosity.ts';

const ScoresType = builder.objectRef<NonNullable<HistoryPeriod['scores']>>('Scores').implement({
  description: 'How far two sets agree, in figures.',
  fields: (t) => ({
    leftCount: t.exposeInt('leftCount', { description: 'Areas on the left with any weight.' }),
    rightCount: t.exposeInt('rightCount', { description: 'Areas on the right with any weight.' }),
    homogeneity: t.exposeFloat('homogeneity', {
      description: '1 when each right area lies in one left area.',
    }),
    completeness: t.exposeFloat('completeness', {
      description: '1 when each left area lies in one right area.',
    }),
    vMeasure: t.exposeFloat('vMeasure', { description: 'Harmonic mean of the two.' }),
    leftInRight: t.exposeFloat('leftInRight', {
      description: 'Share of all weight that lies in the main right area of its left area.',
    }),
    rightInLeft: t.exposeFloat('rightInLeft', { description: 'The same the other way.' }),
  }),
});

const HistoryPeriodType = builder.objectRef<HistoryPeriod>('CoterminosityPeriod').implement({
  description: 'Days on which nothing changed, and how far the two sets then agreed.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'First day.', resolve: ({ from }) => from }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after; null for the last period looked at.',
      resolve: ({ to }) => to,
    }),
    left: t.field({
      type: BoundarySetType,
      description: 'The left set then in force.',
      resolve: ({ left }, _args, { questions }) => withCount(left, questions.atlas.areas),
    }),
    right: t.field({
      type: BoundarySetType,
      description: 'The right set then in force.',
      resolve: ({ right }, _args, { questions }) => withCount(right, questions.atlas.areas),
    }),
    scores: t.field({
      type: ScoresType,
      nullable: true,
      description: 'Null where they could not be told.',
      resolve: ({ scores }) => scores,
    }),
    refused: t.exposeString('refused', {
      nullable: true,
      description: 'Why there are no scores.',
    }),
  }),
});

builder.queryField('coterminosityHistory', (t) =>
  t.field({
    type: [HistoryPeriodType],
    description: 'How far two sets agreed over the years, one period for each reorganisation.',
    args: {
      left: t.arg.string({ required: true, description: 'A kind of boundary.' }),
      right: t.arg.stringList({
        required: true,
        description: 'Kinds that took over from each other; of several in force the first counts.',
      }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day looked at.' }),
      to: t.arg({ type: 'Date', description: 'The last day looked at; today if left out.' }),
      weight: t.arg({
        type: WeightType,
        defaultValue: 'RESIDENTS',
        description: 'What is counted.',
      }),
      within: t.arg.string({ description: 'Code of one area to look at only.' }),
    },
    resolve: (_root, { left, right, from, to, weight, within }, { questions, now }) =>
      questions.history({
        left,
        rights: right,
        from,
        to: to ?? londonDate(now),
        weight: weight ?? 'RESIDENTS',
        within: within ?? undefined,
      }),
  }),
);
