/** What came back for one body, whatever it was. */
export type Replied = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly ReplyError[];
};

export type ReplyError = {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
};

export type Question = (query: string, variables?: object) => Promise<Replied>;

/** Asks over HTTP as a client that knows the standard does: a question refused has a status that says so. */
export function questioner(port: number): Question {
  return (query, variables) => sendBody(port, JSON.stringify({ query, variables }));
}

export async function sendBody(
  port: number,
  body: BodyInit,
  headers: Readonly<Record<string, string>> = {},
): Promise<Replied> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...headers,
    },
    body,
  });
  const text = await response.text();
  const { data = null, errors = [] } = JSON.parse(text) as Partial<Replied>;
  return { status: response.status, headers: response.headers, text, data, errors };
}

/** What a refusal comes down to: its status and the code of its only error. */
export function refusal({ status, errors }: Replied): readonly [number, ...string[]] {
  return [status, ...errors.map(({ message, extensions }) => extensions?.code ?? message)];
}

export const repeat = (count: number, text: (at: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(between);
