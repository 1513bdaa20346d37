import { writeFileSync } from 'node:fs';

import { generate } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import { format } from 'prettier';

import { schema } from './server/graphql/schema.ts';

/** `npm run codegen`: prints the schema, then makes the types of every document in `web/`. */
const SDL = 'server/graphql/schema.graphql';

writeFileSync(SDL, await format(printSchema(schema), { parser: 'graphql', printWidth: 100 }));

const typed = {
  preset: 'client' as const,
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: 'string',
    enumsAsTypes: true,
    immutableTypes: true,
    useTypeImports: true,
    defaultScalarType: 'unknown',
    scalars: {
      Date: 'string',
      DateTime: 'string',
      GeoJSON: "import('geojson').Polygon | import('geojson').MultiPolygon",
    },
  },
};

await generate({
  schema: SDL,
  importExtension: '.ts',
  ignoreNoDocuments: true,
  generates: {
    'web/api/generated/': {
      ...typed,
      documents: ['web/**/*.{ts,tsx}', '!web/api/generated/**', '!web/developers/clients/**'],
    },
    // The client a stranger copies, typed as theirs would be.
    'web/developers/clients/generated/': {
      ...typed,
      documents: ['web/developers/clients/*.ts'],
    },
  },
});
