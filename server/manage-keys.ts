import { existsSync } from 'node:fs';

import {
  type Arguments,
  nearest,
  readArguments,
  type Usage,
  UsageFault,
} from '../geodata/arguments.ts';
import { parseLocalDate } from './domain/calendar.ts';
import { isKeyId, type KeyEntry, looksLikeKey, makeKey, parseScopes, SCOPES } from './keys/key.ts';
import { readKeyFile, writeKeyFile } from './keys/key-file.ts';

/** `npm run keys`: makes, ends and lists API keys. */
type Command = Usage & { readonly run: (given: Arguments) => string };

const COMMANDS: Readonly<Record<string, Command>> = {
  create: {
    usage: `create ID [--scopes ${SCOPES.join(',')}] [--until YYYY-MM-DD] [--file FILE]`,
    operands: [1, 1],
    valued: ['scopes', 'until', 'file'],
    run: create,
  },
  revoke: { usage: 'revoke ID [--file FILE]', operands: [1, 1], valued: ['file'], run: revoke },
  list: { usage: 'list [--file FILE]', operands: [0, 0], valued: ['file'], run: list },
};

const EX_USAGE = 64;
const EX_DATAERR = 65;

function create({ operands: [id = ''], values }: Arguments): string {
  if (!isKeyId(id))
    throw new UsageFault('Wanted an id of small letters, digits and hyphens, at most 40');
  const scopes = parseScopes(values.get('scopes') ?? 'read');
  if (!scopes) throw new UsageFault(`Wanted --scopes out of ${SCOPES.join(',')}`);
  const untilText = values.get('until');
  const until = untilText === undefined ? null : parseLocalDate(untilText);
  if (until === undefined) throw new UsageFault('Wanted --until a day as YYYY-MM-DD');
  const path = pathIn(values);
  const entries = entriesIn(path);
  if (entries.has(id)) throw new UsageFault(`There is a key ${id} already: revoke it first`);
  const { key, sha256 } = makeKey(id);
  writeKeyFile(path, new Map([...entries, [id, { id, sha256, scopes, until }]]));
  return `${key}\nThis is the only time the key is shown. ${path} keeps its hash.`;
}

function revoke({ operands: [id = ''], values }: Arguments): string {
  const path = pathIn(values);
  const entries = new Map(readKeyFile(path));
  if (!entries.delete(id))
    throw new UsageFault(`Wanted the id of a key, found none of that name: see list`);
  writeKeyFile(path, entries);
  return `${id} is revoked: a server that runs knows it within a second.`;
}

function list({ values }: Arguments): string {
  const entries = [...readKeyFile(pathIn(values)).values()];
  if (entries.length === 0) return 'No keys.';
  return entries
    .map(
      ({ id, scopes, until }) =>
        `${id}: ${[...scopes].join(', ')}${until ? `, until ${until}` : ''}`,
    )
    .join('\n');
}

function pathIn(values: ReadonlyMap<string, string>): string {
  const path = values.get('file') ?? process.env['API_KEYS_FILE'];
  if (!path) throw new UsageFault('Wanted --file FILE, or API_KEYS_FILE in the environment');
  return path;
}

function entriesIn(path: string): ReadonlyMap<string, KeyEntry> {
  return existsSync(path) ? readKeyFile(path) : new Map();
}

function main([name = '', ...args]: readonly string[]): void {
  // What is typed stays in the shell's history, and others on the machine see it run by.
  if ([name, ...args].some(looksLikeKey))
    throw new UsageFault(
      'Wanted the id of a key, found a key itself: make another and revoke this',
    );
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageFault(unknownCommand(name));
  console.log(command.run(readArguments(args, command)));
}

function unknownCommand(name: string): string {
  const names = Object.keys(COMMANDS);
  const meant = nearest(name, names);
  return `Wanted a command (${names.join(', ')}), found ${name === '' ? 'none' : `"${name}"`}${meant === undefined ? '' : `: did you mean ${meant}?`}`;
}

try {
  main(process.argv.slice(2));
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = fault instanceof UsageFault ? EX_USAGE : EX_DATAERR;
}
