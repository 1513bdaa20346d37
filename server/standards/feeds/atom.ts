import type { Entry, Feed } from './feed.ts';

/** RFC 4287. */
export function atomOf({ id, title, description, self, home, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    element('id', id),
    element('title', title),
    element('subtitle', description),
    element('updated', updated),
    '<author><name>Coterminosity</name></author>',
    link('self', self),
    link('alternate', home),
    ...entries.flatMap(entryOf),
    '</feed>\n',
  ].join('\n');
}

function entryOf({ id, title, paragraphs, link: to, updated }: Entry): string[] {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', updated),
    link('alternate', to),
    element('content', paragraphs.join('\n\n')),
    '</entry>',
  ];
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(relation: string, to: string): string {
  return `<link rel="${relation}" href="${escaped(to)}"/>`;
}

/** Marks of XML, and characters it cannot hold at all. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
