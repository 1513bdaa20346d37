import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readJson } from '../../geodata/fields.ts';
import { InputFault } from '../../geodata/input-fault.ts';

const CORPUS = '../shared/real/corpora/json/JSONTestSuite/test_parsing';
const isThere = existsSync(CORPUS);
if (!isThere) console.warn(`${CORPUS} is not there: reading JSON is not held against its cases`);

const files = isThere ? readdirSync(CORPUS).sort() : [];
const those = (sort: string): string[] => files.filter((file) => file.startsWith(`${sort}_`));

/** `read`, or `refused` by a sentence that names the file; anything else is thrown on. */
function outcomeOf(file: string): 'read' | 'refused' {
  try {
    readJson(join(CORPUS, file));
    return 'read';
  } catch (fault) {
    if (fault instanceof InputFault && fault.message.includes(file)) return 'refused';
    throw fault;
  }
}

const outcomesOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((file) => [file, outcomeOf(file)]));

describe.runIf(isThere)('of JSONTestSuite', () => {
  test('all 95 that are JSON are read, but for the 2 with one name twice (GJ39)', () => {
    expect(those('y')).toHaveLength(95);
    const refused = those('y').filter((file) => outcomeOf(file) === 'refused');
    expect(refused).toEqual([
      'y_object_duplicated_key.json',
      'y_object_duplicated_key_and_value.json',
    ]);
  });
  test('all 188 that are not JSON are refused in one sentence', () => {
    expect(those('n')).toHaveLength(188);
    expect(those('n').filter((file) => outcomeOf(file) === 'read')).toEqual([]);
  });
  test('the 35 left to the reader come out as listed', async () => {
    const outcomes = outcomesOf(those('i'));
    expect(Object.keys(outcomes)).toHaveLength(35);
    await expect(`${JSON.stringify(outcomes, null, 2)}\n`).toMatchFileSnapshot('json.json');
  });
});
