/** Where the loader says what it is doing. */
export type Progress = {
  /** Begins a phase of so many steps; several may run side by side. */
  readonly begin: (name: string, total: number) => Phase;
  readonly say: (line: string) => void;
};

export type Phase = {
  /** So many steps are done in all. */
  readonly reach: (done: number) => void;
  /** One more is done, or so many more. */
  readonly step: (more?: number) => void;
  readonly end: () => void;
};

export type Output = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

export const SILENT: Progress = {
  begin: () => ({ reach: () => undefined, step: () => undefined, end: () => undefined }),
  say: () => undefined,
};

/** Bars that redraw themselves on a terminal; elsewhere one line as each phase ends. */
export function progressTo(output: Output): Progress {
  const running = new Map<string, { done: number; readonly total: number }>();
  let drawnAt = 0;
  const draw = (now: number): void => {
    if (output.isTTY !== true || now - drawnAt < MS_BETWEEN) return;
    drawnAt = now;
    output.write(
      `${CLEAR}${[...running].map(([name, { done, total }]) => bar(name, done, total)).join('  ')}`,
    );
  };
  const say = (line: string): void => {
    sayOn(output, line);
  };
  return {
    say,
    begin: (name, total) => {
      const began = performance.now();
      const phase = { done: 0, total };
      running.set(name, phase);
      const reach = (done: number): void => {
        phase.done = done;
        draw(performance.now());
      };
      return {
        reach,
        step: (more = 1) => {
          reach(phase.done + more);
        },
        end: () => {
          running.delete(name);
          const count = phase.done > 0 ? `: ${phase.done.toLocaleString('en-GB')}` : '';
          say(`${name}${count} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
        },
      };
    },
  };
}

/** A line of its own, over the bars that may stand there. */
export function sayOn(output: Output, line: string): void {
  output.write(`${output.isTTY === true ? CLEAR : ''}${line}\n`);
}

const MS_BETWEEN = 100;
/** Back to the start of the line, which is then cleared. */
const CLEAR = '\r\u001b[2K';
const BAR_WIDTH = 16;

function bar(name: string, done: number, total: number): string {
  if (total === 0) return `${name} ${done.toLocaleString('en-GB')}`;
  const filled = Math.min(BAR_WIDTH, Math.round((done / total) * BAR_WIDTH));
  return `${name} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`;
}
