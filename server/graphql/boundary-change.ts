import { type Area, hasCode } from '../domain/area.ts';
import {
  type AREA_CHANGES,
  type AreaChange,
  type FATES,
  type Shares,
  type Successor,
} from '../domain/boundary-change.ts';
import type { Counts } from '../domain/counts.ts';
import type { Change, ChangeAsk, TeamAfter } from '../questions/change.ts';
import { AreaType, BoundarySetType, drawn, rounded, withCount } from './area.ts';
import { builder } from './builder.ts';
import { SliversType } from './coterminosity.ts';
import { ReleaseType } from './release.ts';
import { TeamType } from './team.ts';

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

export const FateType = builder.enumType('Fate', {
  description:
    'What became of the people on a piece of an old area. Its heir is the area of the same body, else the one that took most people.',
  values: {
    SAME_BODY: { description: 'With the heir, which is the same body.' },
    OTHER_BODY: { description: 'With the heir, which is another body.' },
    MOVED: { description: 'With another area than the heir.' },
  } satisfies Record<(typeof FATES)[number], object>,
});

const SuccessorType = builder.objectRef<Successor>('Successor').implement({
  description: 'An area of afterwards, and what of the old one it took.',
  fields: (t) => ({
    area: t.field({ type: AreaType, description: 'The area.', resolve: ({ area }) => area }),
    fate: t.field({ type: FateType, description: 'In a word.', resolve: ({ fate }) => fate }),
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
    moved: t.field({
      type: CountsType,
      description: 'What went to another area than its heir.',
      resolve: ({ moved }) => moved,
    }),
    otherBody: t.field({
      type: CountsType,
      description: 'What has another body than before, the heir or not.',
      resolve: ({ otherBody }) => otherBody,
    }),
    inNone: t.field({
      type: CountsType,
      description: 'What none of them took: sea, slivers and ground no area has afterwards.',
      resolve: ({ inNone }) => inNone,
    }),
    remainder: t.field({
      type: SharesType,
      description: 'The same as shares.',
      resolve: ({ remainder }) => remainder,
    }),
  }),
});

/** A successor with the area it took from. */
type Piece = Successor & { readonly old: Area };

const PieceType = builder.objectRef<Piece>('ChangePiece').implement({
  description: 'Ground that was in one area before and is in one area afterwards.',
  fields: (t) => ({
    old: t.field({ type: AreaType, description: 'The area before.', resolve: ({ old }) => old }),
    area: t.field({ type: AreaType, description: 'The area after.', resolve: ({ area }) => area }),
    fate: t.field({ type: FateType, description: 'In a word.', resolve: ({ fate }) => fate }),
    took: t.field({ type: CountsType, description: 'How much.', resolve: (counts) => counts }),
    shares: t.field({
      type: SharesType,
      description: 'How much of the old area.',
      resolve: ({ shares }) => shares,
    }),
    boundary: t.field({
      type: 'GeoJSON',
      nullable: true,
      description: 'The ground, for drawing only.',
      args: { maxPoints: t.arg.int({ description: 'Simplify to about this many points.' }) },
      resolve: async ({ old, area }, { maxPoints }, { questions }) =>
        drawn(await questions.shapeOfOverlap(old, area), maxPoints),
    }),
  }),
});

const TeamAfterType = builder.objectRef<TeamAfter>('TeamAfterChange').implement({
  description: 'A team of the first day whose coverage names an area that changed.',
  fields: (t) => ({
    team: t.field({ type: TeamType, description: 'The team.', resolve: ({ team }) => team }),
    areas: t.field({
      type: [AreaType],
      description: 'The changed areas its coverage names.',
      resolve: ({ areas }) => [...areas],
    }),
    coversAfter: t.exposeBoolean('coversAfter', {
      description:
        'Whether its entry covers any ground on the other day: false when it ends, or names only areas that are gone.',
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
    pieces: t.field({
      type: [PieceType],
      description:
        'Every old area with each of its successors: what the two maps together are made of.',
      resolve: ({ areas }) =>
        areas.flatMap(({ area: old, successors }) => successors.map((each) => ({ ...each, old }))),
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
    otherBody: t.field({
      type: CountsType,
      description: 'What has another body than before.',
      resolve: ({ otherBody }) => otherBody,
    }),
    inNone: t.field({
      type: CountsType,
      description: 'What was in an area before and is in none afterwards.',
      resolve: ({ inNone }) => inNone,
    }),
    teams: t.field({
      type: [TeamAfterType],
      description:
        'Teams affected: those of the first day whose coverage names an area that changed.',
      resolve: ({ teams }) => [...teams],
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
