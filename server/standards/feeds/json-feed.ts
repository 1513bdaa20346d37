import type { Feed } from './feed.ts';

/** JSON Feed 1.1 (jsonfeed.org); what only a program wants is in `_coterminosity`, as the format foresees. */
export function jsonFeedOf({ title, description, self, home, entries }: Feed): string {
  const items = entries.map(({ id, title: of, paragraphs, link, updated, facts }) => ({
    id,
    url: link,
    title: of,
    content_text: paragraphs.join('\n\n'),
    date_published: updated,
    _coterminosity: facts,
  }));
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: home,
    feed_url: self,
    language: 'en-GB',
    authors: [{ name: 'Coterminosity' }],
    items,
  })}\n`;
}
