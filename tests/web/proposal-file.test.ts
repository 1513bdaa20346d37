import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type ProposalFile, readProposal, writeProposal } from '../../web/what-if/proposal-file.ts';

const FILE: ProposalFile = {
  title: 'One council for the north',
  date: '2026-11-22',
  release: 'embedded-1',
  licence: 'OGL-UK-3.0. Contains OS data',
  subject: { left: 'district', right: 'pct', asAt: '2004-03-31', within: 'E10000014' },
  areas: [
    { name: 'Winchester', continues: 'E07000094', pieces: [{ left: 'E07000093', right: '5E9' }] },
    { name: 'New', pieces: [{ left: 'E07000085', right: '5FD' }] },
  ],
};

/** The file with one of its fields another. */
function spoilt(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(writeProposal(FILE)) as Record<string, unknown>;
  change(file);
  return JSON.stringify(file);
}

const piece = { left: 'A', right: 'N' };

describe('the file of a proposal', () => {
  it('names its format, version, date, release and licence', () => {
    expect(JSON.parse(writeProposal(FILE))).toMatchObject({
      format: 'coterminosity-proposal',
      version: 1,
      date: '2026-11-22',
      release: 'embedded-1',
      licence: 'OGL-UK-3.0. Contains OS data',
    });
  });

  it('is read back the same', () => {
    expect(readProposal(writeProposal(FILE))).toEqual({ kind: 'proposal', file: FILE });
    const everywhere = { ...FILE, subject: { ...FILE.subject, within: null } };
    expect(readProposal(writeProposal(everywhere))).toEqual({ kind: 'proposal', file: everywhere });
  });

  it.each([
    ['nothing', '', 'wanted a proposal as JSON, found nothing'],
    ['no JSON', 'hello', 'wanted a proposal as JSON, found “hello”'],
    ['half a file', writeProposal(FILE).slice(0, 50), /^wanted a proposal as JSON, found “\{/],
    ['a list', '[1]', 'wanted a proposal, found a list of 1'],
    ['null', 'null', 'wanted a proposal, found “null”'],
    [
      'another format',
      spoilt((file) => (file['format'] = 'geojson')),
      'wanted the format “coterminosity-proposal”, found “geojson”',
    ],
    [
      'a later version',
      spoilt((file) => (file['version'] = 2)),
      'wanted version 1 of the format, found “2”',
    ],
    [
      'a day that is none',
      spoilt((file) => (file['compare'] = { ...FILE.subject, asAt: '2004-02-30' })),
      'wanted the day compared as YYYY-MM-DD, found “2004-02-30”',
    ],
    [
      'no sets',
      spoilt((file) => delete file['compare']),
      'wanted the sets to compare, found nothing',
    ],
    [
      'a kind that is none',
      spoilt((file) => (file['compare'] = { ...FILE.subject, left: '../x' })),
      'wanted the kind redrawn, found “../x”',
    ],
    [
      'areas that are no list',
      spoilt((file) => (file['areas'] = {})),
      'wanted a list of areas, found “{}”',
    ],
    [
      'an area without a name',
      spoilt((file) => (file['areas'] = [{ name: ' ', pieces: [] }])),
      'wanted a name of area 1 of 1 to 120 characters, found “ ”',
    ],
    [
      'a piece without a code',
      spoilt((file) => (file['areas'] = [{ name: 'New', pieces: [piece, { left: 'A' }] }])),
      'wanted the right code of piece 2 of area 1, found nothing',
    ],
    [
      'a piece in two areas',
      spoilt(
        (file) =>
          (file['areas'] = [
            { name: 'New', pieces: [piece] },
            { name: 'Newer', pieces: [piece] },
          ]),
      ),
      'wanted each piece in one area, found “A N twice”',
    ],
    [
      'an area that goes on as two',
      spoilt(
        (file) =>
          (file['areas'] = [
            { name: 'New', continues: 'A', pieces: [] },
            { name: 'Newer', continues: 'A', pieces: [] },
          ]),
      ),
      'wanted each area continued once, found “A twice”',
    ],
  ])('with %s is refused in one sentence', (_what, text, message) => {
    const read = readProposal(text);
    if (read.kind !== 'fault') throw new Error('It was read');
    if (typeof message === 'string') expect(read.message).toBe(message);
    else expect(read.message).toMatch(message);
  });

  it('of any JSON is read or refused, never thrown at the reader', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (whole, part) => {
        const texts = [
          whole,
          spoilt((file) => (file['areas'] = JSON.parse(part) as unknown)),
          spoilt((file) => (file['compare'] = JSON.parse(part) as unknown)),
          spoilt(
            (file) => (file['areas'] = [{ name: 'New', pieces: JSON.parse(part) as unknown }]),
          ),
        ];
        for (const text of texts) expect(['fault', 'proposal']).toContain(readProposal(text).kind);
      }),
      { numRuns: 300, seed: 23 },
    );
  });
});
