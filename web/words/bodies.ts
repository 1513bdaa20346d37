type NamedArea = { readonly kind: string; readonly name: string; readonly gss?: string | null };

/** What the first three characters of an ONS code say of a council. */
const COUNCIL: Readonly<Record<string, string>> = {
  E06: 'council',
  E07: 'district council',
  E08: 'council',
  E09: 'council',
  E10: 'county council',
  W06: 'council',
  S12: 'council',
  N09: 'council',
};

/** A council’s area is called by its place alone; a reader wants the body: `Hampshire county council`. */
export function bodyName({ kind, name, gss }: NamedArea): string {
  if (kind !== 'district' && kind !== 'upper-tier') return name;
  if (/council\b/i.test(name)) return name;
  return `${name} ${COUNCIL[gss?.slice(0, 3) ?? ''] ?? 'council'}`;
}
