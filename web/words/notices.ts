/** A notice nobody may miss: that the numbers are invented. */
export function isLoud(notice: string): boolean {
  return /demonstration|invented/i.test(notice);
}
