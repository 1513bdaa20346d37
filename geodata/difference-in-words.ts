import type { Area, BoundarySet } from '../server/domain/area.ts';
import type { Period } from '../server/domain/calendar.ts';
import type { DocumentChanges, SectorMove } from '../server/database/release-changes.ts';
import type { Difference, Redrawn, SetChanges } from './difference.ts';

/** Sectors and areas named one by one; of the others only how many there are. */
const MOST_NAMED = 10;

/** What appeared, ended and moved, a line each. */
export function differenceInWords({
  before,
  after,
  postcodes,
  moves,
  sets,
  setsAppeared,
  setsEnded,
  practices,
  teams,
}: Difference): string[] {
  return [
    `${after.release.id} after ${before.release.id}:`,
    `postcodes: ${counted(postcodes.appeared)} appeared, ${counted(postcodes.ended)} ended, ${counted(postcodes.dropped)} no longer listed, ${counted(postcodes.returned)} live again`,
    ...movesInWords(moves),
    ...setsAppeared.map((set) => `${name(set)}: appeared, ${areasOf(set, after.areas)} areas`),
    ...setsEnded.map((set) => `${name(set)}: no longer there`),
    ...sets.flatMap(setInWords),
    ...documentsInWords('practices', practices),
    ...documentsInWords('teams', teams),
  ];
}

function movesInWords(moves: readonly SectorMove[]): string[] {
  const total = moves.reduce((sum, { postcodes }) => sum + postcodes, 0);
  if (total === 0) return ['moved: none'];
  const named = moves
    .slice(0, MOST_NAMED)
    .map(
      ({ sector, postcodes, mostMetres }) =>
        `${sector} (${postcodes}, up to ${metres(mostMetres)})`,
    );
  return [`moved: ${counted(total)} in ${counted(moves.length)} sectors: ${listed(named, moves)}`];
}

function setInWords({
  before,
  after: set,
  appeared,
  ended,
  renamed,
  redrawn,
}: SetChanges): string[] {
  const [was, is] = [before, set].map(({ period }) => periodInWords(period));
  const lines = [
    ...(was === is ? [] : [`in force ${is}, before ${was}`]),
    ...line('appeared', appeared, codeAndName),
    ...line('ended', ended, codeAndName),
    ...line('renamed', renamed, ({ from, to }) => `${to.code} from ${from.name} to ${to.name}`),
    ...line('redrawn', redrawn, (each) => `${codeAndName(each.area)} ${redrawnInWords(each)}`),
  ];
  return lines.map((each) => `${name(set)}: ${each}`);
}

function line<Item>(
  what: string,
  items: readonly Item[],
  inWords: (item: Item) => string,
): string[] {
  if (items.length === 0) return [];
  return [`${items.length} ${what}: ${listed(items.slice(0, MOST_NAMED).map(inWords), items)}`];
}

function periodInWords({ from, to }: Period): string {
  return `${from ?? '…'} to ${to ?? '…'}`;
}

function codeAndName({ code, name: of }: Area): string {
  return `${code} (${of})`;
}

/** `+1.20 km², its middle 30 m away`. */
export function redrawnInWords({ area, km2Before, metres: moved }: Redrawn): string {
  const more = area.km2 - km2Before;
  return `${more < 0 ? '−' : '+'}${Math.abs(more).toFixed(2)} km², its middle ${metres(moved)} away`;
}

function documentsInWords(what: string, { appeared, ended, changed }: DocumentChanges): string[] {
  if (appeared + ended + changed === 0) return [];
  return [
    `${what}: ${counted(appeared)} appeared, ${counted(ended)} ended, ${counted(changed)} changed`,
  ];
}

function listed(named: readonly string[], all: readonly unknown[]): string {
  const more = all.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${counted(more)} more` : '');
}

function areasOf(set: BoundarySet, areas: readonly Area[]): number {
  return areas.filter((area) => area.set === set).length;
}

function name({ kind, edition }: BoundarySet): string {
  return `${kind} ${edition}`;
}

function metres(distance: number): string {
  return distance < 1000 ? `${Math.round(distance)} m` : `${(distance / 1000).toFixed(1)} km`;
}

function counted(count: number): string {
  return count.toLocaleString('en-GB');
}
