import { hasCode } from '../domain/area.ts';
import {
  type AREA_CHANGES,
  type AreaChange,
  type Counts,
  type Shares,
  type Successor,
} from '../domain/boundary-change.ts';
import type { Change, ChangeAsk } from '../questions/change.ts';
import { AreaType, BoundarySetType, rounded, withCount } from './area.ts';
import { builder } from './builder.ts';
import { SliversType } from './coterminosity.ts';
import { ReleaseType } from './release.ts';

const AreaChangeWordType = builder.enumType('AreaChangeWord', {
  description: 'What became of an area.',
  values: {
    UNCHANGED: { description: 'The same ground, body and name.' },
    RENAMED: { description: 'The same ground under another name or code.' },
    REDRAWN: { description: 'The same body on other ground.' },
    MERGED: { description: 'All of it is part of one larger area of another body.' },
    SPLIT: { description: 'In several areas of other bodies, or partly in none.' },
    ENDED: { description: 'In no area of afterwards.' },
  } satisfies Record<(typeof AREA_CHANGES)[number], object>,
});

const SharesType = builder.objectRef<Shares>('AreaShares').implement({
  description: 'Shares of an area, 0 to 1.',
  fields: (t) => ({
    km2: t.exposeFloat('km2', { description: 'Of its ground.' }),
    postcodes: t.exposeFloat('postcodes', {
      nullable: true,
      description: 'Of its postcodes; null where it has none.',
    }),
    residents: t.exposeFloat('residents', {
      nullable: true,
      description: 'Of its usual residents; null where nobody counted them.',
    }),
  }),
});

export const CountsType = builder.objectRef<Counts>('Counts').implement({
  description: 'Ground, postcodes and people.',
  fields: (t) => ({
    km2: t.exposeFloat('km2', { description: 'Square kilometres.' }),
    postcodes: t.exposeInt('postcodes', { description: 'Postcodes, by their point.' }),
    residents: t.int({
      nullable: true,
      description: 'Usual residents, where counted.',
      resolve: ({ residents }) => rounded(residents),
    }),
  }),
});

const SuccessorType = builder.objectRef<Successor>('Successor').implement({
  description: 'An area of afterwards, and what of the old one it took.',
  fields: (t) => ({
    area: t.field({ type: AreaType, description: 'The area.', resolve: ({ area }) => area }),
    took: t.field({ type: CountsType, description: 'How much.', resolve: (counts) => counts }),
    shares: t.field({
      type: SharesType,
      description: 'How much of the old area.',
      resolve: ({ shares }) => shares,
    }),
  }),
});

export const AreaChangeType = builder.objectRef<AreaChange>('AreaChange').implement({
  description: 'One old area and what became of it.',
  fields: (t) => ({
    area: t.field({ type: AreaType, description: 'The old area.', resolve: ({ area }) => area }),
    change: t.field({
      type: AreaChangeWordType,
      description: 'In a word.',
      resolve: ({ change }) => change,
    }),
    successors: t.field({
      type: [SuccessorType],
      description: 'Who took it over, most people first.',
      resolve: ({ successors }) => [...successors],
    }),
    remainder: t.field({
      type: SharesType,
      description: 'What none of them took: sea, slivers and ground no area has afterwards.',
      resolve: ({ remainder }) => remainder,
    }),
  }),
});

type Asked = Change & { readonly ask: ChangeAsk };

const BoundaryChangeType = builder.objectRef<Asked>('BoundaryChange').implement({
  description: 'What became of the areas of a kind between two days.',
  fields: (t) => ({
    kind: t.string({ description: 'The kind before.', resolve: ({ ask }) => ask.kind }),
    toKind: t.string({ description: 'The kind afterwards.', resolve: ({ ask }) => ask.toKind }),
    from: t.field({ type: 'Date', description: 'The first day.', resolve: ({ ask }) => ask.from }),
    to: t.field({ type: 'Date', description: 'The other day.', resolve: ({ ask }) => ask.to }),
    before: t.field({
      type: BoundarySetType,
      description: 'The set in force on the first day.',
      resolve: ({ before }, _args, { questions }) => withCount(before, questions.atlas.areas),
    }),
    after: t.field({
      type: BoundarySetType,
      description: 'The set in force on the other day; an announced set is, from its day on.',
      resolve: ({ after }, _args, { questions }) => withCount(after, questions.atlas.areas),
    }),
    areas: t.field({
      type: [AreaChangeType],
      description: 'Every old area, in the order of the codes.',
      args: { code: t.arg.string({ description: 'Only the area with this code.' }) },
      resolve: ({ areas }, { code }) =>
        areas.filter(({ area }) => code === null || code === undefined || hasCode(area, code)),
    }),
    appeared: t.field({
      type: [AreaType],
      description: 'Areas of afterwards whose code no area had before.',
      resolve: ({ appeared }) => [...appeared],
    }),
    ended: t.field({
      type: [AreaType],
      description: 'Areas of before whose code no area has afterwards.',
      resolve: ({ ended }) => [...ended],
    }),
    moved: t.field({
      type: CountsType,
      description:
        'What is not with the main successor of its old area: the same body, else the one that took most people.',
      resolve: ({ moved }) => moved,
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

builder.queryField('boundaryChange', (t) =>
  t.field({
    type: BoundaryChangeType,
    description:
      'What a reorganisation did or will do: each old area with its successors, by ground, postcodes and people.',
    args: {
      kind: t.arg.string({ required: true, description: 'A kind of boundary, such as `pct`.' }),
      from: t.arg({ type: 'Date', required: true, description: 'A day before.' }),
      to: t.arg({ type: 'Date', required: true, description: 'A day after.' }),
      toKind: t.arg.string({
        description: 'The kind afterwards, where another took over: `ccg` for `pct`.',
      }),
    },
    resolve: async (_root, { kind, from, to, toKind }, { questions }) => {
      const ask: ChangeAsk = { kind, toKind: toKind ?? kind, from, to };
      return { ...(await questions.change(ask)), ask };
    },
  }),
);
