import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { EXAMPLES } from '../../web/developers/examples.ts';
import * as generated from '../../web/api/generated/graphql.ts';

/** A question somebody asks in earnest of the embedded pack. */
export type Honest = {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};

/** Those of our own pages, of the documents, and those a referral form, a case system or an analyst would send. */
export function honestDocuments(): Honest[] {
  return [...ofPages(), ...ofDocuments(), ...ofReferrers(), ...ofPlanners(), ...ofPrograms()];
}

/** Every document the pages send, whatever page it is of. */
function ofPages(): Honest[] {
  return Object.entries(generated)
    .filter(([name]) => name.endsWith('Document'))
    .map(([name, document]) => {
      const query = String(document);
      return { title: `page: ${name}`, query, variables: variablesOf(query) };
    });
}

/** By name, else by type: a page may name a variable as it likes. */
function variablesOf(query: string): Record<string, unknown> {
  const [head = ''] = query.split('{', 1);
  const declared = [...head.matchAll(/\$(\w+): ([\w![\]]+)/g)];
  return Object.fromEntries(
    declared
      .map(([, name = '', type = '']) => [name, BY_NAME[name] ?? BY_TYPE[type]] as const)
      .filter(([, value]) => value !== undefined),
  );
}

const BY_NAME: Readonly<Record<string, unknown>> = {
  left: 'district',
  right: 'pct',
  kind: 'pct',
  asAt: '2004-03-31',
  from: '2004-03-31',
  to: '2010-03-31',
  need: 'carers',
  points: 120,
  search: 'surgery',
};

const BY_TYPE: Readonly<Record<string, unknown>> = {
  'String!': 'district',
  'Int!': 10,
  'Date!': '2004-03-31',
  'Weight!': 'POSTCODES',
  'ReferralInput!': { postcode: 'SO23 8UJ', need: 'carers' },
  'PointInput!': { lat: 51.06, lon: -1.31 },
  '[String!]!': ['pct', 'ccg'],
  '[PieceInput!]!': [],
  '[AreaCountInput!]!': [],
  '[ProposedAreaInput!]!': [],
};

function ofDocuments(): Honest[] {
  const files = ['README.md', ...readdirSync('docs').map((file) => join('docs', file))];
  const blocks = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/```graphql\n(.*?)```/gs)].map(
        ([, query = ''], at) => ({ title: `${file}, question ${at + 1}`, query }),
      ),
    );
  const shown = EXAMPLES.map(({ id, query, variables }) => ({
    title: `the developers’ page: ${id}`,
    query,
    variables,
  }));
  return [...blocks, ...shown];
}

const ANSWER = `
  __typename
  ... on Routed {
    confidence at holdsUntil bankHoliday
    responsible { sector presumed because source link body { kind code gss ods name } }
    teams { openNow tied stale opensNext contactNow { label phone email url } team { id name hours sharing checkedOn } }
    place { postcode precision confidence areas { share metresToBoundary area { kind code name } } warnings { code message } }
    reasons { rule fact source link }
    release { id notices }
  }
  ... on NeedsChoice { cause key question message options { answer label share area { name } } urgent { contactNow { phone } } }
  ... on NotRoutable { reason message next { label detail } candidates { share area { name } } }`;

const NEEDS = ['carers', 'mental-health', 'child-protection', 'hospital-discharge', 'homelessness'];
const DAYS = ['2004-03-31', '2010-03-31', '2014-03-31', '2023-03-31', '2026-11-18'];

function ofReferrers(): Honest[] {
  const query = `query($input: ReferralInput!) { referral(input: $input) { ${ANSWER} } }`;
  const postcodes = ['SO23 8UJ', 'GU14 7JU', 'ZZ99 3VZ', 'SO23', 'so238u', 'JE2 3AB'];
  return postcodes.flatMap((postcode) =>
    NEEDS.map((need, at) => ({
      title: `referral: ${need}, ${postcode}`,
      query,
      variables: { input: { postcode, need, age: 30 + at, asAt: DAYS[at] } },
    })),
  );
}

function ofPlanners(): Honest[] {
  return DAYS.flatMap((asAt) => [
    ...['district', 'upper-tier'].map((kind) => ({
      title: `areas: ${kind}, ${asAt}`,
      query: `{ areas(kind: "${kind}", asAt: "${asAt}") { kind code gss ods name from to status km2 postcodes residents boundary(maxPoints: 500) } }`,
    })),
    {
      title: `sets: ${asAt}`,
      query: `{ boundarySets(asAt: "${asAt}") { kind edition from to status source licence areaCount } }`,
    },
    {
      title: `teams: ${asAt}`,
      query: `{ teams(asAt: "${asAt}") { id name organisation needs sectors hours day { phone } covers { within { kind code } } } }`,
    },
    {
      title: `coverage: ${asAt}`,
      query: `{ teamCoverage(need: "carers", asAt: "${asAt}") { coverage sector ages { from to } postcodes residents ground { kind name } teams { id name } } }`,
    },
    ...NEEDS.slice(0, 3).map((need) => ({
      title: `teams of ${need}, ${asAt}`,
      query: `{ teams(need: "${need}", asAt: "${asAt}") { id name outOfHours { phone } } }`,
    })),
    ...['AREA', 'POSTCODES', 'RESIDENTS'].map((weight) => ({
      title: `comparison by ${weight}, ${asAt}`,
      query: `{ coterminosity(left: "district", right: "upper-tier", asAt: "${asAt}", weight: ${weight}) {
        homogeneity completeness vMeasure leftInRight rightInLeft leftCount rightCount
        overlaps { left { code name } right { code name } km2 postcodes residents shareOfLeft shareOfRight relation }
        misfits(first: 20) { left { name } right { name } shareOfLeft } partners { area { name } effective main { name } }
        remainders { area { name } share } slivers { count km2 } } }`,
    })),
  ]);
}

function ofPrograms(): Honest[] {
  const inputs = Array.from({ length: 1000 }, (_, at) => ({
    postcode: at % 2 ? 'SO23 8UJ' : 'PO1 2AL',
    need: NEEDS[at % NEEDS.length],
  }));
  const bulk = `query($inputs: [ReferralInput!]!) { referrals(inputs: $inputs) {
    __typename
    ... on Routed { confidence responsible { sector body { code name } } teams { team { id name } contactNow { phone label } } }
    ... on NeedsChoice { question key options { answer label } }
    ... on NotRoutable { reason message } } }`;
  return [
    { title: '1,000 referrals', query: bulk, variables: { inputs } },
    ...['SO23 8UJ', 'GU14 7JU', 'PO1 2AL', 'BF1 2AA', 'SO23 8', 'x'].map((postcode) => ({
      title: `place: ${postcode}`,
      query: `{ place(postcode: "${postcode}") { ... on Located { precision confidence position { lat lon } areas { share area { kind code name } } ended nearby } ... on NotLocated { reason message suggestions } } }`,
    })),
    ...['winchester', 'J82', 'SO23', 'the surgery'].map((search) => ({
      title: `practices: ${search}`,
      query: `{ practices(search: "${search}", first: 20) { code name postcode closed body { name } } }`,
    })),
    ...['Query', 'Routed', 'Need', 'Team', 'ReferralInput'].map((type) => ({
      title: `introspection of ${type}`,
      query: `{ __type(name: "${type}") { name description fields { name description } inputFields { name } } }`,
    })),
    {
      title: 'all names of types',
      query: '{ __schema { queryType { name } types { name kind } } }',
    },
    {
      title: 'needs',
      query:
        '{ needs { id name description urgent ages { from to } sectors { sector rule source link from to } } }',
    },
    {
      title: 'release',
      query: '{ release { id loadedAt coverage notices sources { name licence attribution } } }',
    },
    {
      title: 'history',
      query:
        '{ coterminosityHistory(left: "district", right: ["pct", "ccg", "sub-icb"], from: "2002-04-01") { from to left { edition } right { edition } refused scores { homogeneity completeness vMeasure leftInRight rightInLeft } } }',
    },
    {
      title: 'change',
      query:
        '{ boundaryChange(kind: "pct", from: "2004-03-31", to: "2010-03-31") { before { edition } after { edition } areas { change area { code name } successors { area { name } shares { km2 residents } took { residents } } } moved { residents } } }',
    },
    {
      title: 'recut',
      query:
        '{ recut(left: "district", right: "pct", asAt: "2004-03-31", counts: [{ code: "E07000094", count: 12 }]) { total unplaced areas { area { name } } } }',
    },
  ];
}
