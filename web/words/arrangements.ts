/** Types are data: these have names people know, any other is shown by its id. */
const TYPES: Readonly<Record<string, string>> = {
  'partnership-manager': 'Partnership manager',
  'section-31': 'Section 31 agreement',
  'section-75': 'Section 75 agreement',
  'sharing-agreement': 'Sharing agreement',
};

/** For a column, where several stand beside one another. */
const SHORT_TYPES: Readonly<Record<string, string>> = {
  'partnership-manager': 'manager',
  'section-31': 's31',
  'section-75': 's75',
  'sharing-agreement': 'sharing',
};

export function arrangementType(type: string): string {
  return (Object.hasOwn(TYPES, type) ? TYPES[type] : undefined) ?? type;
}

/** Each type once, in the order of the list above: `manager, s75, sharing`. */
export function arrangementTypesInShort(types: readonly string[]): string {
  const known = Object.keys(SHORT_TYPES);
  const rank = (type: string): number =>
    known.includes(type) ? known.indexOf(type) : known.length;
  return [...new Set(types)]
    .sort((a, b) => rank(a) - rank(b))
    .map((type) => (Object.hasOwn(SHORT_TYPES, type) ? (SHORT_TYPES[type] ?? type) : type))
    .join(', ');
}

type Arranged = { readonly type: string; readonly name: string; readonly stale: boolean };

/** Its name, which often says its type already, and a warning where nobody checked it for a year. */
export function arrangementInWords({ type, name, stale }: Arranged): string {
  const words = arrangementType(type);
  const named = name.startsWith(words) ? name : `${words}: ${name}`;
  return stale ? `${named} (not checked for a year)` : named;
}
