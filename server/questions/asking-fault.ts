import { withoutPostcodes } from '../domain/postcode.ts';

/** A question that cannot be asked: its message is for the asker. */
export class AskingFault extends Error {
  override readonly name = 'AskingFault';

  constructor(message: string) {
    super(withoutPostcodes(message));
  }
}
