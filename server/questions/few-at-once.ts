/** Runs work when fewer than `most` pieces of it are under way; the others wait in the order they came. */
export type FewAtOnce = <Found>(work: () => Promise<Found>) => Promise<Found>;

/** One question may want a thousand shapes: they must not fill the queue of the database against everybody else. */
export function fewAtOnce(most: number): FewAtOnce {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < most) running += 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
