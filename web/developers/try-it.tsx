import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';

import type { Example } from './examples.ts';
import { Section } from './section.tsx';
import { ShownAnswer } from './shown-answer.tsx';
import { useRun } from './use-run.ts';

type TryItProps = {
  readonly example: Example;
  readonly takesFocus: boolean;
};

/** A question of one's own, begun from an example. What is typed is sent, and kept nowhere. */
export function TryIt({ example, takesFocus }: TryItProps): ReactNode {
  const [query, setQuery] = useState(example.query);
  const [variables, setVariables] = useState(JSON.stringify(example.variables, null, 2));
  const [fault, setFault] = useState<string>();
  const { shown, run } = useRun();
  const editor = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) editor.current?.focus();
  }, [takesFocus]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const read = readJson(variables);
    setFault(
      read === undefined ? 'Wanted variables as JSON, such as { "search": "Hants" }.' : undefined,
    );
    if (read !== undefined) run({ query, variables: read.value });
  };
  return (
    <Section id="try" name="Try your own">
      <form onSubmit={submit}>
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="query">
            Query
          </label>
          <textarea
            id="query"
            ref={editor}
            className="nhsuk-textarea code"
            rows={18}
            spellCheck={false}
            autoComplete="off"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
        </div>
        <div className={`nhsuk-form-group ${fault === undefined ? '' : 'nhsuk-form-group--error'}`}>
          <label className="nhsuk-label" htmlFor="variables">
            Variables
          </label>
          {fault !== undefined && (
            <span id="variables-fault" className="nhsuk-error-message" role="alert">
              {fault}
            </span>
          )}
          <textarea
            id="variables"
            className="nhsuk-textarea code"
            rows={9}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={fault === undefined ? undefined : 'variables-fault'}
            value={variables}
            onChange={(event) => {
              setVariables(event.target.value);
            }}
          />
        </div>
        <button type="submit" className="nhsuk-button">
          Run your own
        </button>
        <ShownAnswer shown={shown} name="your own" />
      </form>
    </Section>
  );
}

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: text.trim() === '' ? {} : (JSON.parse(text) as unknown) };
  } catch {
    return undefined;
  }
}
