/** A request to an address beside GraphQL that asks for as much work as its body can hold. */
export type HostileForm = {
  readonly title: string;
  readonly path: string;
  readonly type: string;
  readonly body: string;
};

const FORM = 'application/x-www-form-urlencoded';
const CSV = 'text/csv';
const NDJSON = 'application/x-ndjson';
/** Nearly as long as a body may be. */
const FULL = 250_000;

/** Below 256 KiB each, as a form must be; a table has no end, and is as long here. */
export const HOSTILE_FORMS: readonly HostileForm[] = [
  ...[
    'HealthcareService name',
    'HealthcareService name:contains',
    'HealthcareService coverage-area',
    'HealthcareService service-type',
    'Organization identifier',
    'Location organization',
    'Organization _lastUpdated',
    'OrganizationAffiliation _id',
  ].flatMap((search) => {
    const [type = '', name = ''] = search.split(' ');
    const path = `/fhir/${type}/_search`;
    return [
      { title: `many values of ${search}`, path, body: `${name}=${filled('z,')}` },
      { title: `a long value of ${search}`, path, body: `${name}=${filled('z')}` },
      { title: `${search} again and again`, path, body: filled(`${name}=z&`) },
      { title: `as many of ${search} as are taken`, path, body: `${name}=${'z,'.repeat(99)}z` },
    ].map((each) => ({ ...each, type: FORM }));
  }),
  ...['search', 'text', 'postcode', 'taxonomy_term_id', 'modified_after', 'page', 'day'].flatMap(
    (name) => [
      form(`many words of ${name}`, `${name}=${filled('a+')}`),
      form(`a long ${name}`, `${name}=${filled('9')}`),
      form(`${name} again and again`, filled(`${name}=1&`)),
    ],
  ),
  form('many names', filled('a=1&')),
  form('everything, whole', 'per_page=500&full=true'),
  { title: 'a long name on the plain page', path: '/plain', type: FORM, body: filled('postcode=') },
  table('a wide header', `postcode,need${',x'.repeat(32_000)}\n`),
  table('short rows', `postcode,need\n${filled('a\n')}`),
  table(
    'short rows below a wide header',
    `postcode,need${',x'.repeat(990)}\n${'a\n'.repeat(9000)}`,
  ),
  table('a quote that never closes', `postcode,need\n"${filled('"')}`),
  table('empty rows', `postcode,need\n${filled('\n')}`),
  lines('lines of nothing', filled('\n')),
  lines('lines of little', filled('x\n')),
  lines('a deep line', `${'['.repeat(60_000)}\n`),
  lines('a deep object', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}\n`),
];

function filled(piece: string): string {
  return piece.repeat(Math.floor(FULL / piece.length));
}

function form(title: string, body: string): HostileForm {
  return { title, path: '/oruk/services', type: FORM, body };
}

function table(title: string, body: string): HostileForm {
  return { title: `a table: ${title}`, path: '/referrals', type: CSV, body };
}

function lines(title: string, body: string): HostileForm {
  return { title: `NDJSON: ${title}`, path: '/referrals', type: NDJSON, body };
}
