import type pg from 'pg';

type Row = readonly (string | number | null)[];

/** Rows on their way into a table: handed to `COPY` where other statements have parameters. */
export class CopyRows {
  readonly rows: Iterable<Row>;
  constructor(rows: Iterable<Row>) {
    this.rows = rows;
  }
}

/** Runs `COPY ... FROM STDIN` on a client; rows are sent no faster than the server takes them. */
export function copyIn(client: pg.ClientBase, sql: string, { rows }: CopyRows): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, rows, resolve, reject));
  });
}

/** What pg’s connection can do and its types leave out. */
type CopyConnection = pg.Connection & {
  readonly sendCopyFromChunk: (chunk: Buffer) => void;
  readonly sendCopyFail: (reason: string) => void;
  readonly endCopyFrom: () => void;
};

/** A query in pg’s sense: told of each message of the server that concerns it. */
class CopyIn implements pg.Submittable {
  readonly #sql: string;
  readonly #rows: Iterable<Row>;
  readonly #resolve: () => void;
  readonly #reject: (fault: unknown) => void;
  #fault: unknown;

  constructor(
    sql: string,
    rows: Iterable<Row>,
    resolve: () => void,
    reject: (fault: unknown) => void,
  ) {
    this.#sql = sql;
    this.#rows = rows;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).catch((fault: unknown) => {
      this.#fault = fault;
      connection.sendCopyFail('The rows ended early');
    });
  }

  /** Also told of a lost connection. When the rows failed, the server only repeats so. */
  handleError(error: Error): void {
    this.#fault ??= error;
    this.#reject(this.#fault);
  }

  handleCommandComplete(): void {
    // it is not over until the server is ready
  }

  handleReadyForQuery(): void {
    this.#resolve();
  }

  async #send(connection: CopyConnection): Promise<void> {
    for (const chunk of chunksOf(this.#rows)) {
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await drained(connection.stream);
      // A lost connection takes no more, and is told of by itself.
      if (this.#fault !== undefined || !connection.stream.writable) return;
    }
    connection.endCopyFrom();
  }
}

/** A stream that closes never drains, but then the query is told of the loss. */
function drained(stream: pg.Connection['stream']): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go).off('close', go);
      resolve();
    };
    stream.on('drain', go).on('close', go);
  });
}

const CHUNK_CHARACTERS = 64 * 1024;

function* chunksOf(rows: Iterable<Row>): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    text += `${row.map(inCopyText).join('\t')}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function inCopyText(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}
