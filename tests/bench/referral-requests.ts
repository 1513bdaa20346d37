/** What a case management system asks for: who is responsible, whom to ring, and what to ask when that is open. */
const DOCUMENT = `query Referral($input: ReferralInput!) {
  referral(input: $input) {
    __typename
    ... on Routed {
      confidence holdsUntil
      responsible { sector presumed because body { name code } }
      teams { openNow contactNow { label phone } team { name organisation } }
      reasons { fact source }
    }
    ... on NeedsChoice { question key options { answer label share } message }
    ... on NotRoutable { reason message next { label detail } }
  }
}`;

const NEEDS = ['carers', 'mental-health', 'homelessness', 'adult-safeguarding', 'older-people'];
const LETTERS = Array.from('ABDEFGHJLNPQRSTUWXYZ');
const YOUNGEST = 18;
const AGES = 60;

/** Bodies of referral questions, without end and no two alike among the first million. */
export function* referralRequests(sectors: readonly string[]): Generator<string, never> {
  for (let n = 0; ; n++) {
    const unit = Math.floor(n / sectors.length);
    const letters = `${letter(unit)}${letter(Math.floor(unit / LETTERS.length))}`;
    const input = {
      postcode: `${sectors[n % sectors.length]}${letters}`,
      need: NEEDS[n % NEEDS.length],
      age: YOUNGEST + (Math.floor(unit / LETTERS.length ** 2) % AGES),
    };
    yield JSON.stringify({ query: DOCUMENT, variables: { input } });
  }
}

function letter(n: number): string {
  return LETTERS[n % LETTERS.length] ?? '';
}
