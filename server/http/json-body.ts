import { isUtf8 } from 'node:buffer';

const BYTE_ORDER_MARK = '\uFEFF';

/** The text of a body that can be read in one way only, or why there is none. */
export function readText(body: Buffer): { readonly text: string } | { readonly unclear: string } {
  if (!isUtf8(body)) return { unclear: 'Send UTF-8.' };
  const text = body.toString();
  const unclear = whyUnclear(text);
  return unclear === undefined ? { text } : { unclear };
}

/** Why a text cannot be one question, read in one way only; undefined when it may be. */
export function whyUnclear(text: string): string | undefined {
  if (text.startsWith(BYTE_ORDER_MARK)) return 'Send JSON with no byte order mark.';
  return repeatsKey(text) ? 'Send each key of an object once.' : undefined;
}

/** Of two postcodes under one key the last would count unseen. Text that is no JSON is for its parser to refuse. */
function repeatsKey(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(undefined);
    else if (sign === '}' || sign === ']') open.pop();
    if (sign !== '"') continue;
    const end = endOfString(text, at);
    if (isBeforeColon(text, end) && isKnown(keyIn(text.slice(at, end)), open.at(-1))) return true;
    at = end - 1;
  }
  return false;
}

/** And known from now on. */
function isKnown(key: string, keys: Set<string> | undefined): boolean {
  if (keys?.has(key)) return true;
  keys?.add(key);
  return false;
}

/** Just after the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1))
    if (!isEscaped(text, at)) return at + 1;
  return text.length;
}

/** Behind an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

function isBeforeColon(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) <= SPACE) at++;
  return text[at] === ':';
}

/** No other sign below it may stand there, and JSON with one is refused by its parser. */
const SPACE = 0x20;

/** `"\u0071uery"` is the key `query` too. */
function keyIn(quoted: string): string {
  if (!quoted.includes('\\')) return quoted;
  try {
    return JSON.stringify(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
