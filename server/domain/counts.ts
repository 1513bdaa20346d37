export type Counts = {
  readonly km2: number;
  readonly postcodes: number;
  /** Null where nobody counted. */
  readonly residents: number | null;
};

/** A sum with an uncounted part in it is uncounted. */
export function sumOf(parts: readonly Counts[]): Counts {
  return parts.reduce<Counts>(
    (total, { km2, postcodes, residents }) => ({
      km2: total.km2 + km2,
      postcodes: total.postcodes + postcodes,
      residents:
        total.residents === null || residents === null ? null : total.residents + residents,
    }),
    { km2: 0, postcodes: 0, residents: 0 },
  );
}
