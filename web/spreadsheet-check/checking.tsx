import { type ReactNode, useEffect, useRef } from 'react';

import { Status } from '../layout/trouble.tsx';
import type { Progress } from './check-rows.ts';
import { phaseInWords, progressInWords, wholeShare } from './words.ts';

type CheckingProps = { readonly progress: Progress; readonly cancel: () => void };

/** The bar moves for the eye; read out is only each new quarter. */
export function Checking({ progress, cancel }: CheckingProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  const percent = Math.round(wholeShare(progress) * 100);
  return (
    <section className="checking" aria-label="Progress">
      <label htmlFor="progress">{progressInWords(progress)}</label>
      <progress id="progress" max={100} value={percent}>
        {percent} %
      </progress>
      <Status>
        <p className="nhsuk-u-visually-hidden">
          {phaseInWords(progress)}, {Math.floor(percent / 25) * 25} %
        </p>
      </Status>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        ref={button}
        onClick={cancel}
      >
        Cancel
      </button>
    </section>
  );
}
