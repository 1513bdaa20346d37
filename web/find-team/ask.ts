import { graphql } from '../api/generated/index.ts';
import type {
  AskQuery,
  ChoiceFactsFragment,
  NoAnswerFactsFragment,
  OfferFactsFragment,
  PracticesQuery,
  ReferralInput,
  RoutedFactsFragment,
} from '../api/generated/graphql.ts';
import { type Reply, request } from '../api/request.ts';

export const NEEDS = graphql(`
  query Needs {
    needs {
      id
      name
      description
      urgent
      ages {
        from
        to
      }
      sectors {
        rule
      }
    }
  }
`);

/** More than these are not read through: another word is asked for. */
export const MOST_PRACTICES = 10;

export const PRACTICES = graphql(`
  query Practices($search: String!, $asAt: Date) {
    practices(search: $search, asAt: $asAt, first: 10) {
      code
      name
      postcode
      closed
      body {
        name
      }
    }
  }
`);

graphql(`
  fragment ContactFacts on Contact {
    label
    phone
    email
    url
  }
`);

graphql(`
  fragment OfferFacts on TeamOffer {
    openNow
    opensNext
    stale
    tied
    because
    sectors
    contactNow {
      ...ContactFacts
    }
    team {
      id
      name
      organisation
      sectors
      does
      doesNot
      hours
      sharing
      checkedOn
      day {
        ...ContactFacts
      }
      outOfHours {
        ...ContactFacts
      }
    }
  }
`);

graphql(`
  fragment RoutedFacts on Routed {
    at
    bankHoliday
    holdsUntil
    confidence
    need {
      name
      urgent
    }
    place {
      postcode
      precision
      position {
        lat
        lon
      }
      ended
      warnings {
        code
        message
      }
      areas {
        share
        metresToBoundary
        area {
          kind
          code
          gss
          name
        }
      }
    }
    responsible {
      sector
      presumed
      because
      rule
      body {
        kind
        name
        gss
      }
    }
    teams {
      ...OfferFacts
    }
    arrangements {
      id
      type
      name
      description
      checkedOn
      stale
      contact {
        ...ContactFacts
      }
    }
    reasons {
      rule
      fact
      source
      link
    }
    release {
      id
      notices
    }
  }
`);

graphql(`
  fragment ChoiceFacts on NeedsChoice {
    cause
    key
    question
    message
    nearby
    options {
      answer
      label
      share
      area {
        kind
        name
        gss
      }
    }
    urgent {
      ...OfferFacts
    }
    release {
      id
    }
  }
`);

graphql(`
  fragment NoAnswerFacts on NotRoutable {
    reason
    message
    next {
      label
      detail
    }
    candidates {
      area {
        kind
        name
      }
    }
  }
`);

const ASK = graphql(`
  query Ask($input: ReferralInput!) {
    referral(input: $input) {
      __typename
      ...RoutedFacts
      ...ChoiceFacts
      ...NoAnswerFacts
    }
  }
`);

/** What may have been meant by a postcode that is none, or that nobody knows. */
const SUGGESTIONS = graphql(`
  query Suggestions($postcode: String!) {
    place(postcode: $postcode) {
      __typename
      ... on NotLocated {
        suggestions
      }
    }
  }
`);

export type Referral = AskQuery['referral'];
export type Routed = RoutedFactsFragment;
export type Choice = ChoiceFactsFragment;
export type NoAnswer = NoAnswerFactsFragment;
export type Offer = OfferFactsFragment;
export type Practice = PracticesQuery['practices'][number];
export type Contact = Offer['team']['day'];

export type Asked =
  | {
      readonly kind: 'answered';
      readonly referral: Referral;
      readonly suggestions: readonly string[];
    }
  | Exclude<Reply<unknown>, { kind: 'answered' }>;

/** Asks who is responsible and, where the postcode itself is in doubt, which others may be meant. */
export async function ask(input: ReferralInput): Promise<Asked> {
  const reply = await request(ASK, { input });
  if (reply.kind !== 'answered') return reply;
  const { referral } = reply.data;
  const suggestions = doubtsPostcode(referral) ? await findSuggestions(input.postcode ?? '') : [];
  return { kind: 'answered', referral, suggestions };
}

function doubtsPostcode(referral: Referral): boolean {
  return (
    referral.__typename === 'NotRoutable' && ['MALFORMED', 'UNKNOWN'].includes(referral.reason)
  );
}

async function findSuggestions(postcode: string): Promise<readonly string[]> {
  const reply = await request(SUGGESTIONS, { postcode });
  if (reply.kind !== 'answered' || reply.data.place.__typename !== 'NotLocated') return [];
  return reply.data.place.suggestions;
}
