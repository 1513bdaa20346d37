import type { ReleaseContent } from '../../server/database/release-content.ts';
import type { Postcode } from '../../server/domain/postcode.ts';
import { fourSquares, point } from './four-squares.ts';

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

/** The four squares with so many postcodes, all of them in this one cell. Named so that its size can be told. */
export function manyPostcodes(name: string, count: number, cell = 0): ReleaseContent {
  return {
    ...fourSquares,
    release: { ...fourSquares.release, id: `${name}-${count}` },
    postcodes: postcodes(count, cell),
  };
}

function* postcodes(count: number, cell: number): Generator<ContentPostcode> {
  const position = point(-0.99, 51.015);
  for (let n = 0; n < count; n++)
    yield { postcode: nth(n), position, cells: [[cell, 1]], metresToLine: [], ended: null };
}

type ContentPostcode = ReleaseContent['postcodes'] extends Iterable<infer Each> ? Each : never;

/** `SO10 0AA`, `SO10 0AB` and so on. */
function nth(n: number): Postcode {
  const [first, second] = [LETTERS[Math.floor(n / 20) % 20] ?? '', LETTERS[n % 20] ?? ''];
  const sector = Math.floor(n / 400);
  return `SO${10 + Math.floor(sector / 10)} ${sector % 10}${first}${second}` as Postcode;
}
