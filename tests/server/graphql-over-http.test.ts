import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';

import { fourSquares } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { serve } from './served.ts';

const port = await serve(await openWorld(fourSquares));

/** What a server that takes questions by POST alone cannot meet: each is a MAY. */
const BY_GET_ONLY = ['5A70', 'D6D5', '6A70'];

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: `http://127.0.0.1:${port}/graphql`, fetchFn: fetch });
  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (id, _name, audit) => {
      const { status } = await audit.fn();
      expect(status).toBe(BY_GET_ONLY.includes(id) ? 'notice' : 'ok');
    },
  );
});
