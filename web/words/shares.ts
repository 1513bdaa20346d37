/** A share of addresses as a person would say it: `about 2 in 3 addresses`. */
export function shareInWords(share: number): string {
  if (share >= 0.95) return 'nearly all addresses';
  if (share < 0.005) return 'very few addresses';
  const [of, outOf] = nearestSimple(share);
  return `about ${of} in ${outOf} addresses`;
}

/** Small enough to picture; from `1 in 20` down only single ones, in round numbers. */
const OUT_OF = [2, 3, 4, 5, 10] as const;
const ONE_IN = [20, 30, 50, 100, 200] as const;

function nearestSimple(share: number): readonly [number, number] {
  const rare = share < 0.075;
  const candidates: (readonly [number, number])[] = rare
    ? ONE_IN.map((outOf) => [1, outOf] as const)
    : OUT_OF.map((outOf) => [Math.min(outOf - 1, Math.max(1, Math.round(share * outOf))), outOf]);
  // A simpler fraction wins unless a finer one is clearly nearer.
  return candidates.reduce((best, each) =>
    distance(share, each) < distance(share, best) - (rare ? 0 : 0.02) ? each : best,
  );
}

function distance(share: number, [of, outOf]: readonly [number, number]): number {
  return Math.abs(share - of / outOf);
}
