import { graphql } from '../api/generated/index.ts';
import type {
  AskQuery,
  ChoiceFactsFragment,
  NoAnswerFactsFragment,
  OfferFactsFragment,
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
      contact {
        ...ContactFacts
      }
    }
    reasons {
      rule
      fact
      source
    }
    release {
      id
      notices
    }
  }
`);

graphql(`
  fragment ChoiceFacts on NeedsChoice {
    key
    question
    message
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

/** What may have been meant by a postcode nobody knows, and what replaced one that ended. */
const OTHER_POSTCODES = graphql(`
  query OtherPostcodes($postcode: String!) {
    place(postcode: $postcode) {
      __typename
      ... on NotLocated {
        suggestions
      }
      ... on Located {
        nearby
      }
    }
  }
`);

export type Referral = AskQuery['referral'];
export type Routed = RoutedFactsFragment;
export type Choice = ChoiceFactsFragment;
export type NoAnswer = NoAnswerFactsFragment;
export type Offer = OfferFactsFragment;
export type Contact = Offer['team']['day'];

export type Asked =
  | {
      readonly kind: 'answered';
      readonly referral: Referral;
      readonly otherPostcodes: readonly string[];
    }
  | Exclude<Reply<unknown>, { kind: 'answered' }>;

/** Asks who is responsible and, where the postcode itself is in doubt, which others may be meant. */
export async function ask(input: ReferralInput): Promise<Asked> {
  const reply = await request(ASK, { input });
  if (reply.kind !== 'answered') return reply;
  const { referral } = reply.data;
  const otherPostcodes = doubtsPostcode(referral) ? await findOthers(input.postcode ?? '') : [];
  return { kind: 'answered', referral, otherPostcodes };
}

function doubtsPostcode(referral: Referral): boolean {
  if (referral.__typename === 'NeedsChoice') return referral.key === 'ended';
  return (
    referral.__typename === 'NotRoutable' && ['MALFORMED', 'UNKNOWN'].includes(referral.reason)
  );
}

async function findOthers(postcode: string): Promise<readonly string[]> {
  const reply = await request(OTHER_POSTCODES, { postcode });
  if (reply.kind !== 'answered') return [];
  const { place } = reply.data;
  return place.__typename === 'NotLocated' ? place.suggestions : place.nearby;
}
