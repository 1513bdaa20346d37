/** What is asked of a standard, its body read. */
export type Asked = {
  /** Below the standard's own address: `/services`; empty at the address itself. */
  readonly path: string;
  /** Of the address and of the form that was sent. */
  readonly parameters: URLSearchParams;
  /** Where others reach the standard: `https://teams.example.org/oruk`. */
  readonly base: string;
  /** How a client that speaks of it wants its question handled; empty where it does not. */
  readonly prefer: string;
  /** Media types it takes, as it lists them; empty where it does not. */
  readonly accept: string;
};

export type Answer = {
  readonly status: number;
  /** Media type. */
  readonly type: string;
  /** Whole, or piece by piece where it can be long; pieces are made only when they are sent. */
  readonly body: string | AsyncIterable<string>;
  /** Changes whenever the body does; null where nothing may be kept. */
  readonly etag: string | null;
  /** Seconds after which to ask again, for who was sent away. */
  readonly retryAfter?: number;
};

/** One way of asking that others have agreed on, at addresses of its own. */
export type Standard = {
  /** Throws an `AskingFault` for a question that cannot be asked. */
  readonly answer: (asked: Asked) => Promise<Answer>;
  /** One sentence in the standard's own shape of an error. */
  readonly refuse: (status: number, message: string) => Answer;
  /** True for a path that may be asked by POST too, its parameters sent as a form. */
  readonly takesForm: (path: string) => boolean;
};

/** A refusal as RFC 9457 has it, for standards that have no shape of their own for one. */
export function problem(status: number, message: string): Answer {
  return {
    status,
    type: 'application/problem+json; charset=utf-8',
    body: JSON.stringify({ status, title: message }),
    etag: null,
  };
}

/** Nothing is at the address. Its message is for the asker. */
export class NotThere extends Error {
  override readonly name = 'NotThere';
}

/** Too many others are being answered. Its message is for the asker. */
export class TooManyWait extends Error {
  override readonly name = 'TooManyWait';
  /** Seconds. */
  readonly retryAfter: number;

  constructor(message: string, retryAfter: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/** The names of a path, decoded: `/services/a%20b` is `services`, `a b`. */
export function namesIn(path: string): string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    throw new NotThere('There is nothing at this address: it is not written as an address is.');
  }
}
