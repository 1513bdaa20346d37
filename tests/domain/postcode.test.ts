import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readPostcode } from '../../server/domain/postcode.ts';

const areas = fc.oneof(
  fc.stringMatching(/^[A-Z]{1,2}$/),
  fc.constantFrom('BF', 'BX', 'XX', 'GX', 'GY', 'IM', 'JE', 'ZZ', 'SO', 'AI', 'VG', 'Q'),
);
const units = fc
  .tuple(areas, fc.stringMatching(/^\d[A-Z\d]?$/), fc.stringMatching(/^\d[A-Z]{2}$/))
  .map(([area, district, inward]) => `${area}${district} ${inward}`);
const known = fc.constantFrom('ZZ99 3VZ', 'ZZ99 3WZ', 'GX11 1AA', 'GY1 1AA', 'BX1 1LT', 'SO23 8UJ');

test('a postcode is read alike as it is written and as it is typed', () => {
  fc.assert(
    fc.property(fc.oneof(units, known), (text) => {
      const read = readPostcode(text);
      expect(read).toEqual(readPostcode(` ${text}`));
      expect(read).toEqual(readPostcode(text.toLowerCase()));
    }),
    { numRuns: 5000 },
  );
});
