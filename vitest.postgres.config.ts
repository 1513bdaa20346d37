import { globSync, readFileSync } from 'node:fs';

import { mergeConfig } from 'vitest/config';

import config from './vitest.config.ts';

/** Every test file that opens its database by way of the worlds, once more on PostgreSQL. */
const include = globSync('tests/**/*.test.{ts,tsx}').filter((file) =>
  /worlds\/(?:engine|open)\.ts/.test(readFileSync(file, 'utf8')),
);

export default mergeConfig(
  { ...config, test: { ...config.test, include: [], exclude: [], reporters: ['default'] } },
  {
    test: {
      name: 'postgres',
      include,
      env: { TEST_ENGINE: 'postgres' },
      globalSetup: 'tests/worlds/pglite-data.ts',
    },
  },
);
