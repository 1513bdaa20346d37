import type { ReactNode } from 'react';

import type { ReferralState } from './use-referral.ts';

/** Back to the form, with all that was typed still in it. */
export function ChangeLink({ state }: { readonly state: ReferralState }): ReactNode {
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => {
        state.change();
      }}
    >
      Change what you entered
    </button>
  );
}
