import { claimed } from '../../geodata/claimed.ts';
import { connect } from '../../server/database/connect.ts';
import type { ContentPostcode } from '../../server/database/release-content.ts';
import { writeBeside } from '../../server/database/write-release.ts';
import type { Postcode } from '../../server/domain/postcode.ts';
import { fourSquares } from '../worlds/four-squares.ts';

/** Loads a release that never ends into the database named, and says when rows are on their way. */
function* endless(): Generator<ContentPostcode> {
  const [first] = fourSquares.postcodes;
  if (!first) throw new Error('The world lists a postcode');
  for (let count = 0; ; count++) {
    if (count === 10_000) console.log('writing');
    yield { ...first, postcode: `endless ${count}` as Postcode };
  }
}

const database = connect(process.argv[2] ?? '');
await claimed(database, () =>
  writeBeside(
    database,
    { ...fourSquares, release: { ...fourSquares.release, id: 'endless' }, postcodes: endless() },
    new Date(),
  ),
);
