import { readFileSync } from 'node:fs';

import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';

/** The committed contract, as a stranger reads it. */
const contract = buildSchema(readFileSync('server/graphql/schema.graphql', 'utf8'));
const types = Object.values(contract.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const described = types.flatMap(describedIn);

type Described = readonly [coordinate: string, description: string | null | undefined];

function describedIn(type: GraphQLNamedType): Described[] {
  return [[type.name, type.description], ...membersOf(type)];
}

function membersOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type))
    return type.getValues().map(({ name, description }) => [`${type.name}.${name}`, description]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((each) => [
      `${type.name}.${each.name}`,
      each.description,
    ]);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, description, args }) => [
    [`${type.name}.${name}`, description] as const,
    ...args.map((arg) => [`${type.name}.${name}(${arg.name}:)`, arg.description] as const),
  ]);
}

test('the contract is looked at whole', () => {
  expect(described.length).toBeGreaterThan(400);
});

test('every type, field, argument and enum value of the contract is described in a sentence', () => {
  const bare = described.filter(([, description]) => !/^[^\s].*[.`)]$/s.test(description ?? ''));
  expect(bare.map(([coordinate]) => coordinate)).toEqual([]);
});

test('no description names what is inside', () => {
  const inside =
    /\b(?:pothos|yoga|kysely|sqlite|postgres\w*|sql|node(?:\.js)?|typescript|resolvers?|atlas|domain|database|table|row|cache|todo|undefined|server\/|geodata)\b|\.ts\b/i;
  const found = described.filter(([, description]) => inside.test(description ?? ''));
  expect(found).toEqual([]);
});
