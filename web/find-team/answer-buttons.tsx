import { type ReactNode, useState } from 'react';

import type { ReferralInput } from '../api/generated/graphql.ts';
import { answerInText } from './answer-in-text.ts';
import type { Routed } from './ask.ts';

type AnswerButtonsProps = {
  readonly routed: Routed;
  readonly input: ReferralInput;
  readonly startAgain: () => void;
};

export function AnswerButtons({ routed, input, startAgain }: AnswerButtonsProps): ReactNode {
  const [copied, setCopied] = useState<'yes' | 'by hand'>();
  const text = answerInText(routed, input);
  const copy = async (): Promise<void> => {
    setCopied(undefined);
    setCopied((await writeToClipboard(text)) ? 'yes' : 'by hand');
  };
  return (
    <div className="no-print">
      <div className="nhsuk-button-group">
        <button type="button" className="nhsuk-button" onClick={startAgain}>
          Search again
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          onClick={() => {
            void copy();
          }}
        >
          Copy as text
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          onClick={() => {
            window.print();
          }}
        >
          Print this page
        </button>
      </div>
      <div role="status">
        {copied === 'yes' && <p>Copied, with the time and the release.</p>}
        {copied === 'by hand' && <p>The browser does not let pages copy. Copy the text below.</p>}
      </div>
      {copied === 'by hand' && (
        <textarea
          className="nhsuk-textarea answer-text"
          aria-label="The answer as text"
          readOnly
          rows={12}
          value={text}
          onFocus={(event) => {
            event.target.select();
          }}
        />
      )}
    </div>
  );
}

/** False where the browser refuses, or has no clipboard: on an address without TLS. */
async function writeToClipboard(text: string): Promise<boolean> {
  if (!window.isSecureContext) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
