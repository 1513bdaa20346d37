export type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

export type RouteProgress = {
  readonly reach: (rows: number, bytes: number) => void;
  /** Clears the bar. */
  readonly end: () => void;
};

const CLEAR = '\r\u001b[2K';
const BAR_WIDTH = 20;
/** A bar redraws itself so often; elsewhere a line is written so often. */
const MS_BETWEEN_DRAWN = 200;
const MS_BETWEEN_LINES = 5000;

/** Rows answered, how fast, and how long it will take; `total` bytes, or undefined where nobody knows. */
export function routeProgress(
  output: Terminal,
  total: number | undefined,
  now: () => number,
): RouteProgress {
  const isTerminal = output.isTTY === true;
  const began = now();
  let [lastAt, startRows] = [began, -1];
  return {
    reach: (rows, bytes) => {
      if (startRows < 0) startRows = rows;
      const at = now();
      if (at - lastAt < (isTerminal ? MS_BETWEEN_DRAWN : MS_BETWEEN_LINES)) return;
      lastAt = at;
      const seconds = (at - began) / 1000;
      const speed = Math.round((rows - startRows) / seconds);
      const line = `${counted(rows)} rows, ${counted(speed)} a second`;
      const share = total === undefined || total === 0 ? undefined : Math.min(1, bytes / total);
      const told = share === undefined ? line : `${Math.floor(share * 100)} %  ${line}`;
      output.write(
        isTerminal ? `${CLEAR}${share === undefined ? '' : bar(share)}${told}` : `${told}\n`,
      );
    },
    end: () => {
      if (isTerminal) output.write(CLEAR);
    },
  };
}

function bar(share: number): string {
  const filled = Math.round(BAR_WIDTH * share);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} `;
}

export function counted(count: number): string {
  return count.toLocaleString('en-GB');
}
