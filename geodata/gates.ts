import { type Area, type BoundarySet, setsInForce } from '../server/domain/area.ts';
import type { LocalDate } from '../server/domain/calendar.ts';
import type { Coverage } from '../server/domain/release.ts';
import type { Blanks, ReleaseSummary, SecondOpinion } from '../server/domain/release-summary.ts';
import { type Difference, FAR_MOVE_METRES, type SetChanges } from './difference.ts';

/** Share of rows a directory may lose from one edition to the next: ONS loses none. */
const MOST_LOST = 0.005;
/** Share of live postcodes it may lose: more end than begin in a bad quarter, but not many. */
const MOST_LIVE_LOST = 0.02;
/** Share of GP practices it may lose: one in fifty closes or merges in a year. Of a few dozen, one. */
const MOST_PRACTICES_LOST = 0.02;
const A_FEW_DOZEN = 12;
/** How much the share of blanks in a column may rise. */
const MOST_BLANKS_MORE = 0.001;
/** Postcodes that may move far in one edition. */
const MOST_FAR_MOVES = 10;
/** Live postcodes that lie in the area their directory names, and that stay in the area they were in. */
const LEAST_IN_OWN_AREA = 0.99;
/** So few strays prove nothing. */
const FEW_STRAYS = 10;
/** The middle of an area's ground may move so far when it is drawn anew. */
const MOST_CENTRE_METRES = 5000;

/** What forbids a release to answer, by itself: a sentence for each fault (trust A15). */
export function faultsOf({ secondOpinions }: ReleaseSummary): string[] {
  return secondOpinions.flatMap((opinion) => [
    ...disagreementFault(opinion),
    ...unknownCodeFaults(opinion),
  ]);
}

/** A release and what is known of it. */
export type Judged = { readonly summary: ReleaseSummary; readonly coverage: Coverage };

/** What forbids a release to answer after another: a sentence for each fault. */
export function faultsAfter(
  before: Judged,
  after: Judged,
  difference: Difference,
  today: LocalDate,
): string[] {
  const narrower = coverageFaults(before.coverage, after.coverage);
  // Of ground that is gone nothing can be compared, and losing it is fault enough.
  if (narrower.length > 0) return narrower;
  return [
    ...dayFaults(before.summary, after.summary),
    ...(isSameGround(before.coverage, after.coverage)
      ? [
          ...countFaults(before.summary, after.summary),
          ...blankFaults(before.summary, after.summary),
        ]
      : keptFaults(before.summary, difference)),
    ...moveFaults(difference),
    ...difference.sets.flatMap(setFaults),
    ...forceFaults(difference, today),
    ...directoryFaults(difference),
  ];
}

function isSameGround(before: Coverage, after: Coverage): boolean {
  return (
    before.listsUnits === after.listsUnits &&
    String(before.postcodeAreas) === String(after.postcodeAreas)
  );
}

function coverageFaults(before: Coverage, after: Coverage): string[] {
  if (!before.listsUnits) return [];
  if (!after.listsUnits) return ['It lists no postcodes, and the release before it does'];
  if (after.postcodeAreas === null) return [];
  const { postcodeAreas } = after;
  const lost = before.postcodeAreas?.filter((area) => !postcodeAreas.includes(area));
  if (lost?.length === 0) return [];
  return [
    `It covers postcodes of ${postcodeAreas.join(', ')} alone, and the release before it covers ${lost ? `${lost.join(', ')} too` : 'all'}`,
  ];
}

function dayFaults(before: ReleaseSummary, after: ReleaseSummary): string[] {
  if (before.day === null || after.day === null || after.day >= before.day) return [];
  return [
    `Its postcodes are those of ${after.day}, older than those of the release before it, of ${before.day}`,
  ];
}

function countFaults(before: ReleaseSummary, after: ReleaseSummary): string[] {
  return [
    ...fallFault('postcodes', before.postcodes, after.postcodes, MOST_LOST),
    ...fallFault('live postcodes', before.live, after.live, MOST_LIVE_LOST),
  ];
}

/** On wider ground what is new would hide what is gone, so only what was there before counts. */
function keptFaults(
  { postcodes, live }: ReleaseSummary,
  { postcodes: change }: Difference,
): string[] {
  return [
    ...fallFault('of the same postcodes', postcodes, postcodes - change.dropped, MOST_LOST),
    ...fallFault('of the same live postcodes', live, live - change.ended, MOST_LIVE_LOST),
  ];
}

function practicesToLose(listed: number): number {
  return listed < A_FEW_DOZEN ? MOST_PRACTICES_LOST : Math.max(MOST_PRACTICES_LOST, 1 / listed);
}

function fallFault(what: string, before: number, after: number, most: number): string[] {
  return after >= before * (1 - most)
    ? []
    : [
        `It has ${counted(after)} ${what}, ${percent(1 - after / before)} fewer than ${counted(before)} before`,
      ];
}

function blankFaults(before: ReleaseSummary, after: ReleaseSummary): string[] {
  return Object.entries(before.blanks).flatMap(([column, old]) => {
    const blanks = after.blanks[column] ?? { of: 1, blank: 1 };
    return rateOf(blanks) - rateOf(old) > MOST_BLANKS_MORE
      ? [
          `Of its postcodes ${percent(rateOf(blanks))} have no ${column}, and ${percent(rateOf(old))} before`,
        ]
      : [];
  });
}

function rateOf({ of, blank }: Blanks): number {
  return of === 0 ? 0 : blank / of;
}

function moveFaults({ moves }: Difference): string[] {
  const far = moves.reduce((sum, move) => sum + move.far, 0);
  return far > MOST_FAR_MOVES
    ? [`${counted(far)} of its postcodes moved more than ${FAR_MOVE_METRES / 1000} km`]
    : [];
}

function setFaults({ after: set, ended, redrawn, placed, stayed }: SetChanges): string[] {
  const moved = redrawn.filter(({ metres }) => metres > MOST_CENTRE_METRES);
  const strays = placed - stayed;
  return [
    ...(ended.length > 0 ? [`${name(set)} has no longer ${codes(ended)}`] : []),
    ...(moved.length > 0
      ? [`${name(set)} has ${codes(moved.map(({ area }) => area))} drawn more than 5 km away`]
      : []),
    ...(strays > FEW_STRAYS && stayed < placed * LEAST_IN_OWN_AREA
      ? [
          `Of ${counted(placed)} live postcodes ${percent(strays / placed)} are in another area of ${name(set)} than before`,
        ]
      : []),
  ];
}

function forceFaults({ before, after }: Difference, today: LocalDate): string[] {
  const kindsOf = (sets: readonly BoundarySet[]): string[] =>
    setsInForce(sets, today).map(({ kind }) => kind);
  const inForce = kindsOf(after.sets);
  return kindsOf(before.sets)
    .filter((kind) => !inForce.includes(kind))
    .map((kind) => `No ${kind} is in force on ${today}, and one was before`);
}

function directoryFaults({ before, after, practices }: Difference): string[] {
  const { listed, appeared, ended } = practices;
  return [
    ...fallFault('GP practices', listed, listed + appeared - ended, practicesToLose(listed)),
    ...noneFault('teams', before.teams, after.teams),
    ...noneFault('needs', before.needs, after.needs),
  ];
}

function noneFault(what: string, before: readonly unknown[], after: readonly unknown[]): string[] {
  return before.length > 0 && after.length === 0
    ? [`It has no ${what}, and ${counted(before.length)} before`]
    : [];
}

function disagreementFault({ compared, agreeing, kind, edition }: SecondOpinion): string[] {
  const strays = compared - agreeing;
  return strays > FEW_STRAYS && agreeing < compared * LEAST_IN_OWN_AREA
    ? [
        `Of ${counted(compared)} live postcodes ${percent(strays / compared)} are not in the area of ${kind} ${edition} that their directory names`,
      ]
    : [];
}

function unknownCodeFaults({ unknownCodes, kind, edition }: SecondOpinion): string[] {
  return unknownCodes.map(
    ({ code, postcodes }) =>
      `The directory puts ${counted(postcodes)} live postcodes in ${code}, which is no area of ${kind} ${edition}`,
  );
}

const MOST_NAMED = 3;

function codes(areas: readonly Area[]): string {
  const named = areas.slice(0, MOST_NAMED).map(({ code, name: of }) => `${code} (${of})`);
  const more = areas.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function name({ kind, edition }: BoundarySet): string {
  return `${kind} ${edition}`;
}

function counted(count: number): string {
  return count.toLocaleString('en-GB');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
