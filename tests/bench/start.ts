import { join } from 'node:path';

import { least, print, repeat, run, shown, spread, type Usage, verdict } from './measure.ts';
import { inFolder, realFiles } from './real.ts';
import { serve, type Serving, stop } from './serving.ts';

const RUNS = 5;
const SECONDS = 1;
const MB = 250;
const QUESTION = {
  query: 'query ($postcode: String!) { place(postcode: $postcode) { __typename } }',
  variables: { postcode: 'SO23 8UJ' },
};

/** From nothing to the first answer about a postcode of Great Britain, against a server that knows one answer by heart. */
export async function benchStart(): Promise<void> {
  const files = realFiles('great-britain.json');
  if (!files) return;
  await inFolder(async (folder) => {
    const database = `sqlite:${join(folder, 'loaded.sqlite')}`;
    const load = ['geodata/cli.ts', 'load', files['great-britain.json'], '--repair'];
    await run(['--max-semi-space-size=4', ...load, '--database', database]);
    const env = { DATABASE_URL: database, NODE_COMPILE_CACHE: join(folder, 'compiled') };
    const first = await firstAnswer(['server/main.ts'], env);
    const runs = await repeat(RUNS, async () => ({
      constant: await firstAnswer([join(import.meta.dirname, 'answer-constant.ts')], env),
      ours: await firstAnswer(['server/main.ts'], env),
    }));
    const wall = runs.map(({ ours }) => ours.answeredAfter);
    const peak = runs.map(({ ours }) => ours.peakMb);
    print(`very first start: ${shown(first.answeredAfter)} s, CPU ${shown(first.cpuSeconds)} s`);
    print(`first answer: wall ${spread(wall, 's')}`);
    print(
      `first answer: CPU  ${spread(
        runs.map(({ ours }) => ours.cpuSeconds),
        's',
      )}`,
    );
    print(`memory:            ${spread(peak, 'MB')}`);
    const ratio = least(runs.map(({ ours, constant }) => ours.cpuSeconds / constant.cpuSeconds));
    print(`ratio of CPU: ${shown(ratio)} × a server of one constant answer`);
    verdict('first answer', least(wall), SECONDS, 's');
    verdict('memory at first answer', Math.max(...peak), MB, 'MB');
  });
}

type Start = Usage & Pick<Serving, 'answeredAfter'>;

async function firstAnswer(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Start> {
  const serving = await serve(args, env, JSON.stringify(QUESTION));
  return { ...(await stop(serving)), answeredAfter: serving.answeredAfter };
}
