import { describe, expect, test } from 'vitest';

import { connect, disconnect } from '../../server/database/connect.ts';
import { migrateToLatest } from '../../server/database/migrate.ts';
import { readPostgresAddress } from '../../server/database/postgres-address.ts';

describe('a database address (CF04)', () => {
  test.each([
    ['mysql://me:secret@host/db', 'found one that begins mysql'],
    ['me:secret@host/db', 'found one that begins otherwise'],
    [
      'postgres://me:secret@host/db?application_name=a@b',
      'found an @ before a ? and another after it',
    ],
    ['postgres://me:secret@host:port/db', 'found one that cannot be read'],
    ['postgres://me:sec/r%et#@ho st:1:2/db', 'found one that cannot be read'],
  ])('that is none is refused without its password: %s', (address, said) => {
    const message = messageOf(() => connect(address));
    expect(message).toContain(said);
    expect(message).not.toContain('sec');
  });

  test.each([
    ['postgres://me:p@ss/w#rd%@host:6543/db', 'me', 'p@ss/w#rd%'],
    ['postgresql://me:p%40ss%2Fw%23rd%25@host:6543/db', 'me', 'p@ss/w#rd%'],
    ['postgres://me:a:b?c@host:6543/db', 'me', 'a:b?c'],
  ])('may hold any password, as it is or percent-encoded: %s', (address, user, password) => {
    const { connectionString, place } = readPostgresAddress(address);
    const url = new URL(connectionString);
    expect([decodeURIComponent(url.username), decodeURIComponent(url.password)]).toEqual([
      user,
      password,
    ]);
    expect(place).toBe('host:6543/db');
  });

  test('where nothing listens is said to be out of reach, without the password', async () => {
    const database = connect('postgres://me:secret@127.0.0.1:1/db');
    const fault = await migrateToLatest(database).catch((error: unknown) => error);
    await disconnect(database);
    expect((fault as Error).message).toBe(
      'The database at 127.0.0.1:1/db cannot be reached: connect ECONNREFUSED 127.0.0.1:1',
    );
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was refused');
}
