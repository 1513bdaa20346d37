import type { Weight } from '../api/generated/graphql.ts';
import { request } from '../api/request.ts';
import { COMPARE } from '../compare-boundaries/ask.ts';
import { dayInWords } from '../words/dates.ts';
import { groundOf, missingFrom } from './ground.ts';
import { MOST_BYTES, type ProposalFile, readProposal } from './proposal-file.ts';
import { type Work, workOf } from './work.ts';

export type Loaded =
  | { readonly kind: 'loaded'; readonly work: Work; readonly note: string }
  | { readonly kind: 'fault'; readonly message: string };

/** Reads a file and lays it over the ground of this release before anything on the page is changed. */
export async function loadProposal(picked: File, weight: Weight): Promise<Loaded> {
  const fault = (found: string): Loaded => ({
    kind: 'fault',
    message: `${picked.name}: ${found}.`,
  });
  if (picked.size > MOST_BYTES)
    return fault(`wanted a file of at most ${MOST_BYTES} bytes, found ${picked.size}`);
  const text = textOf(await picked.arrayBuffer());
  if (text === undefined) return fault('wanted a proposal in UTF-8, found other bytes');
  const read = readProposal(text);
  if (read.kind === 'fault') return fault(read.message);
  const asked = await request(COMPARE, { ...read.file.subject, weight });
  if (asked.kind === 'unreachable')
    return fault('the service could not be reached to look up its areas; try again');
  if (asked.kind === 'refused') return fault(asked.message.replace(/\.$/, ''));
  const ground = groundOf(asked.data.coterminosity, read.file.subject);
  const missing = missingFrom(
    ground,
    read.file.areas.flatMap(({ pieces }) => pieces),
  );
  if (missing)
    return fault(
      `wanted pieces this release has, found ${missing.left} with ${missing.right}, which do not meet here`,
    );
  const todaysName = (code: string): string | undefined =>
    ground.areas.find((area) => area.code === code)?.name;
  const gone = read.file.areas.find(
    ({ continues }) => continues !== undefined && todaysName(continues) === undefined,
  );
  if (gone) return fault(`wanted the code of an area of today, found ${gone.continues ?? ''}`);
  return {
    kind: 'loaded',
    work: workOf(read.file.subject, read.file.title, read.file.areas, todaysName),
    note: noteOf(picked.name, read.file, asked.data.coterminosity.release.id),
  };
}

/** Undefined of bytes that are no UTF-8: a name is never changed in silence. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function noteOf(name: string, { title, date, release }: ProposalFile, current: string): string {
  const loaded = `Loaded “${title}” from ${name}, kept on ${dayInWords(date)}. Undo brings back what was here.`;
  return release === current
    ? loaded
    : `${loaded} It was drawn on release ${release}; the figures are now those of ${current}.`;
}
