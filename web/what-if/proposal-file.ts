import { readDate } from '../compare-boundaries/address.ts';
import { type Piece, pieceKey, type ProposedArea, type Subject } from './work.ts';

export const FORMAT = 'coterminosity-proposal';
export const VERSION = 1;
/** A proposal that gives away every piece of Great Britain is well under this. */
export const MOST_BYTES = 2_000_000;
const LONGEST_NAME = 120;

export type ProposalFile = {
  readonly title: string;
  /** Day it was written, `YYYY-MM-DD`. */
  readonly date: string;
  /** Id of the release it was drawn on. */
  readonly release: string;
  readonly licence: string;
  readonly subject: Subject;
  readonly areas: readonly ProposedArea[];
};

export type ReadFile =
  | { readonly kind: 'proposal'; readonly file: ProposalFile }
  | { readonly kind: 'fault'; readonly message: string };

export function writeProposal({
  title,
  date,
  release,
  licence,
  subject,
  areas,
}: ProposalFile): string {
  const written = {
    format: FORMAT,
    version: VERSION,
    title,
    date,
    release,
    licence,
    compare: subject,
    areas,
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** One sentence of what was wanted and found when the file is no proposal. */
export function readProposal(text: string): ReadFile {
  try {
    return { kind: 'proposal', file: proposalIn(parsed(text)) };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'fault', message: error.message };
    throw error;
  }
}

class Unreadable extends Error {
  constructor(wanted: string, found: unknown) {
    super(`wanted ${wanted}, found ${inWords(found)}`);
  }
}

function inWords(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (Array.isArray(found)) return `a list of ${found.length}`;
  const text = typeof found === 'string' ? found : JSON.stringify(found);
  return text.length > 40 ? `“${text.slice(0, 40)}…”` : `“${text}”`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Unreadable('a proposal as JSON', text === '' ? undefined : text);
  }
}

function checkTwice(keys: readonly string[], wanted: string): void {
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw new Unreadable(wanted, `${twice} twice`);
}

type Fields = Readonly<Record<string, unknown>>;

function proposalIn(value: unknown): ProposalFile {
  const file = fieldsIn(value, 'a proposal');
  if (file['format'] !== FORMAT) throw new Unreadable(`the format “${FORMAT}”`, file['format']);
  if (file['version'] !== VERSION)
    throw new Unreadable(`version ${VERSION} of the format`, file['version']);
  const areas = listIn(file['areas'], 'a list of areas').map((area, at) =>
    areaIn(area, `area ${at + 1}`),
  );
  checkTwice(
    areas.flatMap(({ pieces }) => pieces.map(pieceKey)),
    'each piece in one area',
  );
  checkTwice(
    areas.flatMap(({ continues }) => continues ?? []),
    'each area continued once',
  );
  return {
    title: textIn(file['title'], 'a title'),
    date: dayIn(file['date'], 'the day it was written'),
    release: textIn(file['release'], 'the id of a release'),
    licence: textIn(file['licence'], 'a licence', 4000),
    subject: subjectIn(file['compare']),
    areas,
  };
}

function subjectIn(value: unknown): Subject {
  const { left, right, asAt, within } = fieldsIn(value, 'the sets to compare');
  return {
    left: kindIn(left, 'the kind redrawn'),
    right: kindIn(right, 'the kind it is held against'),
    asAt: dayIn(asAt, 'the day compared'),
    within: within === null ? null : codeIn(within, 'the code of the area looked at, or null'),
  };
}

function areaIn(value: unknown, where: string): ProposedArea {
  const { name, continues, pieces } = fieldsIn(value, `${where} with a name and pieces`);
  return {
    name: textIn(name, `a name of ${where}`),
    ...(continues !== undefined && { continues: codeIn(continues, `a code ${where} continues`) }),
    pieces: listIn(pieces, `a list of pieces of ${where}`).map((piece, at) =>
      pieceIn(piece, `piece ${at + 1} of ${where}`),
    ),
  };
}

function pieceIn(value: unknown, where: string): Piece {
  const { left, right } = fieldsIn(value, `${where} with the codes left and right`);
  return {
    left: codeIn(left, `the left code of ${where}`),
    right: codeIn(right, `the right code of ${where}`),
  };
}

function fieldsIn(value: unknown, wanted: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unreadable(wanted, value);
  return value as Fields;
}

function listIn(value: unknown, wanted: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unreadable(wanted, value);
  return value;
}

function textIn(value: unknown, wanted: string, longest = LONGEST_NAME): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > longest)
    throw new Unreadable(`${wanted} of 1 to ${longest} characters`, value);
  return value;
}

function codeIn(value: unknown, wanted: string): string {
  if (typeof value !== 'string' || !/^[^\s:]{1,40}$/.test(value))
    throw new Unreadable(wanted, value);
  return value;
}

function kindIn(value: unknown, wanted: string): string {
  if (typeof value !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(value))
    throw new Unreadable(wanted, value);
  return value;
}

function dayIn(value: unknown, wanted: string): string {
  const day = typeof value === 'string' ? readDate(value) : undefined;
  if (day === undefined) throw new Unreadable(`${wanted} as YYYY-MM-DD`, value);
  return day;
}
