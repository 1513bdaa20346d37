/** `row` counts rows of the file from 1, as a spreadsheet does. */
export type CsvRow = { readonly row: number; readonly fields: readonly string[] };

const SEPARATORS = [',', '\t', ';'] as const;

/**
 * Rows of a CSV text after RFC 4180; tabs or semicolons part fields as well. Empty rows, and empty fields at the end
 * of a row, are left out. Undefined when a quoted field never ends.
 */
export function csvRows(text: string): CsvRow[] | undefined {
  const [first = ''] = text.split('\n', 1);
  const separator = SEPARATORS.toSorted((a, b) => timesIn(first, b) - timesIn(first, a))[0] ?? ',';
  const cut = new RegExp(
    `"(?:[^"]|"")*"|["]|${separator}|\\r?\\n|[^"${separator}\\r\\n]+|\\r`,
    'g',
  );
  const rows: string[][] = [['']];
  for (const [token] of text.replace(/^\uFEFF/, '').matchAll(cut)) {
    const row = rows.at(-1) ?? [];
    if (token === '"') return undefined;
    if (token === separator) row.push('');
    else if (token.endsWith('\n') && !token.startsWith('"')) rows.push(['']);
    else row.push(`${row.pop() ?? ''}${unquoted(token)}`);
  }
  return rows
    .map((fields, at) => ({ row: at + 1, fields: withoutEmptyEnd(fields) }))
    .filter(({ fields }) => fields.length > 0);
}

function timesIn(text: string, sign: string): number {
  return text.split(sign).length;
}

function unquoted(token: string): string {
  return token.startsWith('"') ? token.slice(1, -1).replaceAll('""', '"') : token;
}

function withoutEmptyEnd(fields: readonly string[]): string[] {
  const trimmed = fields.map((field) => field.trim());
  return trimmed.slice(0, trimmed.findLastIndex((field) => field !== '') + 1);
}
