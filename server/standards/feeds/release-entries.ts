import type { Release } from '../../domain/release.ts';
import type { ReleaseTurn } from '../../domain/release-news.ts';
import { uuidOf } from '../uuid.ts';
import type { Entry } from './feed.ts';

/** One for each time another release became the one that answers. */
export function releaseEntries(
  turns: readonly ReleaseTurn[],
  current: Release,
  home: string,
): Entry[] {
  return turns.map(({ turn, since, way, release, news }, at) => ({
    id: `urn:uuid:${uuidOf('release turn', String(turn), since)}`,
    title: titleOf(release, way),
    paragraphs: [
      ...(news ? [`What changed since ${news.before}: ${news.lines.join('; ')}.`] : []),
      ...(at === 0 && release === current.id ? aboutRelease(current) : []),
      ...(news === null && at > 0 ? ['What changed with it was not recorded.'] : []),
    ],
    link: home,
    updated: since,
    facts: { release, way, before: news?.before ?? null, changes: news?.lines ?? [] },
  }));
}

function titleOf(release: string | null, way: ReleaseTurn['way']): string {
  const name = release ?? 'a release no longer kept';
  return way === 'back' ? `Gone back to ${name}` : `Release ${name} answers`;
}

function aboutRelease({ coverage, sources, notices }: Release): string[] {
  return [
    `It covers ${coverage.name}.`,
    `Sources: ${sources.map(({ attribution }) => attribution.replace(/\.$/, '')).join('; ')}.`,
    ...notices,
  ];
}
