import type { NeedsQuery } from '../api/generated/graphql.ts';

export type Need = NeedsQuery['needs'][number];
export type NeedGroup = { readonly label: string; readonly needs: readonly Need[] };

const GROWN_UP = 16;

/** Needs are data, so they are grouped by what they say of themselves: each is in the first group it fits. */
const GROUPS: readonly { readonly label: string; readonly fits: (need: Need) => boolean }[] = [
  { label: 'Cannot wait', fits: ({ urgent }) => urgent },
  {
    label: 'Children and young people',
    fits: ({ ages }) => typeof ages.to === 'number',
  },
  { label: 'Adults', fits: ({ ages }) => (ages.from ?? 0) >= GROWN_UP },
  { label: 'Any age', fits: () => true },
];

export function groupNeeds(needs: readonly Need[]): NeedGroup[] {
  const groupOf = (need: Need): string | undefined => GROUPS.find(({ fits }) => fits(need))?.label;
  return GROUPS.map(({ label }) => ({
    label,
    needs: needs
      .filter((need) => groupOf(need) === label)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  })).filter((group) => group.needs.length > 0);
}
