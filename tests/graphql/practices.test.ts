import { expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { openWorld } from '../worlds/open.ts';
import { fourSquares } from '../worlds/four-squares.ts';
import { asker, field } from './ask.ts';

const ask = asker(await openWorld(fourSquares));
const askPack = asker(await openWorld(readEmbeddedPack()));

const PRACTICES = `query ($search: String!, $asAt: Date, $first: Int) {
  practices(search: $search, asAt: $asAt, first: $first) {
    code name postcode opened closed body { code kind }
  }
}`;

test('Query.practices says of a practice what it was on the day', async () => {
  expect(await field(ask(PRACTICES, { search: 'drawn', asAt: '2004-03-31' }), 'practices')).toEqual(
    [
      {
        code: 'J82001',
        name: 'Drawn Surgery',
        postcode: 'SO99 1AA',
        opened: '1990-01-01',
        closed: '2015-04-01',
        body: { code: 'S', kind: 'pct' },
      },
    ],
  );
});
test('Query.practices has no body where no record says', async () => {
  expect(await field(ask(PRACTICES, { search: 'drawn' }), 'practices')).toMatchObject([
    { body: null },
  ]);
});
test('Query.practices gives no more than asked for, and refuses to be asked for too many', async () => {
  const found = await field<unknown[]>(
    askPack(PRACTICES, { search: 'surgery', first: 7 }),
    'practices',
  );
  expect(found).toHaveLength(7);
  for (const first of [0, -1, 101])
    expect(
      (await askPack(PRACTICES, { search: 'surgery', first })).errors?.[0]?.extensions?.code,
    ).toBe('BAD_USER_INPUT');
});
test('Query.practices of the embedded pack finds by postcode, and names the ICB of today', async () => {
  expect(await field(askPack(PRACTICES, { search: 'SO16 3BD' }), 'practices')).toMatchObject([
    { code: 'J82001', name: 'BURGESS ROAD SURGERY', body: { code: 'QRL', kind: 'icb' } },
  ]);
});
