type NamedArea = { readonly kind: string; readonly name: string; readonly gss?: string | null };

/** What the first three characters of an ONS code say of a council. */
const COUNCIL: Readonly<Record<string, string>> = {
  E06: 'Council',
  E07: 'District Council',
  E08: 'Council',
  E09: 'Council',
  E10: 'County Council',
  W06: 'Council',
  S12: 'Council',
  N09: 'Council',
};

/** A council’s area is called by its place alone; a reader wants the body: `Hampshire County Council`. */
export function bodyName({ kind, name, gss }: NamedArea): string {
  if (kind !== 'district' && kind !== 'upper-tier') return name;
  if (/council\b/i.test(name)) return name;
  return `${name} ${COUNCIL[gss?.slice(0, 3) ?? ''] ?? 'Council'}`;
}
