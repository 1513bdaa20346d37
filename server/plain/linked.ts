import { type Html, html } from './html.ts';

/** A line that is engaged must not be the only one in sight. */
export const DANGER = html`<p>In immediate danger ring <a href="tel:999">999</a>.</p>`;

/** Our own words, with the numbers to dial and the page to look at as links. */
export function linked(text: string): Html {
  const pieces = text.split(/\b(999|111|gov\.uk\/[a-z-]+)\b/).map((piece, at) => {
    if (at % 2 === 0) return html`${piece}`;
    return /^\d/.test(piece)
      ? html`<a href="tel:${piece}">${piece}</a>`
      : html`<a href="https://www.${piece}" rel="noreferrer">${piece}</a>`;
  });
  return pieces.reduce((before, piece) => html`${before}${piece}`);
}
