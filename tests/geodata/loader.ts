import { claimed } from '../../geodata/claimed.ts';
import { prune } from '../../geodata/keep.ts';
import { switchTo } from '../../server/database/current-release.ts';
import { connect, disconnect } from '../../server/database/connect.ts';
import { writeBeside } from '../../server/database/write-release.ts';
import { manyPostcodes } from '../worlds/many-postcodes.ts';

/**
 * Run as a process of its own, to be killed: `loader.ts PATH NAME COUNT CELL`. Says `ready` before it touches
 * the database, `switching` before the switch and `done` after it.
 */
const [path = '', name = '', count = '', cell = '0'] = process.argv.slice(2);
const say = (word: string): void => void process.stdout.write(`${word}\n`);

say('ready');
const database = connect(`sqlite:${path}`);
await claimed(database, async () => {
  await prune(database, 2);
  const key = await writeBeside(
    database,
    manyPostcodes(name, Number(count), Number(cell)),
    new Date(),
  );
  say('switching');
  await switchTo(database, key, { at: new Date() });
});
await disconnect(database);
say('done');
