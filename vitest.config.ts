import { configDefaults, defineConfig } from 'vitest/config';

import { HazardReporter } from './tests/hazards/reporter.ts';

export default defineConfig({
  // The build of graphql that Node gives every library: two copies refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // Of PostgreSQL alone: see vitest.postgres.config.ts.
    exclude: ['tests/failover/**'],
    reporters: [...configDefaults.reporters, new HazardReporter('docs/hazards.md')],
    testTimeout: 20_000,
    hookTimeout: 120_000,
  },
});
