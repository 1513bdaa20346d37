import { expect, test } from 'vitest';

import { localDate } from '../../server/domain/calendar.ts';
import { type CoveragePiece, teamCoverage } from '../../server/domain/team-coverage.ts';
import type { Team } from '../../server/domain/team.ts';
import {
  cells,
  districts,
  homelessness,
  mentalHealth,
  pcts,
  teams,
  upperTiers,
} from '../worlds/four-squares.ts';

const ON = localDate('2004-03-31');
const inForce = [districts, upperTiers, pcts];
const grounds = cells.map((ground) => ({ ground, postcodes: 10, residents: 1000 }));

function named(id: string, more: Partial<Team>): Team {
  const team = teams.find((each) => each.id === id);
  if (!team) throw new Error(`No team ${id}`);
  return { ...team, ...more };
}

function inWords({ ground, sector, ages, coverage, teams: found }: CoveragePiece): string {
  const where = ground.map(({ code }) => code).join('');
  return `${where} ${sector} ${ages.from ?? 0}-${ages.to ?? ''} ${coverage} ${found.map(({ id }) => id).join()}`;
}

test('every piece of ground has one team of each sector where the directory is whole', () => {
  const pieces = teamCoverage({ need: mentalHealth, on: ON, sets: inForce }, grounds, teams);
  expect(pieces.map(({ coverage }) => coverage)).toEqual(Array.from({ length: 8 }, () => 'ONE'));
  expect(pieces.reduce((sum, { residents }) => sum + (residents ?? 0), 0)).toBe(8000);
});

test('ground without a team is a gap, with its postcodes and people', () => {
  const without = teams.filter(({ id }) => id !== 'east-housing');
  const gaps = teamCoverage(
    { need: homelessness, on: ON, sets: [districts] },
    grounds,
    without,
  ).filter(({ coverage }) => coverage === 'GAP');
  expect(gaps.map(inWords)).toEqual(['E HOUSING 0- GAP ']);
  expect(gaps[0]).toMatchObject({ postcodes: 20, residents: 2000 });
});

test('two teams for the same people are double cover, and only in the ages they share', () => {
  const children = named('west-housing', { id: 'under-18', ages: { from: null, to: 17 } });
  const adults = named('west-housing', { id: 'over-16', ages: { from: 16, to: null } });
  const pieces = teamCoverage({ need: homelessness, on: ON, sets: [districts] }, grounds, [
    children,
    adults,
    named('east-housing', { ages: { from: 18, to: 64 } }),
  ]);
  expect(pieces.map(inWords)).toEqual([
    'W HOUSING 0-15 ONE under-18',
    'W HOUSING 16-17 SEVERAL under-18,over-16',
    'W HOUSING 18- ONE over-16',
    'E HOUSING 0-17 GAP ',
    'E HOUSING 18-64 ONE east-housing',
    'E HOUSING 65- GAP ',
  ]);
});

test('a team that has ended covers nothing', () => {
  const ended = [named('west-housing', { period: { from: null, to: ON } })];
  const pieces = teamCoverage({ need: homelessness, on: ON, sets: [districts] }, grounds, ended);
  expect(new Set(pieces.map(({ coverage }) => coverage))).toEqual(new Set(['GAP']));
});

test('ground in no area of the sets in force is nobody’s to cover', () => {
  const pieces = teamCoverage({ need: homelessness, on: ON, sets: [] }, grounds, teams);
  expect(pieces).toEqual([]);
});
