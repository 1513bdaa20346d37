/** As in the style sheet: from here up the map stands beside the table. */
export function isSideBySide(): boolean {
  return window.matchMedia('(min-width: 62em)').matches;
}
