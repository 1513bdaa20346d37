/** A body meant to hurt: to stall the server, to swell its answer or to make it fail. */
export type Attack = { readonly title: string; readonly body: string };

/** Some hundred bodies in families, each family grown from small to far over the limits. */
export function attacks(): Attack[] {
  return Object.entries(FAMILIES).flatMap(([family, bodies]) =>
    bodies().map((body, at) => ({ title: `${family} ${at + 1}`, body })),
  );
}

const FAMILIES: Readonly<Record<string, () => string[]>> = {
  depth: () => [5, 9, 10, 11, 20, 40, 80, 160, 320, 2000].flatMap(deeper).map(asBody),
  aliases: () =>
    ALIASED.flatMap((field) =>
      [2, 8, 15, 16, 40, 200].map((count) =>
        asBody(`{ ${times(count, (at) => `a${at}: ${field}`)} }`),
      ),
    ),
  breadth: () =>
    ['__typename', 'needs { id }', 'release { id }', 'a', '...{ __typename }'].flatMap((field) =>
      [30, 150, 300, 2000, 10_000].map((count) => asBody(`{ ${times(count, () => field)} }`)),
    ),
  'doubling fragments': () =>
    range(2, 19).flatMap((levels) => [
      asBody(doubling(levels, 'needs { id name }')),
      asBody(doubling(levels, 'areas(kind: "district") { name boundary }')),
    ]),
  cycles: () => [1, 2, 3, 5, 20, 80, 140, 500].flatMap(cycles).map(asBody),
  directives: () =>
    ['@skip(if: false)', '@include(if: true)', '@no', '@skip', '@deprecated', '@defer'].flatMap(
      (directive) =>
        [5, 30, 140, 3000].flatMap((count) => [
          asBody(`{ __typename ${directive.concat(' ').repeat(count)} }`),
          asBody(`{ ${times(count, () => `... ${directive} { __typename }`)} }`),
        ]),
    ),
  'values in the document': () =>
    ARGUMENTS.flatMap((field) =>
      LITERALS.map((value) => asBody(`{ ${field.replace('$', value)} }`)),
    ),
  'values in variables': () => TYPED.flatMap(([type, field]) => VALUES.map(withValue(type, field))),
  texts: () =>
    TEXTS.flatMap((text) => [
      withValue('String!', 'practices(search: $v) { code }')(text),
      withValue(
        'String!',
        'place(postcode: $v) { __typename ... on NotLocated { suggestions message } }',
      )(text),
      withValue(
        'String!',
        'referral(input: { postcode: "SO23 8UJ", need: $v }) { __typename }',
      )(text),
    ]),
  batches: () =>
    [1, 2, 100, 10_000].map((count) => `[${times(count, () => '{"query":"{a}"}', ',')}]`),
  introspection: () => INTROSPECTION.map(asBody),
  'lists in lists': () =>
    HEAVY.flatMap((field) =>
      [1, 2, 4, 15].map((count) => asBody(`{ ${times(count, (at) => `a${at}: ${field}`)} }`)),
    ),
  bulk: () =>
    BULK.flatMap((selection) => [100, 1000, 1001, 2500].map((count) => bulk(count, selection))),
  'fields that clash': () =>
    [4, 16, 60, 120].flatMap((count) => [
      asBody(`{ ${times(count, () => 'a: referral(input: { need: "carers" }) { __typename }')} }`),
      asBody(`{ ${times(count, (at) => `a: place(postcode: "${at}") { __typename }`)} }`),
      asBody(
        `{ ${times(count, (at) => `...f${at}`)} } ${times(count, (at) => `fragment f${at} on Query { needs { a: id b: id c: name } }`)}`,
      ),
    ]),
  definitions: () =>
    [10, 60, 190, 1000].flatMap((count) => [
      asBody(times(count, (at) => `query q${at} { __typename }`)),
      asBody(`{ __typename } ${times(count, (at) => `fragment f${at} on Query { __typename }`)}`),
      asBody(`query(${times(count, (at) => `$v${at}: Int`)}) { __typename }`),
      asBody(`query(${times(count, () => '$v: Int')}) { __typename }`),
      asBody(times(count, (at) => `type T${at} { a: Int }`)),
    ]),
  'broken documents': () => BROKEN.map(asBody),
  'broken bodies': () => BODIES,
};

const DISTRICTS_TO_PCTS = 'left: "district", right: "pct", asAt: "2004-03-31"';
const MANY_KINDS = times(200, () => '"pct", "ccg", "icb", "sub-icb", "district"', ', ');

const ALIASED = [
  '__typename',
  'needs { id }',
  'place(postcode: "SO23 8UJ") { __typename }',
  'referral(input: { postcode: "SO23 8UJ", need: "carers" }) { __typename }',
  'teamCoverage(need: "carers") { postcodes }',
];

/** The dearest things to ask for, each with all a planner would want of it. */
const HEAVY = [
  'areas(kind: "district") { boundary }',
  'areas(kind: "district") { kind code gss ods name from to status km2 postcodes residents boundary }',
  'areas(kind: "upper-tier") { name boundary(maxPoints: 20000) }',
  'boundarySets { kind edition from to status source licence areaCount resolutionMetres }',
  'teams { id name does doesNot sharing hours needs covers { within { kind code } } }',
  'needs { id name description sectors { rule source link } }',
  `coterminosity(${DISTRICTS_TO_PCTS}) { overlaps { boundary } }`,
  `coterminosity(${DISTRICTS_TO_PCTS}) { overlaps { left { name boundary } right { name boundary } } }`,
  `coterminosity(${DISTRICTS_TO_PCTS}) { overlaps { km2 arrangements { name description contact { phone } } } }`,
  `coterminosity(${DISTRICTS_TO_PCTS}) { partners { area { name } main { name } } remainders { area { boundary } } }`,
  `coterminosity(${DISTRICTS_TO_PCTS}) { misfits(first: 1000) { km2 } }`,
  'coterminosityHistory(left: "district", right: ["pct", "ccg", "icb"], from: "2002-04-01") { from scores { vMeasure } }',
  `coterminosityHistory(left: "district", right: [${MANY_KINDS}], from: "0001-01-01", to: "9999-12-31") { from left { kind } right { kind } scores { vMeasure } }`,
  'boundaryChange(kind: "pct", from: "2004-03-31", to: "2010-03-31") { areas { area { boundary } successors { area { boundary } shares { km2 } } } }',
  'boundaryChange(kind: "pct", from: "2004-03-31", to: "2014-03-31", toKind: "ccg") { areas { area { name } successors { area { name } took { residents } } } }',
  'teamCoverage(need: "carers", coverage: [GAP, ONE, SEVERAL, GAP, ONE]) { ages { from } postcodes ground { name } teams { name } }',
  'teamCoverage(need: "carers") { ground { boundary } }',
  `proposal(left: "district", right: "pct", asAt: "2004-03-31", areas: [${times(60, (at) => `{ name: "n${at}", pieces: [] }`)}]) { __typename }`,
  `recut(left: "district", right: "pct", asAt: "2004-03-31", counts: [${times(60, () => '{ code: "E07000094", count: 1 }')}]) { total }`,
  'practices(search: "s", first: 100) { code name postcode closed body { name boundary } }',
  'practices(search: "a e i o u s t r l n", first: 100) { code name }',
  'place(postcode: "ZZ99 3VZ") { __typename }',
  'referral(input: { postcode: "SO", need: "carers" }) { __typename ... on NotRoutable { candidates { area { name boundary } } } }',
  'place(point: { lat: 51.06, lon: -1.31 }) { ... on Located { areas { area { name boundary } metresToBoundary } } }',
];

const BULK = [
  '__typename',
  '__typename ... on Routed { confidence responsible { sector body { code name } } teams { team { name } contactNow { phone } } reasons { rule } }',
  '... on Routed { place { areas { area { name } share } } } ... on NotRoutable { next { label detail } candidates { area { name } } }',
  '... on NeedsChoice { options { area { boundary } } }',
];

const ARGUMENTS = [
  'areas(kind: "district") { boundary(maxPoints: $) }',
  'practices(search: "s", first: $) { code }',
  'place(point: { lat: $, lon: -1.3 }) { __typename }',
  'place(postcode: $) { __typename }',
  'referral(input: { postcode: "SO23 8UJ", need: "carers", age: $ }) { __typename }',
  'referral(input: { postcode: "SO23 8UJ", need: "carers", at: $ }) { __typename }',
  'referral(input: { postcode: "SO23 8UJ", need: "carers", answers: $ }) { __typename }',
  'areas(kind: $, asAt: $) { code }',
  'coterminosity(left: $, right: $, within: $) { left }',
];

const LITERALS = [
  '1e400',
  '-0',
  '99999999999999999999',
  '-2147483649',
  '1000000',
  'null',
  'true',
  'RED',
  '{ a: 1 }',
  '[[[[1]]]]',
  '"9999-12-31"',
  '"\\u0000"',
  `"${'x'.repeat(100_000)}"`,
  `[${times(400, () => '1', ',')}]`,
  '$missing',
];

const TYPED = [
  ['String', 'place(postcode: $v) { __typename }'],
  ['Int', 'practices(search: "s", first: $v) { code }'],
  ['PointInput', 'place(point: $v) { __typename }'],
  ['Date', 'areas(kind: "district", asAt: $v) { code }'],
  ['[ReferralInput!]!', 'referrals(inputs: $v) { __typename }'],
] as const;

const VALUES: readonly unknown[] = [
  null,
  0,
  -1,
  1e300,
  true,
  '',
  'x'.repeat(50_000),
  [],
  [[]],
  {},
  { lat: '51', lon: {} },
  { __proto__: null, constructor: { prototype: {} } },
  Array.from({ length: 20_000 }, () => 0),
  Array.from({ length: 2000 }, () => ({ need: 'x', postcode: ['x'] })),
  nest(500),
];

const TEXTS = [
  '\u0000',
  '%',
  '_'.repeat(2000),
  "'; DROP TABLE release; --",
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '\u202eJU8 32OS',
  'ＳＯ２３ ８ＵＪ',
  'I\u0307\u0131\u0130'.repeat(50),
  'e\u0301'.repeat(5000),
  '\u{1f3f4}\u{e0067}\u{e0062}'.repeat(2000),
  '\ufeff\u200b\u2060',
  'ß'.repeat(10_000),
  '\ufdfa'.repeat(3000),
  ' '.repeat(200_000),
  `${' '.repeat(100_000)}a`,
  'a '.repeat(100_000),
  'SO23 8UJ'.repeat(20_000),
  '0'.repeat(200_000),
  'OI'.repeat(100_000),
  '"'.repeat(60_000),
  '\\'.repeat(60_000),
];

const INTROSPECTION = [
  '{ __schema { types { name } } }',
  '{ __schema { types { name fields { name } } } }',
  '{ __schema { types { name fields { name args { name type { name } } } } } }',
  '{ __schema { types { fields { type { fields { type { name } } } } } } }',
  '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
  '{ __schema { directives { args { type { ofType { ofType { ofType { name } } } } } } } }',
  '{ __type(name: "Query") { fields { args { name } } } }',
  '{ __type(name: "Query") { fields { type { fields { type { fields { name } } } } } } }',
  `{ ${times(15, (at) => `a${at}: __schema { types { name description } }`)} }`,
  `{ ${times(15, (at) => `a${at}: __type(name: "Query") { fields { name description } }`)} }`,
  `{ ${times(60, () => '...f')} } fragment f on Query { __schema { types { fields { name } } } }`,
];

const BROKEN = [
  '',
  '{',
  '}',
  '{}',
  '{{{{{{{{{{{{{',
  '}'.repeat(10_000),
  '{ a(b: ',
  '"',
  '"""',
  `"""${'x'.repeat(100_000)}`,
  '#'.repeat(100_000),
  ','.repeat(200_000),
  '\ufeff'.repeat(1000),
  '\n'.repeat(200_000),
  '&'.repeat(1000),
  '!'.repeat(10_000),
  'query query query',
  'fragment on on on { on }',
  '{ a: b: c }',
  '{ needs @ { id } }',
  'null',
  '[1,2,3]',
  'extend type Query { a: Int }',
  'schema { query: Query }',
  `query ${'q'.repeat(100_000)} { __typename }`,
  `{ ${'a'.repeat(100_000)} }`,
  `{ needs { ${'é'.repeat(1000)} } }`,
  '{ place(postcode: "\\ud800") { __typename } }',
  '{ place(postcode: "\\u{110000}") { __typename } }',
  '{ place(postcode: 0123) { __typename } }',
];

const BODIES = [
  '',
  'null',
  '1',
  '"{ __typename }"',
  '{"query":null}',
  '{"query":1}',
  '{"query":["{ __typename }"]}',
  '{"query":{"a":1}}',
  '{"query":"{ __typename }","variables":1}',
  '{"query":"{ __typename }","variables":"{}"}',
  '{"query":"{ __typename }","extensions":[]}',
  '{"query":"{ __typename }","operationName":1}',
  '{"query":"{ __typename }","operationName":"x"}',
  '{"query":"{ __typename }","toString":1}',
  '{"query":"{ __typename }","__proto__":{"variables":1}}',
  '['.repeat(200_000),
  '{"a":'.repeat(40_000),
  `{"query":"{ __typename }","variables":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  `{"query":"{ __typename }","variables":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  `{${times(15_000, (at) => `"k${at}":1`, ',')}}`,
  `{"query":"{ __typename }","variables":{${times(15_000, (at) => `"k${at}":1`, ',')}}}`,
  `{"query":"${'\\u0020'.repeat(40_000)}"}`,
  '"'.repeat(250_000),
  '\\"'.repeat(120_000),
];

function deeper(levels: number): string[] {
  const nested = (open: string): string =>
    `${open.repeat(levels)} __typename ${' }'.repeat(levels)}`;
  return [
    `{ ${nested('... on Query { ')} }`,
    `{ referral(input: { need: "carers" }) { ... on Routed { ${nested('reasons { ')} } } }`,
    `{ __schema { types { ${nested('ofType { ')} } } }`,
    `{ ...f0 } ${times(levels, (at) => `fragment f${at} on Query { ...f${at + 1} }`)} fragment f${levels} on Query { __typename }`,
    `{ place(point: ${'['.repeat(levels)}${']'.repeat(levels)}) { __typename } }`,
    `query($v: ${'['.repeat(levels)}Int${']'.repeat(levels)}) { __typename }`,
  ];
}

function doubling(levels: number, inner: string): string {
  const fragments = times(
    levels,
    (at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`,
  );
  return `{ ...f0 } ${fragments} fragment f${levels} on Query { ${inner} }`;
}

function cycles(length: number): string[] {
  const next = (at: number): number => (at + 1) % length;
  return [
    `{ ...f0 } ${times(length, (at) => `fragment f${at} on Query { ...f${next(at)} }`)}`,
    `{ needs { ...f0 } } ${times(length, (at) => `fragment f${at} on Need { id ... on Need { ...f${next(at)} } }`)}`,
  ];
}

function bulk(count: number, selection: string): string {
  const POSTCODES = ['SO23 8UJ', 'GU14 7JU', 'PO1 2AL', 'ZZ99 3VZ', 'SO', 'nonsense'];
  const inputs = Array.from({ length: count }, (_, at) => ({
    postcode: POSTCODES[at % POSTCODES.length],
    need: 'carers',
  }));
  const query = `query($inputs: [ReferralInput!]!) { referrals(inputs: $inputs) { ${selection} } }`;
  return JSON.stringify({ query, variables: { inputs } });
}

function withValue(type: string, field: string): (value: unknown) => string {
  return (v) => JSON.stringify({ query: `query($v: ${type}) { ${field} }`, variables: { v } });
}

function nest(levels: number): unknown {
  return Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 0);
}

function asBody(query: string): string {
  return JSON.stringify({ query });
}

function times(count: number, text: (at: number) => string, between = ' '): string {
  return Array.from({ length: count }, (_, at) => text(at)).join(between);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
