/** A fault in an input file: what was wanted, what was found, where. Shown to the user as it stands. */
export class InputFault extends Error {
  override readonly name = 'InputFault';
}
