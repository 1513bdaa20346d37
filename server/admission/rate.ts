const WINDOW_MS = 60_000;

/** How much each client may ask in a minute. */
export type Rate = {
  readonly perMinute: number;
  /** What is left to this client after what it asks now, below zero where that is too much. */
  readonly take: (client: string, weight: number) => number;
  /** Seconds until everybody may ask anew. */
  readonly renewedIn: () => number;
};

/** Counts begin anew each minute, and the addresses they were kept by are forgotten. */
export function createRate(perMinute: number, now: () => number = Date.now): Rate {
  let [taken, ends] = [new Map<string, number>(), now() + WINDOW_MS];
  return {
    perMinute,
    take: (client, weight) => {
      if (now() >= ends) [taken, ends] = [new Map<string, number>(), now() + WINDOW_MS];
      const sum = (taken.get(client) ?? 0) + weight;
      if (sum <= perMinute) taken.set(client, sum);
      return perMinute - sum;
    },
    renewedIn: () => Math.max(1, Math.ceil((ends - now()) / 1000)),
  };
}
