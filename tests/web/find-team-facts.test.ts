import { describe, expect, it } from 'vitest';

import { doubtsOf, wantsPractice } from '../../web/find-team/doubts.ts';
import { groupNeeds, type Need } from '../../web/find-team/need-groups.ts';
import type { Offer } from '../../web/find-team/ask.ts';
import { placeInWords } from '../../web/find-team/place-words.ts';
import { groupByNumber } from '../../web/find-team/urgent-contacts.tsx';

const need = (id: string, urgent: boolean, from: number | null, to: number | null): Need => ({
  id,
  name: id,
  description: '',
  urgent,
  ages: { from, to },
  sectors: [],
});

describe('groupNeeds', () => {
  it('puts each need in one group, the urgent ones first', () => {
    const needs = [
      need('carers', false, 18, null),
      need('crisis', true, 18, null),
      need('school', false, 5, 17),
      need('ramps', false, null, null),
    ];
    expect(groupNeeds(needs).map(({ label, needs: [first] }) => [label, first?.id])).toEqual([
      ['Cannot wait', 'crisis'],
      ['Children and young people', 'school'],
      ['Adults', 'carers'],
      ['Any age', 'ramps'],
    ]);
  });

  it('leaves out a group with nothing in it', () => {
    expect(groupNeeds([])).toEqual([]);
  });
});

describe('placeInWords', () => {
  const at = (kind: string, code: string, name: string): object => ({
    share: 0.5,
    metresToBoundary: null,
    area: { kind, code, name, gss: code },
  });
  const place = {
    postcode: 'GU34 5AA',
    areas: [
      at('district', 'A', 'East Hampshire'),
      at('district', 'B', 'Winchester'),
      at('upper-tier', 'C', 'Hampshire'),
    ],
  } as unknown as Parameters<typeof placeInWords>[0];

  it('names every district a place may be in', () => {
    expect(placeInWords(place, [])).toBe('GU34 5AA, in East Hampshire and Winchester, Hampshire');
  });

  it('names only the one an answer has settled', () => {
    expect(placeInWords(place, [{ question: 'district', answer: 'B' }])).toBe(
      'GU34 5AA, in Winchester, Hampshire',
    );
  });
});

it('shows a line that teams share once, with all it answers for', () => {
  const offer = (name: string, phone: string | null): Offer =>
    ({
      team: { name },
      contactNow: phone === null ? null : { phone, label: 'Night desk' },
    }) as Offer;
  expect(
    groupByNumber([offer('A', '1'), offer('B', '2'), offer('C', '1'), offer('D', null)]),
  ).toEqual([
    { phone: '1', label: 'Night desk', teams: ['A', 'C'] },
    { phone: '2', label: 'Night desk', teams: ['B'] },
  ]);
});

it('says each cause of doubt once, and no rule of responsibility', () => {
  const reason = (rule: string, fact: string): { rule: string; fact: string; source: string } => ({
    rule,
    fact,
    source: '',
  });
  const routed = {
    reasons: [
      reason('gp-registration', 'It covers the home'),
      reason('presumed', 'Give the practice'),
      reason('other', 'Give the practice'),
    ],
    responsible: [{ rule: 'gp-registration' }],
  } as unknown as Parameters<typeof doubtsOf>[0];
  expect(doubtsOf(routed)).toEqual(['Give the practice']);
});

describe('wantsPractice', () => {
  const presumed = [{ sector: 'HEALTH', presumed: true }] as unknown as Parameters<
    typeof wantsPractice
  >[0]['responsible'];

  it('is true of a presumed health answer until a practice is given', () => {
    expect(wantsPractice({ responsible: presumed }, {})).toBe(true);
    expect(wantsPractice({ responsible: presumed }, { gpPractice: 'J82001' })).toBe(false);
    expect(wantsPractice({ responsible: [] }, {})).toBe(false);
  });
});
