import type { Area } from '../../domain/area.ts';
import type { Arrangement, ArrangementType } from '../../domain/arrangement.ts';
import { holds } from '../../domain/calendar.ts';
import { areaNamed } from '../area-named.ts';
import { uuidOf } from '../uuid.ts';
import { bodyId } from './bodies.ts';
import { locationId } from './location.ts';
import { resource } from './resource.ts';
import { type Fields, metaOf, SYSTEMS, type Telling, writePeriod } from './telling.ts';
import { byActive } from './usual-parameters.ts';

/** An arrangement between the first body of a piece of its ground and one other. */
type Affiliation = {
  readonly arrangement: Arrangement;
  readonly one: Area;
  /** Absent where the arrangement names one body alone. */
  readonly other: Area | undefined;
};

/** Partnership facts: managers, section 31 and 75 agreements, sharing agreements. */
export const ORGANIZATION_AFFILIATION = resource<Affiliation>({
  type: 'OrganizationAffiliation',
  all: affiliations,
  idOf: ({ arrangement, one, other }) =>
    uuidOf('arrangement', arrangement.id, bodyId(one), other ? bodyId(other) : ''),
  lifeOf: ({ arrangement }) => arrangement.period,
  write,
  parameters: [
    byActive('true while the arrangement holds.', ({ arrangement }, telling) =>
      isActive(arrangement, telling),
    ),
    {
      name: 'date',
      type: 'date',
      documentation: 'The period of the arrangement.',
      of: ({ arrangement: { period } }) => [
        {
          from: period.from === null ? -Infinity : Date.parse(period.from),
          to: period.to === null ? Infinity : Date.parse(period.to),
        },
      ],
    },
    {
      name: 'primary-organization',
      type: 'reference',
      documentation: 'The first body.',
      of: ({ one }) => [`Organization/${bodyId(one)}`],
    },
    {
      name: 'participating-organization',
      type: 'reference',
      documentation: 'The other body.',
      of: ({ other }) => (other ? [`Organization/${bodyId(other)}`] : []),
    },
    {
      name: 'role',
      type: 'token',
      documentation: 'partnership-manager, section-31, section-75 or sharing-agreement.',
      of: ({ arrangement }) => [{ system: SYSTEMS.arrangement, code: arrangement.type }],
    },
  ],
});

/** Bodies are named as they were when the arrangement began. */
function affiliations({ atlas, today }: Telling): Affiliation[] {
  return atlas.arrangements.flatMap((arrangement) =>
    arrangement.covers.flatMap((term): Affiliation[] => {
      const [one, ...others] = term
        .map((each) => areaNamed(each, atlas, arrangement.period.from ?? today))
        .filter((area) => area !== undefined);
      if (!one) return [];
      return others.length > 0
        ? others.map((other) => ({ arrangement, one, other }))
        : [{ arrangement, one, other: undefined }];
    }),
  );
}

const TYPE_NAMES: Readonly<Record<ArrangementType, string>> = {
  'partnership-manager': 'Partnership manager',
  'section-31': 'Agreement under section 31 of the Health Act 1999',
  'section-75': 'Agreement under section 75 of the National Health Service Act 2006',
  'sharing-agreement': 'Information sharing agreement',
};

function isActive({ period }: Arrangement, { today }: Telling): boolean {
  return holds(period, today);
}

function write({ arrangement, one, other }: Affiliation, telling: Telling): Fields {
  const { type, name, period } = arrangement;
  return {
    resourceType: 'OrganizationAffiliation',
    id: uuidOf('arrangement', arrangement.id, bodyId(one), other ? bodyId(other) : ''),
    meta: metaOf(period, telling),
    active: isActive(arrangement, telling),
    ...((period.from ?? period.to) !== null && { period: writePeriod(period) }),
    organization: { reference: `Organization/${bodyId(one)}`, display: one.name },
    ...(other && {
      participatingOrganization: {
        reference: `Organization/${bodyId(other)}`,
        display: other.name,
      },
    }),
    code: [
      {
        coding: [{ system: SYSTEMS.arrangement, code: type, display: TYPE_NAMES[type] }],
        text: name,
      },
    ],
    location: [one, ...(other ? [other] : [])].map((area) => ({
      reference: `Location/${locationId(area)}`,
      display: area.name,
    })),
  };
}
