import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';

/** The yardstick of a load: the same rows, unpacked, split and stored, and nothing else done with them. */
const [file = '', path = ''] = process.argv.slice(2);

const database = new DatabaseSync(path);
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
database.exec('CREATE TABLE postcode (postcode TEXT PRIMARY KEY, lon REAL, lat REAL)');
const insert = database.prepare('INSERT INTO postcode VALUES (?, ?, ?)');
const rows = gunzipSync(readFileSync(file)).toString('latin1');
database.exec('BEGIN');
for (let from = rows.indexOf('\n') + 1; from < rows.length;) {
  const to = rows.indexOf('\n', from);
  const end = to < 0 ? rows.length : to;
  const [postcode = '', lat = '', lon = ''] = rows.slice(from, end).split(',');
  insert.run(postcode, Number(lon), Number(lat));
  from = end + 1;
}
database.exec('COMMIT');
database.close();
