export type Ages = { readonly from?: number | null; readonly to?: number | null };

/** `any age`, `18 and over`, `17 and under`, `5 to 17`. */
export function agesInWords({ from, to }: Ages): string {
  const first = from ?? 0;
  if (typeof to !== 'number') return first === 0 ? 'any age' : `${first} and over`;
  if (first === to) return String(to);
  return first === 0 ? `${to} and under` : `${first} to ${to}`;
}
