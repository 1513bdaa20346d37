import { readFileSync } from 'node:fs';

import { buildSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';

import { findInSchema, readSchema } from '../../web/developers/read-schema.ts';

const SDL = readFileSync('server/graphql/schema.graphql', 'utf8');
const read = readSchema(SDL);
const built = buildSchema(SDL);

test('the reference has every type and member of the schema, with its description and type', () => {
  for (const type of Object.values(built.getTypeMap())) {
    if (
      type.name.startsWith('__') ||
      ['Int', 'Float', 'String', 'Boolean', 'ID'].includes(type.name)
    )
      continue;
    const entry = read.find(({ name }) => name === type.name);
    expect(entry?.says).toBe(type.description);
    if (isObjectType(type))
      expect(entry?.members.map(({ name, says, type: as }) => [name, says, as])).toEqual(
        Object.values(type.getFields()).map(({ name, description, type: as }) => [
          name,
          description,
          String(as),
        ]),
      );
    else if (isInputObjectType(type))
      expect(entry?.members.map(({ name, type: as }) => [name, as])).toEqual(
        Object.values(type.getFields()).map(({ name, type: as }) => [name, String(as)]),
      );
    else if (isEnumType(type))
      expect(entry?.members.map(({ name, says }) => [name, says])).toEqual(
        type.getValues().map(({ name, description }) => [name, description]),
      );
  }
});

test('questions stand first, then unions of outcomes', () => {
  expect(read.slice(0, 3).map(({ name }) => name)).toEqual([
    'Query',
    'PlaceOutcome',
    'ReferralOutcome',
  ]);
});

describe('the reference is searched', () => {
  const names = (text: string): string[] => findInSchema(read, text).map(({ name }) => name);
  test('by a type, which then stands first', () => {
    expect(names('needschoice')[0]).toBe('NeedsChoice');
  });
  test('by a field, an argument and words of a description', () => {
    expect(names('metresToBoundary')).toEqual(['AreaAtPlace']);
    expect(names('maxPoints')).toContain('Area');
    expect(names('guernsey nowhere')).toEqual([]);
    expect(names('guernsey jersey')).toEqual(['NotLocatedReason', 'NotRoutableReason']);
  });
  test('and is whole without one', () => {
    expect(names('  ')).toHaveLength(read.length);
  });
});

test('what is deprecated says so, and what is left out has its default', () => {
  const [type] = readSchema(
    'type T { "Old." f("How many." n: Int = 3): [String!]! @deprecated(reason: "Use g.") }',
  );
  expect(type?.members[0]).toMatchObject({
    deprecated: 'Use g.',
    type: '[String!]!',
    named: 'String',
    arguments: [{ name: 'n', usual: '3', says: 'How many.' }],
  });
});
