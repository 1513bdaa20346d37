import type { ReleaseNews, ReleaseTurn } from '../domain/release-news.ts';
import type { Database } from './database.ts';

/** Newest first, at most so many. */
export async function findTurns({ kysely }: Database, most: number): Promise<ReleaseTurn[]> {
  const rows = await kysely
    .selectFrom('release_turn')
    .leftJoin('release', 'release.key', 'release_turn.release')
    .select(['release_turn.turn', 'release_turn.since', 'release_turn.way', 'release_turn.news'])
    .select('release.id')
    .orderBy('release_turn.turn', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ turn, since, way, news: text, id }) => {
    const news = text === null ? null : (JSON.parse(text) as ReleaseNews);
    return { turn, since, way, release: id ?? news?.release ?? null, news };
  });
}
