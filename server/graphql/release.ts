import type { Release, Source } from '../domain/release.ts';
import { builder } from './builder.ts';

const SourceType = builder.objectRef<Source>('Source').implement({
  description: 'Where data of a release came from.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The publisher and product.' }),
    licence: t.exposeString('licence', { description: 'SPDX identifier of the licence.' }),
    attribution: t.exposeString('attribution', {
      description: 'Words the licence asks to be shown.',
    }),
  }),
});

export const ReleaseType = builder.objectRef<Release>('Release').implement({
  description:
    'One complete, checked, immutable load of data. Every answer names the one it came from.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Changes whenever any of the data does.' }),
    loadedAt: t.field({
      type: 'DateTime',
      description: 'When it was loaded here.',
      resolve: ({ loadedAt }) => Date.parse(loadedAt),
    }),
    sources: t.field({
      type: [SourceType],
      description: 'Where it came from.',
      resolve: ({ sources }) => [...sources],
    }),
    coverage: t.string({
      description: 'The ground it covers, in words.',
      resolve: ({ coverage }) => coverage.name,
    }),
    notices: t.exposeStringList('notices', {
      description: 'What a reader must know: generalised, reconstructed or demonstration data.',
    }),
  }),
});

builder.queryField('release', (t) =>
  t.field({
    type: ReleaseType,
    description: 'The release that answers now.',
    resolve: (_root, _args, { questions }) => questions.atlas.release,
  }),
);
