import type { Database } from '../database/database.ts';
import { findTurns } from '../database/turns.ts';
import type { ReleaseTurn } from '../domain/release-news.ts';

/** As many as anybody who follows the releases will have missed. */
const MOST_TURNS = 100;

/** How releases took over from each other, newest first. Of the whole database, not of one release. */
export function createFollow(database: Database): () => Promise<ReleaseTurn[]> {
  return () => findTurns(database, MOST_TURNS);
}
