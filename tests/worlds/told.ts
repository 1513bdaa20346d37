/** Asks for what a worked case tells. */
export const CASE_QUERY = `query ($input: ReferralInput!) {
  referral(input: $input) {
    __typename
    ... on Routed {
      confidence
      responsible { sector presumed rule body { name code } }
      teams { openNow tied team { name } contactNow { label phone } }
      arrangements { type name }
      reasons { rule }
    }
    ... on NeedsChoice {
      choice: cause question key nearby
      options { answer label share }
      urgent { team { name } contactNow { label phone } }
    }
    ... on NotRoutable { reason message next { label } candidates { share area { kind name } } }
  }
}`;

type Contact = { readonly label: string; readonly phone: string } | null;
type Offer = {
  readonly openNow?: boolean;
  readonly team: { readonly name: string };
  readonly contactNow: Contact;
};

export type Answered =
  | {
      readonly __typename: 'Routed';
      readonly confidence: string;
      readonly responsible: readonly {
        readonly sector: string;
        readonly presumed: boolean;
        readonly rule: string;
        readonly body: { readonly name: string; readonly code: string };
      }[];
      readonly teams: readonly Offer[];
      readonly arrangements: readonly { readonly type: string; readonly name: string }[];
      readonly reasons: readonly { readonly rule: string }[];
    }
  | {
      readonly __typename: 'NeedsChoice';
      readonly choice: string;
      readonly question: string;
      readonly key: string;
      readonly nearby: readonly string[];
      readonly options: readonly {
        readonly answer: string;
        readonly label: string;
        readonly share: number | null;
      }[];
      readonly urgent: readonly Offer[];
    }
  | {
      readonly __typename: 'NotRoutable';
      readonly reason: string;
      readonly message: string;
      readonly next: readonly { readonly label: string }[];
      readonly candidates: readonly {
        readonly share: number;
        readonly area: { readonly kind: string; readonly name: string };
      }[];
    };

/** An answer in lines a partnership manager can read. */
export function toldOf(answered: Answered): Readonly<Record<string, unknown>> {
  switch (answered.__typename) {
    case 'Routed':
      return {
        outcome: 'Routed',
        confidence: answered.confidence,
        responsible: answered.responsible.map(
          ({ sector, body, presumed, rule }) =>
            `${sector}: ${body.name} (${body.code}) by ${rule}${presumed ? ', presumed' : ''}`,
        ),
        teams: answered.teams.map(offerInALine),
        arrangements: answered.arrangements.map(({ type, name }) => `${type}: ${name}`),
        reasons: answered.reasons.map(({ rule }) => rule),
      };
    case 'NeedsChoice':
      return {
        outcome: 'NeedsChoice',
        because: answered.choice,
        question: answered.question,
        key: answered.key,
        options: answered.options.map(
          ({ answer, label, share }) =>
            `${answer}: ${label}${share === null ? '' : `, ${Math.round(share * 100)} %`}`,
        ),
        nearby: answered.nearby,
        urgent: answered.urgent.map(offerInALine),
      };
    case 'NotRoutable':
      return {
        outcome: 'NotRoutable',
        reason: answered.reason,
        message: answered.message,
        next: answered.next.map(({ label }) => label),
        candidates: answered.candidates.map(
          ({ area, share }) => `${area.kind}: ${area.name}, ${Math.round(share * 100)} %`,
        ),
      };
  }
}

function offerInALine({ team, openNow, contactNow }: Offer): string {
  const state = openNow === undefined ? '' : openNow ? ', open' : ', closed';
  const ring = contactNow ? `ring ${contactNow.phone} (${contactNow.label})` : 'nobody answers now';
  return `${team.name}${state}: ${ring}`;
}
