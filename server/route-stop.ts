/** Exit codes of BSD sysexits, and that of a command stopped by Ctrl-C. */
export const EX_USAGE = 64;
export const EX_DATAERR = 65;
export const EX_NOINPUT = 66;
export const EX_CANTCREAT = 73;
export const EX_INTERRUPTED = 130;

/** Ends the command with one sentence and a code. */
export class Stop extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}
