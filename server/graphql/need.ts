import { type AgeBand, type Need, type SectorRule, type Sector } from '../domain/need.ts';
import { builder } from './builder.ts';

export const SectorType = builder.enumType('Sector', {
  description: 'Which part of the system answers.',
  values: {
    HEALTH: { description: 'The NHS.' },
    SOCIAL_CARE: { description: 'The county or unitary council.' },
    HOUSING: { description: 'The district or unitary council.' },
  } satisfies Record<Sector, object>,
});

export const AgeBandType = builder.objectRef<AgeBand>('AgeBand').implement({
  description: 'Years, both ends included; null is open.',
  fields: (t) => ({
    from: t.exposeInt('from', { nullable: true, description: 'Youngest.' }),
    to: t.exposeInt('to', { nullable: true, description: 'Oldest.' }),
  }),
});

const SectorRuleType = builder.objectRef<SectorRule>('SectorRule').implement({
  description: 'Which rule says what body of a sector is responsible.',
  fields: (t) => ({
    sector: t.field({
      type: SectorType,
      description: 'The sector.',
      resolve: ({ sector }) => sector,
    }),
    rule: t.exposeString('rule', { description: 'Name of the rule.' }),
    source: t.string({
      description: 'Act or guidance, with its section.',
      resolve: ({ source }) => source,
    }),
    link: t.exposeString('link', { nullable: true, description: 'Where it can be read.' }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of the rule.',
      resolve: ({ period }) => period.from,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after its last.',
      resolve: ({ period }) => period.to,
    }),
  }),
});

export const NeedType = builder.objectRef<Need>('Need').implement({
  description: 'What a person needs.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Name it by this.' }),
    name: t.exposeString('name', { description: 'For people.' }),
    description: t.exposeString('description', { description: 'One plain sentence.' }),
    urgent: t.exposeBoolean('urgent', { description: 'Answers carry a contact that answers now.' }),
    ages: t.field({
      type: AgeBandType,
      description: 'Whom it is for.',
      resolve: ({ ages }) => ages,
    }),
    sectors: t.field({
      type: [SectorRuleType],
      description: 'Who answers, by which rule.',
      resolve: ({ sectors }) => [...sectors],
    }),
  }),
});

builder.queryField('needs', (t) =>
  t.field({
    type: [NeedType],
    description: 'Every need this release knows, by name.',
    resolve: (_root, _args, { questions }) =>
      [...questions.atlas.needs].sort((a, b) => (a.name < b.name ? -1 : 1)),
  }),
);
