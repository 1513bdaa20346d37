/** What a reader follows, in either shape it is written in. */
export type Feed = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Where this very feed is, and the page it goes with. */
  readonly self: string;
  readonly home: string;
  /** ISO 8601, UTC; of a feed without entries too. */
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
};

export type Entry = {
  readonly id: string;
  readonly title: string;
  /** Plain paragraphs. */
  readonly paragraphs: readonly string[];
  readonly link: string;
  /** ISO 8601, UTC. */
  readonly updated: string;
  /** The same for a program. */
  readonly facts: Readonly<Record<string, unknown>>;
};

/** Newest first; of one moment in the order given. */
export function newestFirst(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) =>
    one.updated === other.updated ? 0 : one.updated < other.updated ? 1 : -1,
  );
}
