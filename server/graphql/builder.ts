import SchemaBuilder from '@pothos/core';
import { GraphQLError } from 'graphql';

import { type LocalDate, parseLocalDate } from '../domain/calendar.ts';
import type { Shape } from '../domain/shape.ts';
import type { Context } from './context.ts';

/** Epoch milliseconds. */
type Instant = number;

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    Date: { Input: LocalDate; Output: LocalDate };
    DateTime: { Input: Instant; Output: Instant };
    GeoJSON: { Input: never; Output: Shape };
  };
}>({ defaultFieldNullability: false });

builder.queryType({ description: 'Everything that can be asked. Nothing asked is kept.' });

builder.scalarType('Date', {
  description: 'A calendar day, `YYYY-MM-DD`.',
  serialize: (date) => date,
  parseValue: (value) => {
    const date = typeof value === 'string' ? parseLocalDate(value) : undefined;
    if (!date) throw new GraphQLError('Wanted a day as YYYY-MM-DD.');
    return date;
  },
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The one written last: one answer after another holds until the same moment. */
let written = { instant: 0, text: new Date(0).toISOString() };

function inUtc(instant: Instant): string {
  if (written.instant !== instant) written = { instant, text: new Date(instant).toISOString() };
  return written.text;
}

builder.scalarType('DateTime', {
  description:
    'A moment, ISO 8601 with its offset: `2004-03-31T14:00:00+01:00`. Answers are in UTC.',
  serialize: inUtc,
  parseValue: (value) => {
    const isMoment =
      typeof value === 'string' && INSTANT.test(value) && parseLocalDate(value.slice(0, 10));
    const instant = isMoment ? Date.parse(value) : NaN;
    if (Number.isNaN(instant))
      throw new GraphQLError('Wanted a moment with its offset, as 2004-03-31T14:00:00+01:00.');
    return instant;
  },
});

builder.scalarType('GeoJSON', {
  description:
    'A GeoJSON Polygon or MultiPolygon (RFC 7946): WGS84 degrees, longitude first. For drawing only.',
  serialize: (shape) => shape,
  parseValue: () => {
    throw new GraphQLError('GeoJSON is only ever an answer.');
  },
});
