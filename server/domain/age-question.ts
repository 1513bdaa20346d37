import type { Decision } from './decision.ts';
import { type AgeBand, fitsAge, type Need } from './need.ts';
import type { OpenChoice } from './referral-outcome.ts';
import type { AnsweringTeam } from './team-offer.ts';

/** Key of the question how old the person is. */
const AGE = 'age';

/** The age an answer stands for: the youngest of its band. */
export function ageSaid(answers: ReadonlyMap<string, string>): number | undefined {
  const said = answers.get(AGE);
  return said !== undefined && /^\d{1,3}$/.test(said) ? Number(said) : undefined;
}

/**
 * The bands that tell apart teams of one sector, youngest first; none where every sector has one team, or
 * teams of one band.
 */
export function ageBandsOf({ teams }: Decision, need: Need): AgeBand[] {
  const bands = need.sectors.flatMap(({ sector }) => {
    const own = teams.filter(({ sectors }) => sectors.includes(sector)).map(({ ages }) => ages);
    return new Set(own.map(ageBandInWords)).size > 1 ? own : [];
  });
  return apart(bands);
}

/** The bands cut where any of them begins or ends, so that each age is in one: those that none has are left out. */
function apart(bands: readonly AgeBand[]): AgeBand[] {
  const cuts = bands.flatMap(({ from, to }) => [from ?? 0, ...(to === null ? [] : [to + 1])]);
  return [...new Set(cuts)]
    .sort((a, b) => a - b)
    .map((from, at, all) => ({ from, to: (all[at + 1] ?? Infinity) - 1 }))
    .map(({ from, to }) => ({ from, to: to === Infinity ? null : to }))
    .filter(({ from }) => bands.some((band) => fitsAge(band, from)));
}

export function askAge(bands: readonly AgeBand[], urgent: readonly AnsweringTeam[]): OpenChoice {
  return {
    kind: 'needs-choice',
    reason: 'AGE',
    key: AGE,
    question: 'How old is the person?',
    options: bands.map((band) => ({
      answer: String(band.from ?? 0),
      label: capital(inYears(band)),
      share: null,
      area: null,
    })),
    message: 'Different teams answer this need for people of different ages.',
    urgent,
    nearby: [],
  };
}

/** After "people": `aged 18 and over`. */
export function ageBandInWords(band: AgeBand): string {
  return `aged ${inYears(band)}`;
}

function inYears({ from, to }: AgeBand): string {
  if (to === null) return `${from ?? 0} and over`;
  return (from ?? 0) === 0 ? `under ${to + 1}` : `${from ?? 0} to ${to}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
