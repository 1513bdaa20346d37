import { describe, expect, test } from 'vitest';

import { readEmbeddedPack } from '../../geodata/embedded/read.ts';
import { serve } from '../server/served.ts';
import { fourSquares, shapes } from '../worlds/four-squares.ts';
import { openWorld } from '../worlds/open.ts';
import { faultsIn, fhirSchema } from './fhir-schema.ts';

const drawn = `http://127.0.0.1:${await serve(await openWorld(fourSquares))}/fhir`;
const embedded = `http://127.0.0.1:${await serve(await openWorld(readEmbeddedPack()))}/fhir`;

type Resource = Readonly<Record<string, unknown>> & {
  readonly resourceType: string;
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
};
type Bundle = {
  readonly total: number;
  readonly link: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly { readonly fullUrl: string; readonly resource: Resource }[];
};

async function get<Body>(address: string): Promise<Body> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/fhir+json; charset=utf-8');
  return (await response.json()) as Body;
}

function linked({ link }: Bundle, relation: string): string | undefined {
  return link.find((each) => each.relation === relation)?.url;
}

/** By following `next`. */
async function everyPage(address: string): Promise<Bundle[]> {
  const pages: Bundle[] = [];
  for (let next: string | undefined = address; next !== undefined;) {
    const page: Bundle = await get(next);
    pages.push(page);
    next = linked(page, 'next');
  }
  return pages;
}

async function found(search: string, base = drawn): Promise<Resource[]> {
  const pages = await everyPage(`${base}/${search}`);
  return pages.flatMap(({ entry = [] }) => entry.map(({ resource }) => resource));
}

async function names(search: string): Promise<string[]> {
  return (await found(search)).map(({ name }) => name);
}

const TYPES = ['Organization', 'HealthcareService', 'Location', 'OrganizationAffiliation'];

describe('against the official schema of FHIR R4', () => {
  const bundle = fhirSchema('Bundle');

  test.each(TYPES)('every page of %s is valid, and together they hold each once', async (type) => {
    for (const base of [drawn, embedded]) {
      const pages = await everyPage(`${base}/${type}?_count=60`);
      for (const page of pages) expect(faultsIn(bundle, page)).toEqual([]);
      const ids = pages.flatMap(({ entry = [] }) => entry.map(({ resource }) => resource.id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(pages.map(({ total }) => total)).toEqual(pages.map(() => ids.length));
      expect(ids.length).toBeGreaterThan(0);
    }
  });

  test.each(TYPES)('every %s read by its address is valid, and the same resource', async (type) => {
    const validate = fhirSchema(type);
    for (const { entry = [] } of await everyPage(`${embedded}/${type}?_count=200`))
      for (const { fullUrl, resource } of entry) {
        const read = await get<Resource>(fullUrl);
        expect(faultsIn(validate, read)).toEqual([]);
        expect(read).toMatchObject({ resourceType: type, id: resource.id });
      }
  });

  test('the capability statement is valid', async () => {
    const statement = await get<Resource>(`${embedded}/metadata`);
    expect(statement).toMatchObject({ fhirVersion: '4.0.1', kind: 'instance' });
    // The schema is of 4.0.0, so it does not yet know the number of its own correction.
    const asBefore = { ...statement, fhirVersion: '4.0.0' };
    expect(faultsIn(fhirSchema('CapabilityStatement'), asBefore)).toEqual([]);
  });

  test('a resource with an element FHIR does not have is found out', () => {
    const faults = faultsIn(fhirSchema('Organization'), {
      resourceType: 'Organization',
      nom: 'x',
    });
    expect(faults).toEqual([' must NOT have additional properties']);
  });
});

test('every reference leads to a resource', async () => {
  const all = (
    await Promise.all(TYPES.map((type) => found(`${type}?_count=500`, embedded)))
  ).flat();
  const there = new Set(all.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const references = JSON.stringify(all).matchAll(/"reference":"([^"]+)"/g);
  const named = [...references].map(([, reference = '']) => reference);
  expect(named.length).toBeGreaterThan(there.size);
  expect(named.filter((reference) => !there.has(reference))).toEqual([]);
});

test('every search parameter the capability statement names is heeded', async () => {
  const { rest } = await get<{
    rest: { resource: { type: string; searchParam: { name: string; type: string }[] }[] }[];
  }>(`${embedded}/metadata`);
  const resources = rest[0]?.resource ?? [];
  expect(resources.map(({ type }) => type).sort()).toEqual([...TYPES].sort());
  for (const { type, searchParam } of resources)
    for (const parameter of searchParam) {
      const value = parameter.type === 'date' ? 'lt1900-01-01' : 'no-such-thing';
      const { total } = await get<Bundle>(`${embedded}/${type}?${parameter.name}=${value}`);
      expect([type, parameter.name, total]).toEqual([type, parameter.name, 0]);
    }
});

describe('Organization', () => {
  test('has the codes of UK Core, each in its own system', async () => {
    const [organization] = await found(
      'Organization?name=Hampshire&active=true&type=upper-tier',
      embedded,
    );
    expect(organization).toMatchObject({
      name: 'Hampshire',
      identifier: [
        { system: 'http://statistics.data.gov.uk/id/statistical-geography', value: 'E10000014' },
      ],
    });
    const bodies = await found(
      'Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|5QC',
      embedded,
    );
    expect(bodies).toMatchObject([
      { active: false, name: expect.stringMatching(/Hampshire/) as string },
    ]);
  });

  test('is one body however many kinds of ground it has', async () => {
    const [city, ...others] = await found('Organization?identifier=E06000044', embedded);
    expect(others).toEqual([]);
    expect(city?.['type']).toMatchObject([
      { coding: [{ code: 'district' }] },
      { coding: [{ code: 'upper-tier' }] },
    ]);
  });

  test('that is part of another says which', async () => {
    const [frimley] = await found('Organization?identifier=D4U1Y', embedded);
    const [board] = await found('Organization?identifier=QNQ', embedded);
    expect(frimley?.['partOf']).toMatchObject({ reference: `Organization/${board?.id ?? ''}` });
  });

  test('outlives its ground: an ODS code is one body though its GSS code changed', async () => {
    const [board, ...others] = await found('Organization?identifier=QRL', embedded);
    expect([board?.active, others.length]).toEqual([true, 0]);
    expect(await found(`Location?organization=${board?.id ?? ''}`, embedded)).toHaveLength(2);
  });

  test.each([
    ['name=north', ['North PCT']],
    ['name:contains=PCT&active=false', ['North PCT', 'South PCT']],
    ['name:exact=north pct', []],
    ['name:exact=North PCT', ['North PCT']],
    ['name=north,south', ['North PCT', 'South PCT']],
    ['name:contains=district&name=west', ['West District']],
    ['identifier=B', ['Board ICB']],
    ['identifier=https://fhir.nhs.uk/Id/ods-organization-code|B', ['Board ICB']],
    ['identifier=http://statistics.data.gov.uk/id/statistical-geography|B', []],
    [
      'identifier=http://statistics.data.gov.uk/id/statistical-geography|',
      ['East District', 'The County', 'West District'],
    ],
  ])('found by %s', async (search, expected) => {
    expect((await names(`Organization?${search}`)).sort()).toEqual(expected);
  });
});

describe('HealthcareService', () => {
  test('says who runs it, when it is open, how to reach it and where it answers', async () => {
    const [service] = await found('HealthcareService?name=west-housing');
    expect(service).toMatchObject({
      active: true,
      providedBy: { display: 'Drawn' },
      category: [{ coding: [{ code: 'HOUSING' }], text: 'Housing' }],
      type: [{ coding: [{ code: 'homelessness' }], text: 'Homelessness' }],
      telecom: [{ system: 'phone', value: '01632 960000', rank: 1 }],
      coverageArea: [{ display: 'West District' }],
      availableTime: [
        {
          daysOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri'],
          availableStartTime: '09:00:00',
          availableEndTime: '17:00:00',
        },
      ],
    });
    expect(service?.['notAvailable']).toEqual(
      expect.arrayContaining([
        {
          description: 'Christmas Day',
          during: {
            start: expect.stringMatching(/-12-25$/) as string,
            end: expect.stringMatching(/-12-25$/) as string,
          },
        },
      ]),
    );
  });

  test('warns of invented numbers', async () => {
    for (const service of await found('HealthcareService?_count=500', embedded))
      expect(service['extraDetails']).toMatch(/demonstration/i);
  });

  test('found by the area it covers, whole: ground common to two areas is less than either', async () => {
    const [district] = await found('Location?name=West District');
    expect(
      (await names(`HealthcareService?coverage-area=Location/${district?.id ?? ''}`)).sort(),
    ).toEqual(['oldest-therapy', 'west-housing', 'west-local-care']);
    const all = await found('HealthcareService?_count=500', embedded);
    const common = all.flatMap(({ coverageArea }) =>
      (coverageArea as { reference?: string; display: string }[]).filter(({ display }) =>
        display.includes(' within '),
      ),
    );
    expect(common.length).toBeGreaterThan(0);
    expect(common.filter(({ reference }) => reference !== undefined)).toEqual([]);
  });

  test.each([
    ['service-category=HOUSING', ['east-housing', 'west-housing']],
    ['service-type=homelessness&name=west', ['west-housing']],
    ['active=false', ['north-mental-health', 'south-mental-health']],
    ['_lastUpdated=ge2026-11-21&name=west-h', ['west-housing']],
    ['_lastUpdated=gt2026-11-21&name=west-h', []],
    ['_lastUpdated=2026-11&name=west-h', ['west-housing']],
    ['_lastUpdated=lt2026-11-21T13:00:00%2B01:00', []],
  ])('found by %s', async (search, expected) => {
    expect((await names(`HealthcareService?${search}`)).sort()).toEqual(expected);
  });

  test('found by the organisation that runs it, named in any of three ways', async () => {
    const [organization] = await found('Organization?name=Drawn');
    const id = organization?.id ?? '';
    for (const name of [id, `Organization/${id}`, `${drawn}/Organization/${id}`])
      expect(
        await names(`HealthcareService?organization=${encodeURIComponent(name)}`),
      ).toHaveLength(fourSquares.teams.length);
  });
});

describe('Location', () => {
  const BOUNDARY = 'http://hl7.org/fhir/StructureDefinition/location-boundary-geojson';
  type Attachment = { contentType: string; data?: string; url?: string; size?: number };
  const boundaryOf = (location: Resource | undefined): Attachment | undefined =>
    (location?.['extension'] as { url: string; valueAttachment: Attachment }[] | undefined)?.find(
      ({ url }) => url === BOUNDARY,
    )?.valueAttachment;

  test('read by its id carries its line; in a list, where the line is', async () => {
    const [district] = await found('Location?name=West District');
    expect(boundaryOf(district)?.url).toBe(
      `${drawn.replace('/fhir', '')}/geojson/areas/W?kind=district&date=2002-04-01`,
    );
    const read = await get<Resource>(`${drawn}/Location/${district?.id ?? ''}`);
    const { contentType, data = '', size } = boundaryOf(read) ?? { contentType: '' };
    expect(contentType).toBe('application/geo+json');
    expect(JSON.parse(Buffer.from(data, 'base64').toString())).toEqual(shapes[0]);
    expect(size).toBe(Buffer.from(data, 'base64').length);
  });

  test.each([
    ['status=inactive', ['North PCT', 'South PCT']],
    ['type=icb', ['Board ICB']],
    ['identifier=W', ['West District']],
  ])('found by %s', async (search, expected) => {
    expect((await names(`Location?${search}`)).sort()).toEqual(expected);
  });

  test('is a jurisdiction, of the body whose ground it is', async () => {
    const [north] = await found('Location?name=North');
    const [body] = await found('Organization?name=North');
    expect(north).toMatchObject({
      status: 'inactive',
      physicalType: { coding: [{ code: 'jdn' }] },
      managingOrganization: { reference: `Organization/${body?.id ?? ''}` },
    });
    expect(await names(`Location?organization=${body?.id ?? ''}`)).toEqual(['North PCT']);
  });
});

describe('OrganizationAffiliation', () => {
  test('is an arrangement between two bodies, without its number: that is for partners', async () => {
    const all = await found('OrganizationAffiliation?role=partnership-manager', embedded);
    const ofNewForest = all.find(({ participatingOrganization: other }) =>
      JSON.stringify(other).includes('New Forest PCT'),
    );
    expect(ofNewForest).toMatchObject({
      active: false,
      period: { start: '2002-04-01', end: '2006-09-30' },
      organization: { display: 'Hampshire' },
    });
    expect(JSON.stringify(all)).not.toMatch(/telecom|01632/);
  });

  test.each([
    ['date=ge2013-04-01', 0],
    ['date=lt2003', 1],
    ['active=true', 0],
    ['role=section-75', 0],
  ])('found by %s: %i', async (search, count) => {
    expect(await found(`OrganizationAffiliation?${search}`)).toHaveLength(count);
  });
});

describe('a search', () => {
  test('links to itself and the pages round it', async () => {
    const second = await get<Bundle>(`${drawn}/HealthcareService?active=true&_count=4&page=2`);
    expect(second.link.map(({ relation }) => relation)).toEqual([
      'self',
      'first',
      'previous',
      'next',
      'last',
    ]);
    expect(linked(second, 'self')).toBe(`${drawn}/HealthcareService?active=true&_count=4&page=2`);
    expect(linked(second, 'first')).toBe(`${drawn}/HealthcareService?active=true&_count=4`);
    expect(second.entry).toHaveLength(4);
  });

  test('with _count=0 only counts; beyond 500 gives 500', async () => {
    const counted = await get<Bundle>(`${drawn}/Location?_count=0`);
    expect(counted.total).toBe(fourSquares.areas.length);
    expect(counted.entry).toBeUndefined();
    expect(linked(await get(`${drawn}/Location?_count=900`), 'self')).toMatch(/_count=500/);
  });

  test('can be sent as a form', async () => {
    const response = await fetch(`${drawn}/Organization/_search`, {
      method: 'POST',
      body: new URLSearchParams({ name: 'north' }),
    });
    expect(((await response.json()) as Bundle).total).toBe(1);
  });

  test('takes what would change nothing of it', async () => {
    const plain = await get<Bundle>(`${drawn}/Organization?name=north`);
    expect(await get(`${drawn}/Organization?name=north&_total=accurate&_pretty=true`)).toEqual(
      plain,
    );
  });

  test('passes over what it does not know only for a client that asks for leniency', async () => {
    const headers = { prefer: 'handling=lenient' };
    const response = await fetch(`${drawn}/Organization?name=north&phonetic=x`, { headers });
    const lenient = (await response.json()) as Bundle;
    expect(lenient.total).toBe(1);
    expect(linked(lenient, 'self')).not.toMatch(/phonetic/);
  });
});

describe('what cannot be asked is an OperationOutcome', () => {
  const validate = fhirSchema('OperationOutcome');
  test.each([
    ['/Organization?phonetic=x', 400, 'invalid', /search parameter of Organization/],
    ['/Organization?name:missing=true', 400, 'invalid', /:exact or :contains/],
    ['/Location?status:not=active', 400, 'invalid', /without a modifier/],
    ['/Location?_count=many', 400, 'invalid', /_count as a whole number/],
    ['/Location?_lastUpdated=soon', 400, 'invalid', /such as ge2026-04-01/],
    ['/Location?_lastUpdated=2026-13-01', 400, 'invalid', /such as ge2026-04-01/],
    ['/Location?_format=xml', 406, 'not-supported', /only JSON/],
    ['/Patient', 404, 'not-found', /nothing at this address/],
    ['/Organization/none', 404, 'not-found', /no Organization with that id/],
    ['/Organization/none/_history', 404, 'not-found', /nothing at this address/],
    ['/%E0%A4%A', 404, 'not-found', /nothing at this address/],
    ['', 404, 'not-found', /nothing at this address/],
  ])('%s: %i %s', async (path, status, code, sentence) => {
    const response = await fetch(drawn + path);
    expect(response.status).toBe(status);
    const outcome: unknown = await response.json();
    expect(faultsIn(validate, outcome)).toEqual([]);
    expect(outcome).toMatchObject({
      issue: [{ severity: 'error', code, diagnostics: expect.stringMatching(sentence) as string }],
    });
  });

  test.each([
    ['application/fhir+xml', 406],
    ['text/turtle, application/fhir+xml;q=0.9', 406],
    ['application/fhir+xml, application/fhir+json;q=0.5', 200],
    ['application/fhir+json; fhirVersion=4.0', 200],
    ['application/json', 200],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 200],
  ])('to who takes %s is %i', async (accept, status) => {
    const response = await fetch(`${drawn}/metadata`, { headers: { accept } });
    expect(response.status).toBe(status);
    if (status !== 200) expect(faultsIn(validate, await response.json())).toEqual([]);
    const formatted = await fetch(`${drawn}/metadata?_format=json`, { headers: { accept } });
    expect(formatted.status).toBe(200);
  });

  test.each([
    ['POST', '/Organization', 405],
    ['PUT', '/Organization/x', 405],
    ['DELETE', '/Organization/x', 405],
  ])('%s %s is %i: nothing is written by this address', async (method, path, status) => {
    const response = await fetch(drawn + path, { method });
    expect(response.status).toBe(status);
    expect(faultsIn(validate, await response.json())).toEqual([]);
  });
});

test('an unchanged answer is not sent again', async () => {
  const address = `${drawn}/Organization?name=north`;
  const etag = (await fetch(address)).headers.get('etag') ?? '';
  const again = await fetch(address, { headers: { 'if-none-match': etag } });
  expect([etag.slice(0, 2), again.status]).toEqual(['W/', 304]);
});
