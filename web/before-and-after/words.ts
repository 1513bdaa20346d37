import type { AreaChangeWord, Fate } from '../api/generated/graphql.ts';
import { countInWords, km2InWords, percentInWords } from '../compare-boundaries/words.ts';
import { dayInWords } from '../words/dates.ts';
import { shortKinds } from '../words/kinds.ts';
import { inList } from '../words/sentences.ts';
import type { AreaChange, Change, Piece } from './ask.ts';

/** What became of an area, as it is said of several: `7 merged`. */
const CHANGE_WORDS = {
  UNCHANGED: 'unchanged',
  RENAMED: 'renamed',
  REDRAWN: 'redrawn',
  MERGED: 'merged',
  SPLIT: 'split',
  ENDED: 'ended',
} as const satisfies Record<AreaChangeWord, string>;

const CHANGE_MEANINGS = {
  UNCHANGED: 'the same ground, body and name',
  RENAMED: 'the same ground under another name or code',
  REDRAWN: 'the same body on other ground',
  MERGED: 'all of it is part of one larger area of another body',
  SPLIT: 'in several areas, or partly in none',
  ENDED: 'in no area afterwards',
} as const satisfies Record<AreaChangeWord, string>;

export const FATE_WORDS = {
  SAME_BODY: 'same body',
  OTHER_BODY: 'new body',
  MOVED: 'moved',
} as const satisfies Record<Fate, string>;

/** Announced councils whose ground is not settled have no lines yet: that is no end of an area. */
function isUnsettled({ change }: AreaChange, { after }: Change): boolean {
  return change === 'ENDED' && after.status === 'ANNOUNCED';
}

export function changeWord(area: AreaChange, change: Change): string {
  return isUnsettled(area, change) ? 'not settled' : CHANGE_WORDS[area.change];
}

export function changeMeaning(area: AreaChange, change: Change): string {
  return isUnsettled(area, change)
    ? 'what is to take its place is not settled yet'
    : CHANGE_MEANINGS[area.change];
}

/** Of those whose ground has no area afterwards. */
export function noneName({ after }: Change): string {
  return after.status === 'ANNOUNCED' ? 'Not settled' : 'In no area';
}

export function noneWord({ after }: Change): string {
  return after.status === 'ANNOUNCED' ? 'not settled yet' : 'no area afterwards';
}

/** `Between 30 September 2006 and 1 October 2006, 10 PCTs became 4: 7 merged, 1 renamed and 2 unchanged.` */
export function changeInWords(change: Change): string {
  const { kind, toKind, from, to, before, after, areas } = change;
  const counts = Map.groupBy(areas, (each) => changeWord(each, change));
  const words = [...counts].map(([word, each]) => `${countInWords(each.length)} ${word}`);
  const was = `${countInWords(before.areaCount)} ${shortKinds(kind, before.areaCount)}`;
  const is = `${countInWords(after.areaCount)} ${shortKinds(toKind, after.areaCount)}`;
  return `Between ${dayInWords(from)} and ${dayInWords(to)}, ${was} became ${is}: ${inList(words)}.`;
}

const SENTENCES = {
  SAME_BODY: (old, later) => `${old} stays with ${later}`,
  OTHER_BODY: (old, later) => `${old} is taken over by ${later}`,
  MOVED: (old, later) => `Part of ${old} moves to ${later}`,
} as const satisfies Record<Fate, (old: string, later: string) => string>;

/** One piece in a sentence, for the line under the map. */
export function pieceInWords({ old, area, fate, took, shares }: Piece): string {
  const parts = [
    `${withShare(took.residents, shares.residents)} residents`,
    `${withShare(took.postcodes, shares.postcodes)} postcodes`,
    `${km2InWords(took.km2)} km²`,
  ];
  return `${SENTENCES[fate](old.name, area.name)}: ${inList(parts)} of ${old.name}.`;
}

/** `12,345 (6.7%)`; a dash where nobody counted. */
export function withShare(
  count: number | null | undefined,
  share: number | null | undefined,
): string {
  if (typeof count !== 'number') return '–';
  return typeof share === 'number'
    ? `${countInWords(count)} (${percentInWords(share)}%)`
    : countInWords(count);
}

export function countOrDash(count: number | null | undefined): string {
  return typeof count === 'number' ? countInWords(count) : '–';
}

/** Slivers and sea at the edge are no people without a body. */
const LITTLE = 0.005;

export function isPartlyInNone({ remainder }: AreaChange): boolean {
  return (remainder.residents ?? remainder.postcodes ?? remainder.km2) > LITTLE;
}
