import { type Area, type BoundarySet, type BoundaryStatus, setsInForce } from '../domain/area.ts';
import { shortName } from '../domain/body-name.ts';
import { simplifyTo } from '../domain/geometry.ts';
import type { Shape } from '../domain/shape.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import { setOfKind } from '../questions/compare.ts';
import { builder } from './builder.ts';
import { dayAsked } from './context.ts';

const BoundaryStatusType = builder.enumType('BoundaryStatus', {
  description:
    'How far to trust a boundary: published, pieced together, to come, or only proposed.',
  values: {
    OFFICIAL: { description: 'As published.' },
    RECONSTRUCTED: { description: 'Pieced together from other facts, or yet to be confirmed.' },
    ANNOUNCED: { description: 'Decided, and not in force before its first day.' },
    PROPOSED: { description: 'Only proposed: never part of an answer.' },
  } satisfies Record<BoundaryStatus, object>,
});

const MOST_POINTS = 20_000;

/** A boundary for drawing, of at most about so many points. */
export function drawn(
  shape: Shape | undefined,
  maxPoints: number | null | undefined,
): Shape | null {
  if (maxPoints !== null && maxPoints !== undefined && (maxPoints < 4 || maxPoints > MOST_POINTS))
    throw new AskingFault(`Wanted maxPoints from 4 to ${MOST_POINTS}, found ${maxPoints}.`);
  return shape ? simplifyTo(shape, maxPoints ?? MOST_POINTS) : null;
}

export const AreaType = builder.objectRef<Area>('Area').implement({
  description: 'A body’s ground in one boundary set.',
  fields: (t) => ({
    kind: t.string({
      description: 'What sort of boundary: `district`, `pct` ...',
      resolve: ({ set }) => set.kind,
    }),
    code: t.exposeString('code', { description: 'The code its publisher uses.' }),
    gss: t.exposeString('gss', {
      nullable: true,
      description: 'ONS code; a key space of its own.',
    }),
    ods: t.exposeString('ods', {
      nullable: true,
      description: 'NHS code; a key space of its own.',
    }),
    name: t.exposeString('name', { description: 'Its name in this edition.' }),
    shortName: t.string({
      description: 'Its name without the words for its sort: `Frimley` of NHS Frimley ICB.',
      resolve: ({ name }) => shortName(name),
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of this boundary.',
      resolve: ({ set }) => set.period.from,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after it; null while it lasts.',
      resolve: ({ set }) => set.period.to,
    }),
    status: t.field({
      type: BoundaryStatusType,
      description: 'How far to trust this boundary.',
      resolve: ({ set }) => set.status,
    }),
    km2: t.exposeFloat('km2', {
      description: 'Square kilometres on the WGS84 ellipsoid, as drawn.',
    }),
    postcodes: t.exposeInt('postcodes', { description: 'Postcodes whose point lies here.' }),
    residents: t.int({
      nullable: true,
      description: 'Usual residents, where counted.',
      resolve: ({ residents }) => rounded(residents),
    }),
    boundary: t.field({
      type: 'GeoJSON',
      nullable: true,
      description: 'The line, for drawing only.',
      args: { maxPoints: t.arg.int({ description: 'Simplify to about this many points.' }) },
      resolve: async (area, { maxPoints }, { questions }) =>
        drawn(await questions.shapeOf(area), maxPoints),
    }),
  }),
});

export function rounded(count: number | null): number | null {
  return count === null ? null : Math.round(count);
}

type CountedSet = BoundarySet & { readonly areaCount: number };

export const BoundarySetType = builder.objectRef<CountedSet>('BoundarySet').implement({
  description: 'All areas of one kind in one edition.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'What sort of boundary.' }),
    edition: t.exposeString('edition', { description: 'Which drawing of it.' }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day in force; null if ever since.',
      resolve: ({ period }) => period.from,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day no longer in force.',
      resolve: ({ period }) => period.to,
    }),
    status: t.field({
      type: BoundaryStatusType,
      description: 'How far to trust it.',
      resolve: ({ status }) => status,
    }),
    source: t.exposeString('source', { description: 'Who drew it.' }),
    licence: t.exposeString('licence', { description: 'SPDX identifier of its licence.' }),
    resolutionMetres: t.exposeFloat('resolutionMetres', {
      description: 'How far a drawn line may lie from the true one.',
    }),
    areaCount: t.exposeInt('areaCount', { description: 'How many areas it has.' }),
  }),
});

export function withCount(set: BoundarySet, areas: readonly Area[]): CountedSet {
  return { ...set, areaCount: areas.filter((area) => area.set === set).length };
}

builder.queryField('boundarySets', (t) =>
  t.field({
    type: [BoundarySetType],
    description: 'Boundary sets in force on a day; all of them when no day is given.',
    args: { asAt: t.arg({ type: 'Date', description: 'All of them when left out.' }) },
    resolve: (_root, { asAt }, { questions: { atlas } }) =>
      (asAt ? setsInForce(atlas.sets, asAt) : atlas.sets).map((set) => withCount(set, atlas.areas)),
  }),
);

builder.queryField('areas', (t) =>
  t.field({
    type: [AreaType],
    description: 'All areas of a kind on a day, by name.',
    args: {
      kind: t.arg.string({
        required: true,
        description: 'A kind of boundary, such as `district`.',
      }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
    },
    resolve: (_root, { kind, asAt }, context) => {
      const { atlas } = context.questions;
      const on = dayAsked(asAt, context);
      const set = setOfKind(setsInForce(atlas.sets, on), kind, on);
      return atlas.areas
        .filter((area) => area.set === set)
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  }),
);
