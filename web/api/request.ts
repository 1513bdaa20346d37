import type { TypedDocumentString } from './generated/graphql.ts';

/** What came back: an answer, a refusal in words, or nothing at all, perhaps because it took too long. */
export type Reply<T> =
  | { readonly kind: 'answered'; readonly data: T }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable'; readonly tooSlow: boolean };

/** A question nobody answers in this time is treated as not asked, milliseconds. */
export const PATIENCE_MS = 20_000;

/** Asks a typed question. Always by POST: what a person typed never goes into an address. */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Reply<Result>> {
  const posted = await post({ query: document.toString(), variables }, signal);
  if (posted.kind !== 'answered') return posted;
  const { data, errors } = posted.data as GraphQLBody<Result>;
  if (data) return { kind: 'answered', data };
  return { kind: 'refused', message: errors?.[0]?.message ?? 'The service gave no answer.' };
}

type GraphQLBody<Result> = {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string }[];
};

/** Sends any GraphQL body and gives back whatever JSON the server says. */
export async function post(body: unknown, signal?: AbortSignal): Promise<Reply<unknown>> {
  const patience = new AbortController();
  const timer = setTimeout(() => {
    patience.abort();
  }, PATIENCE_MS);
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, patience.signal]) : patience.signal,
    });
    // A proxy that cannot reach the service answers 5xx, often in HTML.
    if (response.status >= 502) return { kind: 'unreachable', tooSlow: false };
    return { kind: 'answered', data: await response.json() };
  } catch {
    return { kind: 'unreachable', tooSlow: patience.signal.aborted };
  } finally {
    clearTimeout(timer);
  }
}
