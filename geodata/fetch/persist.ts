import type { Means } from './means.ts';
import { Trouble } from './trouble.ts';

/** Asks again, each time after a longer wait, as long as the trouble may pass. */
export async function persist<Answer>(
  attempt: () => Promise<Answer>,
  { patience, wait, progress }: Means,
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (cause) {
      if (!(cause instanceof Trouble) || !cause.passing) throw cause;
      const ms = cause.afterMs ?? patience.firstWaitMs * 2 ** (tries - 1);
      if (ms > patience.longestWaitMs) throw later(cause, ms);
      if (tries >= patience.tries) throw cause.as({ found: `${cause.found} at try ${tries}` });
      progress.say(`${cause.host}: found ${cause.found}; asking again in ${ms / 1000} s`);
      await wait(ms);
    }
  }
}

function later(trouble: Trouble, ms: number): Trouble {
  return trouble.as({
    found: `${trouble.found} and a wish to be asked later`,
    advice: `run the same command again in ${Math.ceil(ms / 60_000)} minutes`,
  });
}
