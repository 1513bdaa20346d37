import { withoutPostcodes } from '../domain/postcode.ts';

/** A whole table that cannot be answered row by row: its message is one sentence for whoever sent it. */
export class BulkFault extends Error {
  override readonly name = 'BulkFault';

  constructor(message: string) {
    super(withoutPostcodes(message));
  }
}
