import { type Area, COUNCIL_KINDS, type Kind } from './area.ts';
import { addDays, dayInWords, holds, type LocalDate, type Period } from './calendar.ts';
import type { OtherName } from './other-name.ts';

/** All areas a release has of one body, oldest boundary first: a unitary council is both a district and an upper tier. */
export type Body = {
  readonly areas: readonly [Area, ...Area[]];
  readonly otherNames: readonly OtherName[];
};

/** Areas of one sort of body that share a code are of the same body; lines that are only proposed are of none. */
export function bodiesOf(areas: readonly Area[], otherNames: readonly OtherName[]): Body[] {
  const names = Map.groupBy(otherNames, ({ of }) => of);
  const found = new Map<string, Area[]>();
  for (const area of areas) {
    if (area.set.status === 'PROPOSED') continue;
    const keys = codesOf(area).map((code) => `${sortOf(area.set.kind)} ${code}`);
    const members = [...new Set(keys.flatMap((key) => found.get(key) ?? [])), area];
    for (const member of members)
      for (const code of codesOf(member)) found.set(`${sortOf(member.set.kind)} ${code}`, members);
  }
  return [...new Set(found.values())].flatMap((members) => {
    const [first, ...more] = members.sort(byBeginning);
    if (!first) return [];
    const codes = new Set(members.flatMap(codesOf));
    return [
      { areas: [first, ...more], otherNames: [...codes].flatMap((code) => names.get(code) ?? []) },
    ];
  });
}

/** Every code of an area, each once. */
export function codesOf({ code, gss, ods }: Area): string[] {
  return [...new Set([code, gss, ods])].filter((each) => each !== null);
}

/** One council may answer for a district and an upper tier; an NHS body for ground of one kind only. */
function sortOf(kind: Kind): string {
  return COUNCIL_KINDS.includes(kind) ? 'council' : kind;
}

function byBeginning(one: Area, other: Area): number {
  const [a, b] = [one.set.period.from ?? '', other.set.period.from ?? ''];
  return a < b ? -1 : Number(a > b) || one.id - other.id;
}

export const LIVES = ['IN_FORCE', 'TO_COME', 'ENDED'] as const;
export type Life = (typeof LIVES)[number];

/** Whether the body has ground on a day. */
export function lifeOn({ areas }: Body, on: LocalDate): Life {
  if (areas.some(({ set }) => holds(set.period, on))) return 'IN_FORCE';
  return areas.some(({ set: { period } }) => period.from !== null && period.from > on)
    ? 'TO_COME'
    : 'ENDED';
}

/** From the first day of its oldest boundary here to the last of its newest. */
export function periodOf({ areas }: Body): Period {
  const [froms, tos] = [areas.map(fromOf), areas.map(toOf)];
  return {
    from: froms.reduce((a, b) => (a === null || b === null ? null : a < b ? a : b)),
    to: tos.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b)),
  };
}

function fromOf({ set }: Area): LocalDate | null {
  return set.period.from;
}

function toOf({ set }: Area): LocalDate | null {
  return set.period.to;
}

/** Its boundary of a day; of a body that has none then, the next to come, else its last. */
export function areaOn({ areas }: Body, on: LocalDate): Area {
  const [first] = areas;
  const inForce = areas.find(({ set }) => holds(set.period, on));
  const next = areas.find(({ set: { period } }) => period.from !== null && period.from > on);
  return inForce ?? next ?? areas.at(-1) ?? first;
}

/** What a reader must know who takes it for a body of the day; null where there is nothing. */
export function noteOf(body: Body, on: LocalDate, heirs: readonly Area[]): string | null {
  const { from, to } = periodOf(body);
  const last = to === null ? '' : `Until ${dayInWords(addDays(to, -1))}.`;
  switch (lifeOn(body, on)) {
    case 'IN_FORCE':
      return last === '' ? null : last;
    case 'TO_COME':
      return from === null ? null : `Not before ${dayInWords(from)}.`;
    case 'ENDED':
      return [
        last,
        ...(heirs.length > 0 ? [`Its ground is now that of ${listed(heirs)}.`] : []),
      ].join(' ');
  }
}

const MOST_NAMED = 3;

function listed(areas: readonly Area[]): string {
  const names = areas.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = areas.length > MOST_NAMED ? [`${areas.length - MOST_NAMED} more`] : [];
  const all = [...names, ...more];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}
