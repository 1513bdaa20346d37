import type { Decision } from './decision.ts';
import type { AgeBand, Need } from './need.ts';
import type { NeedsChoice } from './referral-outcome.ts';
import type { TeamOffer } from './team-offer.ts';

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
  const byWords = new Map(bands.map((band) => [ageBandInWords(band), band]));
  return [...byWords.values()].sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
}

export function askAge(bands: readonly AgeBand[], urgent: readonly TeamOffer[]): NeedsChoice {
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
