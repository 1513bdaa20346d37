import type { Resource } from './resource.ts';
import type { Fields, Telling } from './telling.ts';

/** What this server can be asked in FHIR. */
export function capabilityStatement(resources: readonly Resource[], telling: Telling): Fields {
  const { release } = telling.atlas;
  return {
    resourceType: 'CapabilityStatement',
    id: 'coterminosity',
    name: 'Coterminosity',
    title: 'Who is responsible where: bodies, areas, teams and arrangements',
    status: 'active',
    date: new Date(release.loadedAt).toISOString(),
    kind: 'instance',
    software: { name: 'Coterminosity' },
    implementation: {
      description:
        `Release ${release.id}, covering ${release.coverage.name}. ${release.notices.join(' ')}`.trim(),
      url: telling.base,
    },
    fhirVersion: '4.0.1',
    format: ['json', 'application/fhir+json'],
    rest: [
      {
        mode: 'server',
        documentation:
          'Read and search only. For a referral ask GraphQL: a postcode never goes into an address.',
        resource: resources.map(({ type, parameters }) => ({
          type,
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          versioning: 'no-version',
          conditionalRead: 'not-match',
          searchParam: parameters.map(({ name, type: each, documentation }) => ({
            name,
            type: each,
            documentation,
          })),
        })),
      },
    ],
  };
}
