/**
 * Questions a stranger can ask of this server as they stand: shown on the page, run there by a button, and run as
 * tests. Days and moments are fixed, so the embedded pack answers each the same at any hour.
 */
export type Example = {
  /** Its place in the address of the page. */
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the embedded pack answers: the type of the outcome, and its reason where it has one. */
  readonly outcome: string;
};

const PLACE = `query Place($postcode: String, $asAt: Date) {
  place(postcode: $postcode, asAt: $asAt) {
    __typename
    ... on Located {
      precision
      confidence
      areas { share metresToBoundary area { kind code name } }
      warnings { code message }
    }
    ... on NotLocated { reason message suggestions }
  }
}`;

export const REFERRAL = `query Referral($input: ReferralInput!) {
  referral(input: $input) {
    __typename
    ... on Routed {
      confidence
      responsible { sector presumed because body { name code } }
      teams { openNow contactNow { label phone } team { name } }
      holdsUntil
      release { id }
    }
    ... on NeedsChoice { cause key question message options { answer label share } }
    ... on NotRoutable { reason message next { label detail } }
  }
}`;

/** A working day. */
const AT = '2026-11-18T14:00:00Z';
const TODAY = { asAt: '2026-11-18', at: AT };
const IN_2004 = { asAt: '2004-03-31', at: '2004-03-31T10:00:00+01:00' };

type Input = Readonly<Record<string, unknown>>;

type Told = { readonly title: string; readonly says: string };

function place(outcome: string, told: Told, postcode: string): Example {
  const variables = { postcode, asAt: TODAY.asAt };
  return { id: slugOf(told.title), ...told, query: PLACE, variables, outcome };
}

function referral(outcome: string, told: Told, input: Input): Example {
  return { id: slugOf(told.title), ...told, query: REFERRAL, variables: { input }, outcome };
}

/** A referral question that ends in one reason. */
function refused(reason: string, says: string, input: Input): Example {
  const asked = { need: 'carers', ...TODAY, ...input };
  return referral(`NotRoutable ${reason}`, { title: reason, says }, asked);
}

function slugOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

export const PLACES: readonly Example[] = [
  place(
    'Located',
    { title: 'Located', says: 'Every area the postcode lies in, with what speaks against it.' },
    'SO23 8UJ',
  ),
  place(
    'NotLocated PARTIAL',
    {
      title: 'NotLocated',
      says: 'The reason, a sentence, and repairs of a slip, never chosen silently.',
    },
    'SO23',
  ),
];

export const ROUTED: readonly Example[] = [
  referral(
    'Routed',
    {
      title: 'Routed',
      says: 'Show the bodies, the teams and contactNow, with “presumed” and the confidence beside them.',
    },
    { postcode: 'SO23 8UJ', need: 'mental-health', age: 40, ...TODAY },
  ),
  referral(
    'Routed',
    {
      title: 'Routed, in March 2004',
      says: 'The same ground under the primary care trusts of the time.',
    },
    { postcode: 'GU14 7JU', need: 'carers', ...IN_2004 },
  ),
  referral(
    'Routed',
    {
      title: 'Routed by GP practice',
      says: 'Health follows the registration: the practice decides, and health is no longer presumed.',
    },
    { postcode: 'SO23 8UJ', need: 'mental-health', age: 40, gpPractice: 'J82015', ...TODAY },
  ),
];

export const CHOICES: readonly Example[] = [
  referral(
    'NeedsChoice STRADDLES',
    {
      title: 'STRADDLES',
      says: 'The postcode lies on both sides of a line that matters. Ask the question, and send the same input again with { question: key, answer } in answers.',
    },
    { postcode: 'SO24 0AA', need: 'mental-health', age: 40, ...IN_2004 },
  ),
  referral(
    'NeedsChoice WHERE_NOW',
    { title: 'WHERE_NOW', says: 'Of a person with no fixed abode it is asked where they are.' },
    { postcode: 'ZZ99 3VZ', need: 'carers', ...TODAY },
  ),
  referral(
    'NeedsChoice AGE',
    { title: 'AGE', says: 'Teams differ by age, and none was given.' },
    { postcode: 'GU14 7JU', need: 'mental-health', ...IN_2004 },
  ),
];

const IN_2014 = { asAt: '2014-03-31', at: '2014-03-31T10:00:00+01:00' };
const IN_2028 = { asAt: '2028-06-01', at: '2028-06-01T10:00:00+01:00' };

export const REFUSALS: readonly Example[] = [
  refused('MALFORMED', 'No postcode at all.', { postcode: 'SO238U0' }),
  refused('PARTIAL', 'Half a postcode gives candidates, and never grounds for a team.', {
    postcode: 'SO23',
  }),
  refused('NON_GEOGRAPHIC', 'Of no place.', { postcode: 'GIR 0AA' }),
  refused('FORCES', 'A forces address.', { postcode: 'BF1 3AA' }),
  refused('CROWN_DEPENDENCY', 'Jersey, Guernsey, Man.', { postcode: 'JE2 3AB' }),
  refused('OVERSEAS', 'A British territory overseas.', { postcode: 'ASCN 1ZZ' }),
  refused('PSEUDO', 'A code of NHS systems.', { postcode: 'ZZ99 3WZ' }),
  refused('OUT_OF_COVERAGE', 'Edinburgh is not in this release.', { postcode: 'EH1 1YZ' }),
  refused('NO_EDITION', 'No boundaries are held of that day.', {
    postcode: 'SO23 8UJ',
    asAt: '1990-01-01',
  }),
  refused('AGE_OUT_OF_RANGE', 'A need for people of another age.', {
    postcode: 'SO23 8UJ',
    need: 'mental-health',
    age: 5,
  }),
  refused('NO_RULE_RECORDED', 'No rule of that day is recorded.', {
    postcode: 'SO23 8UJ',
    need: 'health-visiting',
    age: 2,
    ...IN_2014,
  }),
  refused('NO_TEAM_RECORDED', 'Bodies are known, and no team of theirs: ring them.', {
    postcode: 'SO23 8UJ',
    need: 'mental-health',
    age: 40,
    ...IN_2028,
  }),
];

export const OTHERS: readonly Example[] = [
  {
    id: 'bodies',
    title: 'A body by the name people use',
    says: 'By name, short name, GSS, ODS or old code; of an ended body, who has its ground now.',
    query: `query Bodies($search: String!, $asAt: Date) {
  bodies(search: $search, asAt: $asAt, first: 3) {
    name code kinds match life note
    nowIn { share area { name ods gss } }
  }
}`,
    variables: { search: 'Southampton City PCT', asAt: TODAY.asAt },
    outcome: 'Body',
  },
  {
    id: 'many',
    title: 'Many referrals at once',
    says: 'Answered in the order asked; each has an outcome of its own.',
    query: `query Many($inputs: [ReferralInput!]!) {
  referrals(inputs: $inputs) {
    __typename
    ... on Routed { responsible { sector body { code name } } }
    ... on NeedsChoice { question }
    ... on NotRoutable { reason }
  }
}`,
    variables: {
      inputs: [
        { postcode: 'SO23 8UJ', need: 'carers', ...TODAY },
        { postcode: 'BF1 3AA', need: 'carers', ...TODAY },
      ],
    },
    outcome: 'Routed, NotRoutable',
  },
  {
    id: 'agree',
    title: 'How far two sets of lines agree',
    says: 'Scores, and the worst misfits by people.',
    query: `query Agree($asAt: Date) {
  coterminosity(left: "district", right: "pct", asAt: $asAt, within: "E10000014") {
    leftCount rightCount homogeneity completeness vMeasure
    misfits(first: 2) { residents left { name } right { name } }
  }
}`,
    variables: { asAt: '2004-03-31' },
    outcome: 'Coterminosity',
  },
  {
    id: 'change',
    title: 'One old body, several new ones',
    says: 'What a reorganisation did, with shares of the people.',
    query: `query Change($from: Date!, $to: Date!) {
  boundaryChange(kind: "pct", toKind: "ccg", from: $from, to: $to) {
    areas(code: "5QC") { change successors { area { name } shares { residents } } }
  }
}`,
    variables: { from: '2013-03-31', to: '2014-03-31' },
    outcome: 'BoundaryChange',
  },
  {
    id: 'release',
    title: 'Which data answers',
    says: 'Keep an answer no longer than its release, and show what its licences ask for.',
    query: `{
  release { id notices sources { name licence attribution } }
}`,
    variables: {},
    outcome: 'Release',
  },
];

export const EXAMPLES: readonly Example[] = [
  ...PLACES,
  ...ROUTED,
  ...CHOICES,
  ...REFUSALS,
  ...OTHERS,
];
