import type { Release } from '../layout/release.ts';
import { londonDay } from '../words/dates.ts';
import { inList } from '../words/sentences.ts';
import { type Ground, nameOf } from './ground.ts';
import { writeProposal } from './proposal-file.ts';
import { proposedAreas, type Work } from './work.ts';

/** The proposal as a file to keep, send or put among one’s papers. */
export function fileOf(ground: Ground, work: Work, release: Release): File {
  const text = writeProposal({
    title: work.title,
    date: londonDay(new Date()),
    release: ground.comparison.release.id,
    licence: licenceOf(release),
    subject: work.subject,
    areas: proposedAreas(work, (owner) => nameOf(ground, work, owner)),
  });
  return new File([text], fileName(work.title), { type: 'application/json' });
}

function licenceOf({ sources }: Release): string {
  const once = (texts: readonly string[]): string => inList([...new Set(texts)]);
  return `${once(sources.map(({ licence }) => licence))}. ${once(sources.map(({ attribution }) => attribution))}`;
}

function fileName(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `${plain || 'proposal'}.json`;
}
