import type { ServerResponse } from 'node:http';

/** A request turned away, in a sentence for whoever sent it. */
export type Refusal = {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export const NOT_BY_POST: Refusal = {
  status: 405,
  message: 'Ask by POST: a question never goes into an address.',
  headers: { allow: 'POST' },
};

export const COMPRESSED: Refusal = {
  status: 415,
  message: 'Send the body as it is, not compressed.',
};

export function refuse(response: ServerResponse, { status, message, headers = {} }: Refusal): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify({ errors: [{ message }] }));
}
