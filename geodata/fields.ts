import { type LocalDate, parseLocalDate } from '../server/domain/calendar.ts';
import { InputFault } from './input-fault.ts';
import { fitting } from './pattern.ts';
import { readText } from './read/file.ts';
import { parseJson } from './read/json.ts';

type Json = Readonly<Record<string, unknown>>;

/** An object read from a file, asked for its fields by name and type. `where` says which file and entry. */
export class Fields {
  readonly where: string;
  readonly #value: Json;

  constructor(value: unknown, where: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new InputFault(`${where}: wanted an object, found ${describe(value)}`);
    this.where = where;
    this.#value = value as Json;
  }

  /** False for a field that is absent or null. */
  has(name: string): boolean {
    return this.#get(name) !== undefined && this.#get(name) !== null;
  }

  text(name: string): string {
    const value = this.#get(name);
    if (typeof value !== 'string' || value.trim() === '') throw this.fault(name, 'a text', value);
    return value;
  }

  /** A text of a form. */
  such(name: string, isSuch: (text: string) => boolean, wanted: string): string {
    const value = this.text(name);
    if (!isSuch(value)) throw this.fault(name, wanted, value);
    return value;
  }

  /** Null for a field that is absent, null or blank. */
  optionalText(name: string): string | null {
    return this.#get(name) === '' || !this.has(name) ? null : this.text(name);
  }

  day(name: string): LocalDate {
    const value = this.text(name);
    const day = parseLocalDate(value);
    if (!day) throw this.fault(name, 'a day as YYYY-MM-DD', value);
    return day;
  }

  /** Refuses a field nobody reads: most often a slip of the pen in one that somebody does. */
  only(names: readonly string[]): void {
    const unknown = Object.keys(this.#value).find((name) => !names.includes(name));
    if (unknown !== undefined)
      throw new InputFault(`${this.where}: wanted only ${names.join(', ')}, found "${unknown}"`);
  }

  number(name: string): number {
    const value = this.#get(name);
    if (typeof value !== 'number') throw this.fault(name, 'a number', value);
    return value;
  }

  flag(name: string): boolean {
    const value = this.#get(name);
    if (typeof value !== 'boolean') throw this.fault(name, 'true or false', value);
    return value;
  }

  /** A number is written out. */
  textOrNumber(name: string): string {
    const value = this.#get(name);
    return typeof value === 'number' ? String(value) : this.text(name);
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const value = this.#get(name);
    const choice = choices.find((each) => each === value);
    if (choice === undefined) throw this.fault(name, `one of ${choices.join(', ')}`, value);
    return choice;
  }

  part(name: string): Fields {
    return new Fields(this.#get(name), `${this.where}, ${name}`);
  }

  list(name: string): Fields[] {
    return this.#array(name).map((value, at) => new Fields(value, `${this.where}, ${name}[${at}]`));
  }

  texts(name: string): string[] {
    return this.#array(name).map((value) => {
      if (typeof value !== 'string') throw this.fault(name, 'a list of texts', value);
      return value;
    });
  }

  /** A list of texts, or one text alone. */
  textOrTexts(name: string): string[] {
    return Array.isArray(this.#get(name)) ? this.texts(name) : [this.text(name)];
  }

  /** The one field that a name with `*` fits, large and small letters alike: publishers write the year into names. */
  fitting(pattern: string): string {
    if (!pattern.includes('*')) return pattern;
    const [found, ...others] = this.names().filter(fitting(pattern));
    if (found !== undefined && others.length === 0) return found;
    throw new InputFault(
      `${this.where}: wanted one field that fits "${pattern}", found ${found === undefined ? `none among ${shown(this.names().join(', ').slice(0, 200))}` : [found, ...others].join(' and ')}`,
    );
  }

  names(): string[] {
    return Object.keys(this.#value);
  }

  fault(name: string, wanted: string, found: unknown): InputFault {
    return new InputFault(`${this.where}: wanted ${wanted} in "${name}", found ${describe(found)}`);
  }

  #get(name: string): unknown {
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
  }

  #array(name: string): readonly unknown[] {
    const value = this.#get(name);
    if (!Array.isArray(value)) throw this.fault(name, 'a list', value);
    return value as readonly unknown[];
  }
}

/** A JSON file. Throws an `InputFault` that names the file, never a bare `SyntaxError`. */
export function readJson(file: string): unknown {
  return parseJson(readText(file, 'JSON'), file);
}

/** A JSON file that holds a list of objects, each named by its `id` in messages. */
export function readJsonList(file: string): Fields[] {
  const value = readJson(file);
  if (!Array.isArray(value))
    throw new InputFault(`${file}: wanted a list, found ${describe(value)}`);
  return value.map((entry: unknown, at) => {
    const id = (entry as { id?: unknown } | null)?.id;
    return new Fields(entry, `${file}, entry ${typeof id === 'string' ? id : at + 1}`);
  });
}

export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  return shown(JSON.stringify(glimpse(value, DEEPEST)).slice(0, 60));
}

/** What a message has room for, of values that may be larger or nested deeper than can be written out. */
const DEEPEST = 8;
const WIDEST = 30;

function glimpse(value: unknown, levels: number): unknown {
  if (typeof value === 'string') return value.slice(0, 60);
  // JSON would write null for 1e999, which nobody finds in the file.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return '…';
  if (Array.isArray(value))
    return value.slice(0, WIDEST).map((each: unknown) => glimpse(each, levels - 1));
  const members = Object.entries(value).slice(0, WIDEST);
  return Object.fromEntries(members.map(([name, each]) => [name, glimpse(each, levels - 1)]));
}

/** With control characters, which would garble a message or hide in it, written as JSON writes them. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
