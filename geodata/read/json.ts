import { InputFault } from '../input-fault.ts';

/** JSON, or one sentence that names the file, the format it looks like, and where it breaks. */
export function parseJson(text: string, file: string): unknown {
  const value = parsed(text, file);
  if (countNames(text) !== countFields(value))
    throw new InputFault(
      `${file}: wanted each name once in an object, found one twice, of which JSON keeps only the last`,
    );
  return value;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new InputFault(`${file}: wanted JSON, found ${likeness(text) ?? fault(text, cause)}`, {
      cause,
    });
  }
}

/** Where a text ends too early the engine does not say where. */
function fault(text: string, cause: unknown): string {
  if (text.trim() === '') return 'an empty file';
  const message = (cause as Error).message.replaceAll(/\s+/g, ' '); // it quotes the file
  return /position \d/.test(message) ? message : `${message} at position ${text.length}`;
}

/** Cousins of JSON, by how they begin. */
const COUSINS: readonly (readonly [beginning: RegExp, name: string])[] = [
  [/^\s*[\w$.]+\s*\(/, 'JSONP: save the JSON within its brackets'],
  [/^\s*\/[/*]/, 'comments, which JSON has none of'],
];

function likeness(text: string): string | undefined {
  if (text.startsWith(RECORD_SEPARATOR)) return SEQUENCE;
  const start = text.slice(0, 200);
  const cousin = COUSINS.find(([beginning]) => beginning.test(start))?.[1];
  return cousin ?? (isLines(text) ? LINES : undefined);
}

const RECORD_SEPARATOR = '\u001e';
const SEQUENCE = 'a GeoJSON text sequence (RFC 8142): save it as one FeatureCollection';
const LINES = 'newline-delimited JSON: save it as one FeatureCollection';

/** A whole object on the first line, and something after it. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  if (end < 0 || text.slice(end).trim() === '') return false;
  try {
    const first = JSON.parse(text.slice(0, end)) as unknown;
    return typeof first === 'object';
  } catch {
    return false;
  }
}

/** Texts followed by a colon. The text is known to be JSON. */
function countNames(text: string): number {
  let names = 0;
  for (let at = text.indexOf('"'); at >= 0;) {
    let after = endOfText(text, at) + 1;
    while (isBlank(text.charCodeAt(after))) after++;
    if (text.charCodeAt(after) === COLON) names++;
    at = text.indexOf('"', after);
  }
  return names;
}

const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** The closing quotation mark: the first that an even number of backslashes precedes. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Without recursion: lists may be nested deeper than a stack. */
function countFields(value: unknown): number {
  let fields = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const members = Object.values(next) as unknown[];
    if (!Array.isArray(next)) fields += members.length;
    for (const member of members)
      if (typeof member === 'object' && member !== null) waiting.push(member);
  }
  return fields;
}
