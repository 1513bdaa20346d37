import type { ReactNode } from 'react';

import python from './clients/first-answer.py?raw';
import curl from './clients/first-answer.sh?raw';
import typescript from './clients/first-answer.ts?raw';
import { CodeBlock } from './code-block.tsx';
import { Section } from './section.tsx';

/** Where the clients ask unless told otherwise; on the page it is this very server. */
const LOCAL = 'http://127.0.0.1:4000';

const TYPED = `curl -O ${LOCAL}/schema.graphql
npm install --save-dev graphql @graphql-codegen/cli @graphql-codegen/client-preset
npx graphql-codegen --config codegen.ts
node first-answer.ts`;

const CODEGEN = `import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: '*.ts',
  importExtension: '.ts',
  generates: {
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { documentMode: 'string', enumsAsTypes: true, useTypeImports: true },
    },
  },
};

export default config;
`;

export function FirstAnswer(): ReactNode {
  const here = (text: string): string => text.replaceAll(LOCAL, window.location.origin);
  return (
    <Section id="first-answer" name="First answer in five minutes">
      <p>
        Send <span className="code-word">POST /graphql</span> with{' '}
        <span className="code-word">application/json</span>. The whole contract is one file,{' '}
        <a href="/schema.graphql">schema.graphql</a>. There is no key, no cookie and no other way
        in: a question never goes into an address, where logs would keep it.
      </p>
      <p>
        Each of these asks who is responsible for a carer in Winchester, and deals with all three
        outcomes. Save it, run it, put your own postcode in.
      </p>
      <h3 className="nhsuk-heading-s">With curl</h3>
      <CodeBlock name="first-answer.sh" text={here(curl)} />
      <h3 className="nhsuk-heading-s">With Python, nothing installed</h3>
      <CodeBlock name="first-answer.py" text={here(python)} />
      <h3 className="nhsuk-heading-s">With TypeScript, typed from the schema</h3>
      <p>
        An outcome or a reason that is added later does not compile until your program deals with
        it. Save the two files below, then:
      </p>
      <CodeBlock name="Commands" text={here(TYPED)} />
      <CodeBlock name="first-answer.ts" text={here(typescript)} />
      <CodeBlock name="codegen.ts" text={CODEGEN} />
    </Section>
  );
}
