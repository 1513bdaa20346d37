/** A database that cannot be used. The message is for whoever runs it, and holds no password. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
  /** Whether it may well be usable again without anybody changing anything. */
  readonly passing: boolean;
  constructor(
    message: string,
    { cause, passing = false }: { cause?: unknown; passing?: boolean } = {},
  ) {
    super(message, { cause });
    this.passing = passing;
  }
}
