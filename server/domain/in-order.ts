/** Of so many things in order, the place of the first that does not come before what is sought; all of them where none. */
export function firstNotBefore(count: number, isBefore: (at: number) => boolean): number {
  let [from, end] = [0, count];
  while (from < end) {
    const middle = (from + end) >>> 1;
    if (isBefore(middle)) from = middle + 1;
    else end = middle;
  }
  return from;
}
