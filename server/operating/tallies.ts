import type { Shed, Work } from '../admission/admission.ts';
import type { Placeless } from '../domain/referral-outcome.ts';
import type { PlaceOutcome } from '../domain/place.ts';
import type { Questions } from '../questions/questions.ts';
import type { Family, Sample } from './exposition.ts';
import type { Answered } from './log.ts';

/** Upper bounds of the durations told apart, seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

type Durations = { readonly counts: number[]; sum: number };

/**
 * What has been done since the start, in figures. Labels come from closed lists, so there are never more than a few
 * hundred figures and none can tell who asked or about what.
 */
export class Tallies {
  readonly #durations = new Map<Answered['route'], Map<number, Durations>>();
  readonly #shed = new Map<string, number>();
  readonly #outcomes = { referral: new Map<string, number>(), place: new Map<string, number>() };

  answered = ({ route, status, ms }: Answered): void => {
    const byStatus = this.#durations.get(route) ?? new Map<number, Durations>();
    this.#durations.set(route, byStatus);
    const durations = byStatus.get(status) ?? {
      counts: Array<number>(BOUNDS.length + 1).fill(0),
      sum: 0,
    };
    byStatus.set(status, durations);
    const seconds = ms / 1000;
    const at = BOUNDS.findIndex((bound) => seconds <= bound);
    const bucket = at < 0 ? BOUNDS.length : at;
    durations.counts[bucket] = (durations.counts[bucket] ?? 0) + 1;
    durations.sum += seconds;
  };

  shed = (work: Work, why: Shed): void => {
    add(this.#shed, `${work},${why.replace(' ', '-')}`);
  };

  referral = (referral: Placeless): void => {
    add(this.#outcomes.referral, outcomeOfReferral(referral));
  };

  place = (outcome: PlaceOutcome): void => {
    add(
      this.#outcomes.place,
      outcome.kind === 'located' ? 'Located,' : `NotLocated,${outcome.reason}`,
    );
  };

  families(): Family[] {
    return [
      {
        name: 'coterminosity_request_duration_seconds',
        help: 'Seconds from the head of a request to the end of its answer.',
        type: 'histogram',
        samples: [...this.#durations].flatMap(([route, byStatus]) =>
          [...byStatus].flatMap(([status, durations]) =>
            histogram({ route, status: String(status) }, durations),
          ),
        ),
      },
      {
        name: 'coterminosity_requests_shed_total',
        help: 'Requests turned away so that others are answered.',
        type: 'counter',
        samples: counters(this.#shed, 'work', 'why'),
      },
      {
        name: 'coterminosity_referrals_total',
        help: 'Referral questions by their outcome.',
        type: 'counter',
        samples: counters(this.#outcomes.referral, 'outcome', 'reason'),
      },
      {
        name: 'coterminosity_places_total',
        help: 'Places asked about by their outcome.',
        type: 'counter',
        samples: counters(this.#outcomes.place, 'outcome', 'reason'),
      },
    ];
  }
}

function outcomeOfReferral(referral: Placeless): string {
  switch (referral.kind) {
    case 'routed':
      return 'Routed,';
    case 'needs-choice':
      return `NeedsChoice,${referral.reason}`;
    case 'not-routable':
      return `NotRoutable,${referral.reason}`;
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function counters(
  counts: ReadonlyMap<string, number>,
  first: string,
  second: string,
): readonly Sample[] {
  return [...counts].map(([key, value]) => {
    const [one = '', other = ''] = key.split(',');
    return { labels: { [first]: one, [second]: other }, value };
  });
}

function histogram(
  labels: Readonly<Record<string, string>>,
  { counts, sum }: Durations,
): readonly Sample[] {
  let total = 0;
  const buckets = counts.map((count, at) => {
    total += count;
    const le = String(BOUNDS[at] ?? '+Inf');
    return { suffix: '_bucket', labels: { ...labels, le }, value: total };
  });
  return [
    ...buckets,
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: total },
  ];
}

/** The same questions; what becomes of each is counted. */
export function countingOutcomes(
  tallies: Pick<Tallies, 'referral' | 'place'>,
): (questions: Questions) => Questions {
  return (questions) => ({
    ...questions,
    referrals: async (asks) => {
      const referrals = await questions.referrals(asks);
      for (const referral of referrals) tallies.referral(referral);
      return referrals;
    },
    bulk: () => {
      const bulk = questions.bulk();
      return async (asks) => {
        const settled = await bulk(asks);
        for (const { referral } of settled) tallies.referral(referral);
        return settled;
      };
    },
    place: async (where, on) => {
      const outcome = await questions.place(where, on);
      tallies.place(outcome);
      return outcome;
    },
  });
}
