/** Runs as it stands on the embedded pack. */
export const EXAMPLE = `query {
  referral(input: { postcode: "SO23 8UJ", need: "mental-health" }) {
    __typename
    ... on Routed {
      confidence
      responsible { sector presumed body { name ods gss } }
      teams { openNow contactNow { label phone } team { name } }
      release { id }
    }
    ... on NeedsChoice {
      key
      question
      options { answer label share }
    }
    ... on NotRoutable {
      reason
      message
      next { label detail }
    }
  }
}
`;
