type NamedArea = { readonly kind: string; readonly name: string; readonly gss?: string | null };

/** How an ONS code of a county begins. Those of a district do not say whether it is a borough or a city. */
const COUNTY = 'E10';

/** A council’s area is called by its place alone; a reader wants the body: `Hampshire County Council`. */
export function bodyName({ kind, name, gss }: NamedArea): string {
  if (kind !== 'district' && kind !== 'upper-tier') return name;
  if (/council\b/i.test(name)) return name;
  return `${name} ${gss?.startsWith(COUNTY) ? 'County Council' : 'Council'}`;
}
