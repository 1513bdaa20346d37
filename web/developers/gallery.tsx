import type { ReactNode } from 'react';

import { CHOICES, type Example, OTHERS, PLACES, REFUSALS, ROUTED } from './examples.ts';
import { RECORDED } from './recorded.ts';
import { ExampleCard } from './example-card.tsx';
import { CodeBlock } from './code-block.tsx';
import { Section } from './section.tsx';

const GROUPS: readonly (readonly [name: string, examples: readonly Example[]])[] = [
  ['A place', PLACES],
  ['Routed', ROUTED],
  ['NeedsChoice', CHOICES],
  ['NotRoutable', REFUSALS],
  ['Other questions', OTHERS],
];

export function Gallery({ change }: { readonly change: (example: Example) => void }): ReactNode {
  return (
    <Section id="examples" name="Every outcome, to run">
      <p>
        Each question is sent to this server as it stands, and each runs as a test of every version.
        Places are of Hampshire: another release may answer otherwise.
      </p>
      {GROUPS.map(([name, examples]) => (
        <div key={name}>
          <h3 className="nhsuk-heading-s">{name}</h3>
          {examples.map((example) => (
            <ExampleCard key={example.id} example={example} change={change} />
          ))}
        </div>
      ))}
      <h3 className="nhsuk-heading-s">Outcomes of other releases</h3>
      <p>
        These come of a directory that lists every postcode, or of needs that are not met
        everywhere. On a drawn world, which the tests ask, they read so:
      </p>
      {RECORDED.map(({ title, says, answer }) => (
        <details key={title} className="example">
          <summary>
            <span className="code-word">{title}</span> {says}
          </summary>
          <CodeBlock name={`Answer: ${title}`} text={JSON.stringify(answer, null, 2)} />
        </details>
      ))}
    </Section>
  );
}
