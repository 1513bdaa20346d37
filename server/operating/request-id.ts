import { randomBytes } from 'node:crypto';

/** A UUID or a trace id of 32 hexadecimal digits: too long for a postcode and in no form a person writes. */
const HARMLESS = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32})$/;

/** One name for each request: the client's own where it can hold nothing else, else one that nobody has used. */
export function createRequestIds(): (said: string | string[] | undefined) => string {
  const process = randomBytes(6).toString('hex');
  let count = 0;
  return (said) =>
    typeof said === 'string' && HARMLESS.test(said)
      ? said
      : `${process}-${(count++).toString(36).padStart(4, '0')}`;
}
