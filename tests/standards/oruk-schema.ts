import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

const FOLDER = '../shared/real/oruk/schema/compiled';

export const isSchemaThere = existsSync(FOLDER);
if (!isSchemaThere)
  console.warn(`${FOLDER} is not there: answers are not validated against Open Referral UK 3.0`);

type Schema = { readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema };

/** A schema of the profile, or the part of one that its properties lead to. */
export function orukSchema(file: string, ...inside: readonly string[]): ValidateFunction {
  const whole = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Schema;
  const schema = inside.reduce<Schema | undefined>(
    (part, name) => part?.properties?.[name]?.items ?? part?.properties?.[name],
    whole,
  );
  if (!schema) throw new Error(`${file} has no ${inside.join('.')}`);
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(schema);
}

/** What is wrong with an answer, in words; empty where nothing is. */
export function faultsOf(validate: ValidateFunction, answer: unknown): string[] {
  return validate(answer)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
      );
}
