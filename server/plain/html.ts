/** A piece of a page. Only `html` makes one, so that no text from outside is ever read as markup. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly Html[];

/** Everything put in is escaped, but for what is a piece of a page already. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = '', ...rest] = pieces;
  return new Html(first + rest.map((piece, at) => `${shown(parts[at] ?? null)}${piece}`).join(''));
}

function shown(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('\n');
  return String(part).replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
