import { useState } from 'react';

import type { AnswerInput, ReferralInput } from '../api/generated/graphql.ts';
import type { Referral } from './ask.ts';
import { checkTyped, type Faults, type Field, NOTHING_TYPED, type Typed } from './question.ts';
import { useSteps } from './steps.ts';
import { type Asking, useAsking } from './use-asking.ts';

/** When an answer was given, and from which release. */
export type Answered = { readonly at: string; readonly releaseId: string };

/** One question asked and what came back. */
export type Step = {
  readonly input: ReferralInput;
  readonly referral: Referral;
  /** Postcodes that may have been meant. */
  readonly suggestions: readonly string[];
  /** The answer this one took the place of. */
  readonly before?: Answered;
};

/** What is in the form and beside it. */
type Form = {
  readonly typed: Typed;
  readonly faults: Faults;
  /** Postcodes that may have been meant by the one at fault. */
  readonly suggestions: readonly string[];
  /** The field to stand in when the form comes back. */
  readonly wanted: Field;
};

export type ReferralState = Form &
  Pick<Asking, 'isAsking' | 'hasAsked' | 'trouble' | 'retry'> & {
    /** What is shown; undefined is the form. */
    readonly shown: Step | undefined;
    readonly step: number;
    readonly type: (change: Partial<Typed>) => void;
    readonly submit: (change?: Partial<Typed>) => void;
    readonly answer: (answer: AnswerInput) => void;
    readonly askAgain: () => void;
    /** Back to the form with everything kept, and a change or two. */
    readonly change: (change?: Partial<Typed>, wanted?: Field) => void;
    readonly startAgain: () => void;
  };

const CLEAN = { faults: {}, suggestions: [] } as const;
const EMPTY: Form = { ...CLEAN, typed: NOTHING_TYPED, wanted: 'postcode' };

/** Holds what was typed and every answer so far, in memory only. */
export function useReferral(): ReferralState {
  const { send, drop, ...asking } = useAsking();
  const [form, setForm] = useState(EMPTY);
  const [trail, setTrail] = useState<readonly Step[]>([]);
  const [step, goToStep] = useSteps(drop);
  const { typed } = form;
  const shown = step === 0 ? undefined : trail[step - 1];

  /** Asks after so many steps, and shows the answer as the next one. */
  const askAfter = (steps: number, input: ReferralInput, before?: Answered): void => {
    send(input, ({ referral, suggestions }) => {
      if (steps === 0 && isPostcodeFault(referral)) {
        const faults = { postcode: referral.message };
        setForm((before) => ({ ...before, faults, suggestions }));
        if (step !== 0) goToStep(0);
        return;
      }
      const next = { input, referral, suggestions, ...(before && { before }) };
      setTrail((trailed) => [...trailed.slice(0, steps), next]);
      if (steps + 1 !== step) goToStep(steps + 1);
    });
  };

  const backToForm = (next: Form): void => {
    drop();
    setForm(next);
    goToStep(0);
  };

  return {
    ...form,
    ...asking,
    shown,
    step,
    type: (change) => {
      setForm((before) => ({ ...before, typed: { ...before.typed, ...change } }));
    },
    submit: (change = {}) => {
      drop();
      const changed = { ...typed, ...change };
      const checked = checkTyped(changed);
      const faults = checked.kind === 'faulty' ? checked.faults : {};
      setForm((before) => ({ ...before, ...CLEAN, typed: changed, faults }));
      if (checked.kind === 'faulty' && step !== 0) goToStep(0);
      if (checked.kind === 'complete') askAfter(0, checked.input);
    },
    answer: (answer) => {
      if (!shown) return;
      askAfter(step, { ...shown.input, answers: [...(shown.input.answers ?? []), answer] });
    },
    askAgain: () => {
      if (shown?.referral.__typename !== 'Routed') return;
      const { at, release } = shown.referral;
      askAfter(step - 1, shown.input, { at, releaseId: release.id });
    },
    change: (change = {}, wanted = typed.by) => {
      backToForm({ ...CLEAN, typed: { ...typed, ...change }, wanted });
    },
    startAgain: () => {
      setTrail([]);
      backToForm(EMPTY);
    },
  };
}

type NotRoutable = Extract<Referral, { __typename: 'NotRoutable' }>;

/** The postcode must be typed again: said by the field, not on a page of its own. */
function isPostcodeFault(referral: Referral): referral is NotRoutable {
  return referral.__typename === 'NotRoutable' && referral.reason === 'MALFORMED';
}
