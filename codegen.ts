import { writeFileSync } from 'node:fs';

import { generate } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import { format } from 'prettier';

import { schema } from './server/graphql/schema.ts';

/** `npm run codegen`: prints the schema, then makes the types of every document in `web/`. */
const SDL = 'server/graphql/schema.graphql';

writeFileSync(SDL, await format(printSchema(schema), { parser: 'graphql', printWidth: 100 }));
await generate({
  schema: SDL,
  importExtension: '.ts',
  documents: ['web/**/*.{ts,tsx}', '!web/api/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    'web/api/generated/': {
      preset: 'client',
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
    },
  },
});
