import type { ReactNode } from 'react';

import { CodeBlock } from './code-block.tsx';
import type { Example } from './examples.ts';
import { ShownAnswer } from './shown-answer.tsx';
import { useRun } from './use-run.ts';

type ExampleCardProps = {
  readonly example: Example;
  readonly change: (example: Example) => void;
};

export function ExampleCard({ example, change }: ExampleCardProps): ReactNode {
  const { title, says, query, variables } = example;
  const { shown, run } = useRun();
  return (
    <details className="example" id={`example-${example.id}`}>
      <summary>
        <span className="code-word">{title}</span> {says}
      </summary>
      <CodeBlock name={`Query: ${title}`} text={query} />
      <CodeBlock name={`Variables: ${title}`} text={JSON.stringify(variables, null, 2)} />
      <div className="nhsuk-button-group">
        <button
          type="button"
          className="nhsuk-button"
          aria-label={`Run: ${title}`}
          onClick={() => {
            run({ query, variables });
          }}
        >
          Run
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          aria-label={`Change it: ${title}`}
          onClick={() => {
            change(example);
          }}
        >
          Change it
        </button>
      </div>
      <ShownAnswer shown={shown} name={title} />
    </details>
  );
}
