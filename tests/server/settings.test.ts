import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { BULK_BYTES, ROOMS } from '../../server/admission/admission.ts';
import { readConfig } from '../../server/config.ts';

const page = readFileSync('docs/operating.md', 'utf8');

test('the table of settings has every variable that is read, and no other', () => {
  // How many processes there are is known before any of them reads its settings.
  const main = readFileSync('server/main.ts', 'utf8').matchAll(/process\.env\['(\w+)'\]/g);
  const read = new Set<string>([...main].map(([, name = '']) => name));
  readConfig(
    new Proxy<Record<string, string | undefined>>(
      {},
      {
        get: (_target, name) => {
          read.add(String(name));
          return undefined;
        },
      },
    ),
  );
  const table = page.split('## Settings')[1]?.split('\n## ')[0] ?? '';
  const told = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
  expect(told.toSorted()).toEqual([...read].toSorted());
});

test('the limits in the table are those that hold', () => {
  const { question, bulk, stream, standard, drawing } = ROOMS;
  expect(page).toContain(
    `${question.running} answered, ${question.waiting.toLocaleString('en-GB')} wait up to 3 s`,
  );
  expect(page).toContain(`over ${BULK_BYTES / 1024} KiB`);
  expect(page).toContain(
    `${bulk.running} answered, ${bulk.waiting} wait up to ${bulk.patienceMs / 1000} s`,
  );
  expect(page).toContain(
    `${standard.running} answered, ${standard.runningOfOne} of one client; ${standard.waiting} wait up to 3 s`,
  );
  expect(page).toContain(
    `${stream.running} answered, ${stream.runningOfOne} of one client; ${stream.waiting} wait up to ${stream.patienceMs / 1000} s`,
  );
  expect(page).toContain(
    `${drawing.running} made or waiting, ${drawing.waiting} more wait up to ${drawing.patienceMs / 1000} s`,
  );
});
