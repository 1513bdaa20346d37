import { type LocalDate, parseLocalDate } from '../domain/calendar.ts';
import { AskingFault } from '../questions/asking-fault.ts';

/** Parameters by name. One left empty is one left out. */
export type Parameters = ReadonlyMap<string, string>;

/**
 * Refuses what is not known and what is said twice: a filter that is passed over gives more than was asked for,
 * which reads like an answer.
 */
export function readParameters(sent: URLSearchParams, known: readonly string[]): Parameters {
  const read = new Map<string, string>();
  for (const [name, value] of sent) {
    if (name === '' && value === '') continue;
    if (!known.includes(name))
      throw new AskingFault(
        known.length > 0
          ? `Wanted one of the parameters ${known.join(', ')}, found "${name.slice(0, 40)}".`
          : `Wanted no parameters, found "${name.slice(0, 40)}".`,
      );
    if (read.has(name)) throw new AskingFault(`Wanted ${name} once, found it twice.`);
    read.set(name, value.trim());
  }
  return new Map([...read].filter(([, value]) => value !== ''));
}

export function wholeOf(
  parameters: Parameters,
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  const text = parameters.get(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < from || number > to)
    throw new AskingFault(
      `Wanted ${name} from ${from} to ${to}, in digits, found "${text.slice(0, 40)}".`,
    );
  return number;
}

export function dayOf(parameters: Parameters, name: string): LocalDate | undefined {
  const text = parameters.get(name);
  if (text === undefined) return undefined;
  const day = parseLocalDate(text);
  if (!day)
    throw new AskingFault(`Wanted ${name} as a day, YYYY-MM-DD, found "${text.slice(0, 40)}".`);
  return day;
}

export function oneOf<Word extends string>(
  parameters: Parameters,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = parameters.get(name);
  if (text === undefined) return undefined;
  const found = words.find((word) => word === text);
  if (found === undefined)
    throw new AskingFault(
      `Wanted ${name} to be one of ${words.join(', ')}, found "${text.slice(0, 40)}".`,
    );
  return found;
}
