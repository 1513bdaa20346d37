import type { Area, BoundarySet } from '../server/domain/area.ts';
import type { AreaNews, ReleaseNews, TeamNews } from '../server/domain/release-news.ts';
import type { Team } from '../server/domain/team.ts';
import type { Difference, SetChanges } from './difference.ts';
import { differenceInWords, redrawnInWords } from './difference-in-words.ts';

/** What a feed tells of a release that takes over. */
export function newsOf(difference: Difference): ReleaseNews {
  const { before, after, sets } = difference;
  return {
    release: after.release.id,
    before: before.release.id,
    lines: differenceInWords(difference).slice(1),
    areas: sets.flatMap(areaNews),
    teams: teamNews(before.teams, after.teams),
  };
}

function areaNews({ after: set, appeared, ended, renamed, redrawn }: SetChanges): AreaNews[] {
  const edition = `the ${set.edition} edition of ${set.kind} boundaries`;
  return [
    ...appeared.map((area) =>
      newsOfArea(set, area, 'APPEARED', `${area.name} is now in ${edition}.`),
    ),
    ...ended.map((area) =>
      newsOfArea(set, area, 'ENDED', `${area.name} is no longer in ${edition}.`),
    ),
    ...renamed.map(({ from, to }) =>
      newsOfArea(set, to, 'RENAMED', `${from.name} is now named ${to.name} in ${edition}.`),
    ),
    ...redrawn.map((each) =>
      newsOfArea(
        set,
        each.area,
        'REDRAWN',
        `The line of ${each.area.name} is drawn otherwise in ${edition}: ${redrawnInWords(each)}.`,
      ),
    ),
  ];
}

function newsOfArea(
  { kind, edition }: BoundarySet,
  { code, gss, ods, name }: Area,
  change: AreaNews['change'],
  told: string,
): AreaNews {
  const codes = [...new Set([code, gss, ods].filter((each) => each !== null))];
  return { kind, edition, codes, name, change, told };
}

function teamNews(before: readonly Team[], after: readonly Team[]): TeamNews[] {
  const teams = new Map([...before, ...after].map((team) => [team.id, team]));
  const [old, later] = [byId(before), byId(after)];
  return [...teams.values()].flatMap((team) => {
    const both = [old.get(team.id), later.get(team.id)] as const;
    const change = changeOf(...both);
    return change === null ? [] : [{ id: team.id, name: team.name, change, areas: groundOf(both) }];
  });
}

function byId(teams: readonly Team[]): Map<string, Team> {
  return new Map(teams.map((team) => [team.id, team]));
}

function changeOf(from: Team | undefined, to: Team | undefined): TeamNews['change'] | null {
  if (!from) return 'APPEARED';
  if (!to) return 'ENDED';
  return JSON.stringify(from) === JSON.stringify(to) ? null : 'CHANGED';
}

/** Every area that either entry names. */
function groundOf(entries: readonly (Team | undefined)[]): TeamNews['areas'] {
  const named = entries.flatMap((team) => team?.covers ?? []).flat();
  return [...new Map(named.map(({ kind, code }) => [`${kind} ${code}`, { kind, code }])).values()];
}
