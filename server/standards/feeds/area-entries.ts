import { type Area, type BoundaryStatus, kindName } from '../../domain/area.ts';
import type { AreaChange, Shares } from '../../domain/boundary-change.ts';
import { addDays, type LocalDate } from '../../domain/calendar.ts';
import { instantOf } from '../../domain/london-time.ts';
import { type Reorganisation, reorganisations } from '../../domain/reorganisations.ts';
import type { AreaNews, ReleaseTurn, TeamNews } from '../../domain/release-news.ts';
import type { Change } from '../../questions/change.ts';
import type { Questions } from '../../questions/questions.ts';
import { uuidOf } from '../uuid.ts';
import { type Entry } from './feed.ts';

export type Following = Pick<Questions, 'atlas' | 'change'> & {
  /** Every edition of what is followed. */
  readonly areas: readonly Area[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** Where others reach the pages. */
  readonly root: string;
};

/** What law changed for an area on a day, announced changes too; an area that stays as it was has no entry. */
export async function changeEntries(following: Following): Promise<Entry[]> {
  const { atlas, areas, change } = following;
  const sets = new Set(areas.map(({ set }) => set));
  const concerned = reorganisations(atlas.sets).filter(
    ({ before, after }) => sets.has(before) || sets.has(after),
  );
  const entries: Entry[] = [];
  for (const each of concerned) {
    const { before, after, day } = each;
    const ask = { kind: before.kind, toKind: after.kind, from: addDays(day, -1), to: day };
    entries.push(...entriesOf(each, await change(ask), following));
  }
  return entries;
}

function entriesOf(
  { before, after, day }: Reorganisation,
  found: Change,
  { areas, atlas, now, root }: Following,
): Entry[] {
  const told = [
    ...found.areas
      .filter((each) => areas.includes(each.area) && each.change !== 'UNCHANGED')
      .map((each) => ({ area: each.area, change: each.change, sentence: whatBecame(each, found) })),
    ...found.appeared
      .filter((area) => areas.includes(area))
      .map((area) => ({ area, change: 'BEGAN', sentence: whenceCame(area, found.areas) })),
  ];
  return told.map(({ area, change, sentence }) => ({
    id: `urn:uuid:${uuidOf('area change', before.kind, after.kind, area.code, day, change)}`,
    title: `${area.name} (${kindName(area.set.kind)}): ${WORDS[change] ?? change.toLowerCase()} on ${day}`,
    paragraphs: [
      sentence,
      ...(after.status === 'ANNOUNCED' ? ['This is announced and may still change.'] : []),
    ],
    link: `${root}/compare/before-and-after?${new URLSearchParams({
      before: before.kind,
      from: addDays(day, -1),
      after: after.kind,
      to: day,
    }).toString()}`,
    updated: new Date(knownAt(day, atlas.release.loadedAt, now)).toISOString(),
    facts: { effective: day, kind: area.set.kind, code: area.code, change, status: after.status },
  }));
}

const WORDS: Readonly<Record<string, string>> = {
  RENAMED: 'has another name',
  REDRAWN: 'redrawn',
  MERGED: 'merged into another',
  SPLIT: 'shared out',
  ENDED: 'ends',
  BEGAN: 'begins',
};

/** What is still to come is as old as the data that says so. */
function knownAt(day: LocalDate, loadedAt: string, now: number): number {
  const begins = instantOf({ date: day, minuteOfDay: 0 });
  return begins <= now ? begins : Date.parse(loadedAt);
}

function whatBecame(became: AreaChange, { after }: Change): string {
  const { area, change, successors } = became;
  const heir = successors[0]?.area.name ?? 'another body';
  switch (change) {
    case 'UNCHANGED':
      return `${area.name} stays as it is.`;
    case 'RENAMED':
      return `${area.name} becomes ${heir}, on the same ground.`;
    case 'MERGED':
      return `All of ${area.name} becomes part of ${heir}.`;
    case 'ENDED':
      return after.status === 'ANNOUNCED'
        ? `What follows on the ground of ${area.name} is not settled.`
        : `No area of this kind follows on the ground of ${area.name}.`;
    case 'REDRAWN':
    case 'SPLIT':
      return `Of ${area.name}, these have: ${sharedOut(became, after.status).join('; ')}.`;
  }
}

function sharedOut({ successors, remainder }: AreaChange, status: BoundaryStatus): string[] {
  const nobody = status === 'ANNOUNCED' ? 'not settled' : 'no area';
  return [
    ...successors.map((each) => `${each.area.name} ${shareInWords(each.shares)}`),
    ...(partOf(remainder).share < LEAST_TOLD ? [] : [`${nobody} ${shareInWords(remainder)}`]),
  ];
}

function whenceCame(area: Area, changes: readonly AreaChange[]): string {
  const from = changes.flatMap(({ area: old, successors }) =>
    successors
      .filter((each) => each.area === area)
      .map(({ shares }) => `${old.name} (${shareInWords(shares)} of it)`),
  );
  return from.length === 0
    ? `${area.name} begins.`
    : `${area.name} takes over from ${from.join(', ')}.`;
}

/** Less of an area than this is a line drawn otherwise, not people without a body. */
const LEAST_TOLD = 0.005;

function partOf({ residents, postcodes, km2 }: Shares): {
  readonly share: number;
  readonly what: string;
} {
  if (residents !== null) return { share: residents, what: 'residents' };
  if (postcodes !== null) return { share: postcodes, what: 'postcodes' };
  return { share: km2, what: 'ground' };
}

function shareInWords(shares: Shares): string {
  const { share, what } = partOf(shares);
  const percent = share * 100;
  return `${percent < 99.95 ? percent.toFixed(1) : '100'}% of the ${what}`;
}

/** What new data says otherwise of an area, and of the teams that cover it. */
export function newsEntries(turns: readonly ReleaseTurn[], { areas, root }: Following): Entry[] {
  const [first] = areas;
  if (!first) return [];
  return turns.flatMap(({ turn, since, news }) => {
    const ofAreas = news?.areas.filter((each) => areas.some((area) => isOf(each, area))) ?? [];
    const ofTeams = news?.teams.filter((each) => areas.some((area) => covers(each, area))) ?? [];
    if (!news || ofAreas.length + ofTeams.length === 0) return [];
    return [
      {
        id: `urn:uuid:${uuidOf('area news', first.code, String(turn), since)}`,
        title: `${first.name}: the data changed with release ${news.release}`,
        paragraphs: [...ofAreas.map(({ told }) => told), ...ofTeams.map(teamInWords)],
        link: `${root}/about`,
        updated: since,
        facts: { release: news.release, before: news.before, areas: ofAreas, teams: ofTeams },
      },
    ];
  });
}

function isOf({ kind, codes }: AreaNews, area: Area): boolean {
  return kind === area.set.kind && codes.includes(area.code);
}

function covers({ areas }: TeamNews, { set, code, gss, ods }: Area): boolean {
  return areas.some((each) => each.kind === set.kind && [code, gss, ods].includes(each.code));
}

const TEAM_WORDS = {
  APPEARED: 'is new in the directory',
  ENDED: 'is no longer in the directory',
  CHANGED: 'has another entry in the directory',
} as const satisfies Record<TeamNews['change'], string>;

function teamInWords({ name, change }: TeamNews): string {
  return `The team ${name} ${TEAM_WORDS[change]}.`;
}
