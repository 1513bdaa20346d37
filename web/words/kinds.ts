type KindWords = { readonly one: string; readonly many: string; readonly short?: string };

/** Kinds are data: these have names people know, any other is shown by its id. */
const KINDS: Readonly<Record<string, KindWords>> = {
  district: { one: 'district', many: 'districts' },
  'upper-tier': {
    one: 'county or unitary council',
    many: 'county and unitary councils',
    short: 'council',
  },
  pct: { one: 'primary care trust', many: 'primary care trusts', short: 'PCT' },
  ccg: { one: 'clinical commissioning group', many: 'clinical commissioning groups', short: 'CCG' },
  'sub-icb': { one: 'sub-ICB location', many: 'sub-ICB locations' },
  icb: { one: 'integrated care board', many: 'integrated care boards', short: 'ICB' },
};

export const HEALTH_KINDS: readonly string[] = ['icb', 'sub-icb', 'ccg', 'pct'];
export const COUNCIL_KINDS: readonly string[] = ['upper-tier', 'district'];

/** In full, with the initials people use: `primary care trusts (PCTs)`. */
export function kindNames(kind: string, count = 2): string {
  const { one, many } = wordsOf(kind);
  const initials = hasInitials(kind) ? ` (${shortKinds(kind, count)})` : '';
  return `${count === 1 ? one : many}${initials}`;
}

/** The initials first, so that a list cut short can still be read: `PCTs (primary care trusts)`. */
export function listedKind(kind: string): string {
  const { many } = wordsOf(kind);
  return hasInitials(kind) ? `${shortKinds(kind)} (${many})` : capital(many);
}

/** For columns and sentences that name it often. */
export function shortKind(kind: string): string {
  const { one, short = one } = wordsOf(kind);
  return short;
}

export function shortKinds(kind: string, count = 2): string {
  const { many, short } = wordsOf(kind);
  if (count === 1) return shortKind(kind);
  return short === undefined ? many : `${short}s`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function hasInitials(kind: string): boolean {
  return /^[A-Z]+$/.test(wordsOf(kind).short ?? '');
}

function wordsOf(kind: string): KindWords {
  const plain = kind.replaceAll('-', ' ');
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  return known ?? { one: plain, many: `${plain} areas` };
}
