curl -O http://127.0.0.1:4000/schema.graphql
npm install --save-dev typescript @types/node graphql @graphql-codegen/cli @graphql-codegen/client-preset
npm pkg set type=module
npx graphql-codegen --config codegen.ts
npx tsc --noEmit --strict --module nodenext --types node --allowImportingTsExtensions first-answer.ts
node first-answer.ts
