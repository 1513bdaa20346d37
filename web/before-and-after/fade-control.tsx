import type { ReactNode } from 'react';

import { dayInWords } from '../words/dates.ts';

type FadeControlProps = {
  readonly from: string;
  readonly to: string;
  /** 0 is before alone, 100 after alone. */
  readonly fade: number;
  readonly setFade: (fade: number) => void;
  readonly changesShown: boolean;
  readonly showChanges: (isShown: boolean) => void;
};

const STEP = 10;

/** From the lines of the one day to those of the other, by slider, by arrow keys or by one press. */
export function FadeControl(props: FadeControlProps): ReactNode {
  const { from, to, fade, setFade, changesShown, showChanges } = props;
  const ends = [
    { at: 0, words: `Before: ${dayInWords(from)}` },
    { at: 50, words: 'Both' },
    { at: 100, words: `After: ${dayInWords(to)}` },
  ];
  return (
    <div className="fade-control no-print">
      <label htmlFor="fade">Lines shown, from before to after</label>
      <input
        id="fade"
        type="range"
        min={0}
        max={100}
        step={STEP}
        value={fade}
        aria-valuetext={fadeInWords(fade, dayInWords(from), dayInWords(to))}
        onChange={(event) => {
          setFade(Number(event.target.value));
        }}
      />
      <div className="quick-days fade-ends" role="group" aria-label="Lines to show">
        {ends.map(({ at, words }) => (
          <button
            key={at}
            type="button"
            aria-pressed={fade === at}
            onClick={() => {
              setFade(at);
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <label className="same-choice">
        <input
          type="checkbox"
          checked={changesShown}
          onChange={(event) => {
            showChanges(event.target.checked);
          }}
        />{' '}
        Shade what changed
      </label>
    </div>
  );
}

export function fadeInWords(fade: number, before: string, after: string): string {
  if (fade === 0) return `${before} only`;
  if (fade === 100) return `${after} only`;
  if (fade === 50) return `${before} and ${after}`;
  return fade < 50 ? `${before}, and ${after} faintly` : `${after}, and ${before} faintly`;
}
