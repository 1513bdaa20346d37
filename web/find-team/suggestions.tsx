import type { ReactNode } from 'react';

type SuggestionsProps = {
  readonly postcodes: readonly string[];
  readonly use: (postcode: string) => void;
  readonly lead?: string;
};

/** Offers; never chooses. */
export function Suggestions({ postcodes, use, lead }: SuggestionsProps): ReactNode {
  if (postcodes.length === 0) return null;
  return (
    <div className="suggestions" role="group" aria-label="Postcodes that may be meant">
      <p>
        {lead ?? (postcodes.length === 1 ? 'Did you mean this one?' : 'Did you mean one of these?')}
      </p>
      <ul>
        {postcodes.map((postcode) => (
          <li key={postcode}>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => {
                use(postcode);
              }}
            >
              Use {postcode}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
