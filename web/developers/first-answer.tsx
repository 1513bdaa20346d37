import type { ReactNode } from 'react';

import codegen from './clients/codegen.ts?raw';
import python from './clients/first-answer.py?raw';
import curl from './clients/first-answer.sh?raw';
import typescript from './clients/first-answer.ts?raw';
import setUp from './clients/set-up.sh?raw';
import { CodeBlock } from './code-block.tsx';
import { Section } from './section.tsx';

/** Where the clients ask unless told otherwise; on the page it is this very server. */
const LOCAL = 'http://127.0.0.1:4000';

export function FirstAnswer(): ReactNode {
  const here = (text: string): string => text.replaceAll(LOCAL, window.location.origin);
  return (
    <Section id="first-answer" name="First answer in five minutes">
      <p>
        Send <span className="code-word">POST /graphql</span> with{' '}
        <span className="code-word">application/json</span>. The whole contract is one file,{' '}
        <a href="/schema.graphql">schema.graphql</a>. There is no cookie and no other way in: a
        question never goes into an address, where logs would keep it. A server that answers 401
        wants a key: ask whoever runs it, and send{' '}
        <span className="code-word">Authorization: Bearer KEY</span>.
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
        An outcome that is added later does not compile until your program deals with it. Save the
        two files below in an empty folder, then:
      </p>
      <CodeBlock name="Commands" text={here(setUp)} />
      <CodeBlock name="first-answer.ts" text={here(typescript)} />
      <CodeBlock name="codegen.ts" text={codegen} />
    </Section>
  );
}
