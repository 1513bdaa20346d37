import { InputFault } from '../input-fault.ts';

const [QUOTE, COMMA, LINE_FEED, RETURN] = [0x22, 0x2c, 0x0a, 0x0d];

/** More of either is no table, but damage: a quote never closed, a binary file. */
const MOST_FIELD_BYTES = 1 << 16;
const MOST_FIELDS = 4096;

/** Of the byte that no plain field holds, and that one more row needs more bytes than there are. */
const UNFINISHED = -1;

/**
 * The fields of one row (RFC 4180), as places in the bytes they were found in: text is made of those that
 * are asked for. One object serves all rows of a table, since there are millions.
 */
export class CsvRow {
  /** From 1, blank ones and the header too: the number of the line, unless lines break inside quotes. */
  number = 0;
  /** How many fields it has. */
  count = 0;
  /** What breaks the rules in it. Its fields then count for nothing. */
  fault: string | undefined;
  /** False for a last row without an end of line. */
  hasEnd = true;

  readonly #file: string;
  #finished = 0;
  #data: Buffer = Buffer.alloc(0);
  readonly #starts = new Int32Array(MOST_FIELDS);
  readonly #ends = new Int32Array(MOST_FIELDS);
  /** 1 for a field that holds doubled quotes. */
  readonly #doubled = new Uint8Array(MOST_FIELDS);

  constructor(file: string) {
    this.#file = file;
  }

  /** For messages. */
  get where(): string {
    return `${this.#file}, row ${this.number}`;
  }

  text(field: number): string {
    const text = this.#data.toString('utf8', this.#starts[field], this.#ends[field]);
    return this.#doubled[field] === 1 ? text.replaceAll('""', '"') : text;
  }

  /** For fields of plain letters and digits: faster than `text`. */
  ascii(field: number): string {
    return this.#data.toString('latin1', this.#starts[field], this.#ends[field]);
  }

  /** True when the field holds the same bytes as this text of plain letters and digits. */
  holds(field: number, ascii: string): boolean {
    const start = this.#starts[field] ?? 0;
    if ((this.#ends[field] ?? 0) - start !== ascii.length) return false;
    for (let at = 0; at < ascii.length; at++)
      if (this.#data[start + at] !== ascii.charCodeAt(at)) return false;
    return true;
  }

  /** Finds the fields of the row that begins here. Returns where the next begins; -1 when its end is not among these bytes, and more may come. */
  read(data: Buffer, from: number, isLast: boolean): number {
    this.number = this.#finished + 1;
    this.#data = data;
    this.count = 0;
    this.fault = undefined;
    let at = from;
    for (;;) {
      at = data[at] === QUOTE ? this.#quoted(at, isLast) : this.#plain(at);
      if (at === UNFINISHED) return this.#more(from);
      if (data[at] !== COMMA) break;
      at++;
    }
    const next = this.#next(this.#hasText(at) ? this.#broken(at) : at, isLast, from);
    if (next !== UNFINISHED) this.#finished++;
    return next;
  }

  #plain(start: number): number {
    const data = this.#data;
    let at = start;
    for (; at < data.length; at++) {
      const byte = data[at];
      if (byte === COMMA || byte === LINE_FEED || byte === RETURN || byte === QUOTE) break;
    }
    this.#add(start, at, 0);
    return at;
  }

  /** Returns the place after the closing quote. */
  #quoted(opening: number, isLast: boolean): number {
    const data = this.#data;
    let doubled = 0;
    for (let at = opening + 1; at < data.length; at++) {
      if (data[at] !== QUOTE) continue;
      if (at + 1 === data.length && !isLast) return UNFINISHED;
      if (data[at + 1] !== QUOTE) {
        this.#add(opening + 1, at, doubled);
        return at + 1;
      }
      doubled = 1;
      at++;
    }
    if (isLast) throw this.#cut('wanted a closing quote, found the end of the file');
    return UNFINISHED;
  }

  #add(start: number, end: number, doubled: number): void {
    if (end - start > MOST_FIELD_BYTES) throw this.#tooLong();
    if (this.count === MOST_FIELDS)
      throw this.#cut(`wanted at most ${MOST_FIELDS} columns, found more`);
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.#doubled[this.count++] = doubled;
  }

  #more(from: number): number {
    if (this.#data.length - from > MOST_FIELD_BYTES * 2) throw this.#tooLong();
    return UNFINISHED;
  }

  /** A quote where none may be: what was meant cannot be told, so reading goes on at the next line. */
  #broken(at: number): number {
    this.fault =
      this.#data[at] === QUOTE
        ? 'wanted quotes only round whole fields, found one inside a field'
        : 'wanted a comma after a closing quote, found more text';
    let end = at;
    while (this.#hasText(end)) end++;
    return end;
  }

  /** Past the end of line: a line feed, a return, or both. */
  #next(at: number, isLast: boolean, from: number): number {
    const { length } = this.#data;
    this.hasEnd = at < length;
    if (!this.hasEnd) return isLast ? length : this.#more(from);
    if (this.#data[at] === LINE_FEED) return at + 1;
    if (at + 1 === length && !isLast) return UNFINISHED;
    return this.#data[at + 1] === LINE_FEED ? at + 2 : at + 1;
  }

  #hasText(at: number): boolean {
    const byte = this.#data[at];
    return at < this.#data.length && byte !== LINE_FEED && byte !== RETURN;
  }

  #tooLong(): InputFault {
    return this.#cut(
      `wanted fields of at most ${MOST_FIELD_BYTES} bytes, found a longer one: is a quote never closed?`,
    );
  }

  #cut(reason: string): InputFault {
    return new InputFault(`${this.where}: ${reason}`);
  }
}
