import { type BoundarySet, setsInForce } from '../domain/area.ts';
import { type LocalDate } from '../domain/calendar.ts';
import {
  type AreaAtPlace,
  areasOf,
  type Confidence,
  type NotLocatedReason,
  type NotLocated,
  type Place,
  placeConfidence,
  type Precision,
  type Warning,
} from '../domain/place.ts';
import { isInBox, type LonLat, parseLonLat, UNITED_KINGDOM } from '../domain/position.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import type { Whereabouts } from '../questions/whereabouts.ts';
import { AreaType } from './area.ts';
import { builder } from './builder.ts';
import { dayAsked } from './context.ts';
import { ReleaseType } from './release.ts';

/** A place as it was on a day. */
export type PlaceOnDay = {
  readonly kind: 'located';
  readonly place: Place;
  readonly sets: readonly BoundarySet[];
};

const PrecisionType = builder.enumType('Precision', {
  description:
    'How much ground the place may be: a point, one postcode, or all of its sector or outward code.',
  values: {
    POINT: { description: 'The point asked about.' },
    UNIT: { description: 'One postcode.' },
    SECTOR: { description: 'All postcodes of its sector, such as SO23 8.' },
    OUTCODE: { description: 'All postcodes of its first half, such as SO23.' },
    AREA: {
      description: 'A whole council area: all that is known of a person with no fixed abode.',
    },
  } satisfies Record<Precision, object>,
});
export const ConfidenceType = builder.enumType('Confidence', {
  description: 'How sure the answer is; the cause of any doubt is always given in words.',
  values: {
    HIGH: { description: 'Nothing speaks against it.' },
    MEDIUM: { description: 'Something does: read it out with the answer.' },
    LOW: { description: 'Check before you act on it.' },
  } satisfies Record<Confidence, object>,
});
/** Each also keeps a referral from being routed. */
export const NOT_LOCATED = {
  MALFORMED: {
    description: 'No postcode at all, or a slip in one: repairs are suggested, never chosen.',
  },
  PARTIAL: {
    description: 'Only part of a postcode: its areas are given, never grounds for a team.',
  },
  UNKNOWN: {
    description: 'Written as a postcode is, and not in the list; or ended with no other to be had.',
  },
  NO_POSITION: { description: 'Known, and nobody knows where it is.' },
  NON_GEOGRAPHIC: { description: 'Not of a place: a bank, a broadcaster, a bulk mailbox.' },
  FORCES: { description: 'Of the armed forces abroad (BFPO).' },
  CROWN_DEPENDENCY: { description: 'Of Jersey, Guernsey or the Isle of Man.' },
  OVERSEAS: { description: 'Of a British territory overseas.' },
  PSEUDO: { description: 'A code of NHS systems for no address or one abroad.' },
  OUT_OF_COVERAGE: { description: 'Outside the ground this release covers.' },
  NO_EDITION: { description: 'Before the first boundaries this release holds.' },
} as const;

const NotLocatedReasonType = builder.enumType('NotLocatedReason', {
  description: 'Why there is no place.',
  values: NOT_LOCATED satisfies Record<NotLocatedReason, object>,
});

const PositionType = builder.objectRef<LonLat>('Position').implement({
  description: 'WGS84 degrees.',
  fields: (t) => ({
    lat: t.float({ description: 'Degrees north.', resolve: ([, lat]) => lat }),
    lon: t.float({ description: 'Degrees east.', resolve: ([lon]) => lon }),
  }),
});

/** Of an outcome without a place. */
export const CANDIDATES =
  'For part of a postcode: every area its homes may lie in, set by set, with shares of its postcodes. Never grounds for a team.';

export const AreaAtPlaceType = builder.objectRef<AreaAtPlace>('AreaAtPlace').implement({
  description: 'An area the place lies in; several of one kind when it straddles a line.',
  fields: (t) => ({
    area: t.field({ type: AreaType, description: 'The area.', resolve: ({ area }) => area }),
    share: t.exposeFloat('share', {
      description: 'Estimated share of the place’s addresses, 0 to 1.',
    }),
    metresToBoundary: t.float({
      nullable: true,
      description:
        'Metres to the nearest line with another area of its set; null beyond 500 or where not measured.',
      resolve: ({ metresToLine }) => metresToLine,
    }),
  }),
});

const WarningType = builder.objectRef<Warning>('Warning').implement({
  description: 'A cause of doubt, in words a referrer understands.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For machines.' }),
    message: t.exposeString('message', { description: 'For people.' }),
  }),
});

export const LocatedType = builder.objectRef<PlaceOnDay>('Located').implement({
  description: 'A place, and every area it lies in on the day asked about.',
  fields: (t) => ({
    postcode: t.string({
      nullable: true,
      description: 'As understood.',
      resolve: ({ place }) => place.postcode,
    }),
    precision: t.field({
      type: PrecisionType,
      description: 'How much ground it may be.',
      resolve: ({ place }) => place.precision,
    }),
    position: t.field({
      type: PositionType,
      description: 'Its representative point.',
      resolve: ({ place }) => place.position,
    }),
    confidence: t.field({
      type: ConfidenceType,
      description: 'How sure the areas are.',
      resolve: ({ place, sets }) => placeConfidence(place, sets).confidence,
    }),
    areas: t.field({
      type: [AreaAtPlaceType],
      description: 'Set by set, the largest share first.',
      resolve: ({ place, sets }) => areasOf(place, sets),
    }),
    ended: t.field({
      type: 'Date',
      nullable: true,
      description: 'When the postcode ended.',
      resolve: ({ place }) => place.ended,
    }),
    nearby: t.stringList({
      description: 'Live postcodes near one that ended.',
      resolve: ({ place }) => [...place.nearby],
    }),
    warnings: t.field({
      type: [WarningType],
      description: 'Every cause of doubt.',
      resolve: ({ place, sets }) => [...placeConfidence(place, sets).warnings],
    }),
    release: t.field({
      type: ReleaseType,
      description: 'The data behind it.',
      resolve: (_place, _args, { questions }) => questions.atlas.release,
    }),
  }),
});

const NotLocatedType = builder.objectRef<NotLocated>('NotLocated').implement({
  description: 'No place, and why.',
  fields: (t) => ({
    reason: t.field({
      type: NotLocatedReasonType,
      description: 'For machines.',
      resolve: ({ reason }) => reason,
    }),
    message: t.exposeString('message', { description: 'For people.' }),
    suggestions: t.stringList({
      description: 'Postcodes that may have been meant. Offer them; never choose one.',
      resolve: ({ suggestions }) => [...suggestions],
    }),
    candidates: t.field({
      type: [AreaAtPlaceType],
      description: CANDIDATES,
      resolve: ({ candidates }) => [...candidates],
    }),
    release: t.field({
      type: ReleaseType,
      description: 'The data behind it.',
      resolve: (_place, _args, { questions }) => questions.atlas.release,
    }),
  }),
});

const typeOfOutcome = { located: 'Located', 'not-located': 'NotLocated' } as const satisfies Record<
  (PlaceOnDay | NotLocated)['kind'],
  string
>;

const PlaceOutcomeType = builder.unionType('PlaceOutcome', {
  description: 'Where a postcode or point is, or why that cannot be said.',
  types: [LocatedType, NotLocatedType],
  resolveType: ({ kind }) => typeOfOutcome[kind],
});

export const PointInput = builder.inputType('PointInput', {
  description: 'WGS84 degrees.',
  fields: (t) => ({
    lat: t.float({ required: true, description: 'Degrees north.' }),
    lon: t.float({ required: true, description: 'Degrees east; west is negative.' }),
  }),
});

/** Exactly one of the two. */
export function whereabouts(asked: {
  readonly postcode?: string | null | undefined;
  readonly point?: { readonly lat: number; readonly lon: number } | null | undefined;
}): Whereabouts {
  const { postcode, point } = asked;
  if (typeof postcode === 'string' && !point) return { postcode };
  if (typeof postcode !== 'string' && point) return { point: checkedPoint(point) };
  throw new AskingFault('Give either a postcode or a point.');
}

function checkedPoint({ lat, lon }: { readonly lat: number; readonly lon: number }): LonLat {
  const point = parseLonLat(lon, lat);
  if (!point)
    throw new AskingFault('Wanted a latitude from -90 to 90 and a longitude from -180 to 180.');
  const swapped = parseLonLat(lat, lon);
  if (!isInBox(point, UNITED_KINGDOM) && swapped && isInBox(swapped, UNITED_KINGDOM))
    throw new AskingFault(
      'This point is in the United Kingdom only if latitude and longitude are swapped. Check their order.',
    );
  return point;
}

export function onDay(place: Place, sets: readonly BoundarySet[], on: LocalDate): PlaceOnDay {
  return { kind: 'located', place, sets: setsInForce(sets, on) };
}

builder.queryField('place', (t) =>
  t.field({
    type: PlaceOutcomeType,
    description: 'The areas a postcode or point lies in. Give one of the two.',
    args: {
      postcode: t.arg.string({ description: 'As a person types it.' }),
      point: t.arg({ type: PointInput, description: 'In place of a postcode.' }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
    },
    resolve: async (_root, { postcode, point, asAt }, context) => {
      const on = dayAsked(asAt, context);
      const outcome = await context.questions.place(whereabouts({ postcode, point }), on);
      return outcome.kind === 'located'
        ? onDay(outcome.place, context.questions.atlas.sets, on)
        : outcome;
    },
  }),
);
