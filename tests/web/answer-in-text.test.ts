import { describe, expect, it } from 'vitest';

import { answerInText } from '../../web/find-team/answer-in-text.ts';
import type { Routed } from '../../web/find-team/ask.ts';

const contact = (phone: string, label: string): object => ({ phone, label });

const routed = {
  at: '2026-12-25T03:05:00Z',
  bankHoliday: 'Christmas Day',
  holdsUntil: '2026-12-29T08:30:00Z',
  confidence: 'MEDIUM',
  need: { name: 'Carers', urgent: false },
  place: { postcode: 'SO23 8UJ', areas: [] },
  responsible: [
    {
      sector: 'HEALTH',
      presumed: true,
      rule: 'gp-registration',
      body: { kind: 'icb', name: 'Board ICB' },
    },
  ],
  teams: [
    {
      openNow: false,
      opensNext: '2026-12-29T08:30:00Z',
      stale: true,
      sectors: ['HEALTH'],
      contactNow: contact('03069 990011', 'Night desk'),
      team: {
        name: 'Carers’ team',
        hours: 'mon-fri 08:30-17:00',
        doesNot: 'Housing',
        checkedOn: '2024-01-31',
        day: contact('01632 960491', 'Day desk'),
        outOfHours: contact('03069 990011', 'Night desk'),
      },
    },
  ],
  reasons: [{ rule: 'presumed', fact: 'Give the GP practice', source: '' }],
  release: { id: 'release-1', notices: ['Contacts are a demonstration.', 'Lines are rough.'] },
} as unknown as Routed;

describe('answerInText', () => {
  it('has whom to ring now, what is presumed, every doubt, the time, the release and the loud notice', () => {
    expect(answerInText(routed, { asAt: '2004-03-31' })).toBe(
      `Carers
SO23 8UJ
For 31 March 2004, not for today.

Bank holiday: Christmas Day.

Health, presumed: Board ICB

Carers’ team (health)
Closed until Tuesday 29 December at 8.30am.
Now: 03069 990011, Night desk
When open: 01632 960491, Day desk
Hours: Monday to Friday, 8.30am to 5pm
Not this team: Housing.
Entry last checked on 31 January 2024, over a year ago: make sure of the number before you rely on it.

Fairly sure of this answer.
- Give the GP practice.

Answered on 25 December 2026 at 3.05am from release release-1.
The numbers hold until Tuesday 29 December at 8.30am.
Contacts are a demonstration.`,
    );
  });

  it('of an urgent need names 999 too', () => {
    const urgent: Routed = { ...routed, need: { name: 'Crisis', urgent: true } };
    expect(answerInText(urgent, {})).toContain('\n\nIn immediate danger ring 999.\n\n');
    expect(answerInText(routed, {})).not.toContain('999');
  });
});
