#!/bin/sh
# Who is responsible for this need at this postcode? sh first-answer.sh
SERVER=${SERVER:-http://127.0.0.1:4000}

curl --silent --show-error --fail-with-body "$SERVER/graphql" \
  --header 'content-type: application/json' \
  --data @- <<'QUESTION'
{
  "query": "query ($input: ReferralInput!) { referral(input: $input) { __typename ... on Routed { responsible { sector body { name } } teams { team { name } contactNow { phone } } } ... on NeedsChoice { question options { answer label } } ... on NotRoutable { reason message } } }",
  "variables": { "input": { "postcode": "SO23 8UJ", "need": "carers" } }
}
QUESTION
