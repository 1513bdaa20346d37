import { type ReactNode, useId, useState } from 'react';

type CodeBlockProps = {
  readonly name: string;
  readonly text: string;
};

/** Text to take away: shown, scrolled by keyboard, and copied by a button that says what became of it. */
export function CodeBlock({ name, text }: CodeBlockProps): ReactNode {
  const id = useId();
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const copy = async (): Promise<void> => {
    setCopied(undefined);
    setCopied((await written(text)) ? 'yes' : 'no');
  };
  return (
    <div className="code-block">
      <div className="code-head">
        <span id={id} className="code-name">
          {name}
        </span>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary code-button"
          aria-label={`Copy: ${name}`}
          onClick={() => {
            void copy();
          }}
        >
          Copy
        </button>
      </div>
      <pre className="code" tabIndex={0} role="region" aria-labelledby={id}>
        {text}
      </pre>
      <div role="status">
        {copied === 'yes' && <p>Copied.</p>}
        {copied === 'no' && <p>The browser does not let pages copy: select the text instead.</p>}
      </div>
    </div>
  );
}

/** False where the browser refuses, or has no clipboard: on an address without TLS. */
async function written(text: string): Promise<boolean> {
  if (!window.isSecureContext) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
