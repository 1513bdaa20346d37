/** Who is responsible for this need at this postcode? `node first-answer.ts`, from Node 24 on. */
import { graphql } from './generated/gql.ts';
import type { FirstAnswerQuery, TypedDocumentString } from './generated/graphql.ts';

const SERVER = process.env['SERVER'] ?? 'http://127.0.0.1:4000';

const FIRST_ANSWER = graphql(`
  query FirstAnswer($input: ReferralInput!) {
    referral(input: $input) {
      __typename
      ... on Routed {
        confidence
        responsible {
          sector
          presumed
          body {
            name
          }
        }
        teams {
          contactNow {
            phone
          }
          team {
            name
          }
        }
      }
      ... on NeedsChoice {
        question
        options {
          answer
          label
        }
      }
      ... on NotRoutable {
        reason
        message
      }
    }
  }
`);

async function ask<Result, Variables>(
  query: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(`${SERVER}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Result;
    errors?: { message: string }[];
  };
  if (!data) throw new Error(errors?.[0]?.message ?? `The server answered ${response.status}`);
  return data;
}

/** A new outcome would not compile until it is dealt with. */
function inWords(referral: FirstAnswerQuery['referral']): string[] {
  switch (referral.__typename) {
    case 'Routed':
      return [
        ...referral.responsible.map(
          ({ sector, presumed, body }) => `${sector} ${body.name}${presumed ? ' (presumed)' : ''}`,
        ),
        ...referral.teams.map(
          ({ team, contactNow }) => `${team.name} ${contactNow?.phone ?? 'nobody answers now'}`,
        ),
        `Confidence: ${referral.confidence}`,
      ];
    case 'NeedsChoice':
      return [referral.question, ...referral.options.map(({ label }) => `- ${label}`)];
    case 'NotRoutable':
      return [`${referral.reason} ${referral.message}`];
  }
}

const { referral } = await ask(FIRST_ANSWER, {
  input: { postcode: 'SO23 8UJ', need: 'carers' },
});
console.log(inWords(referral).join('\n'));
