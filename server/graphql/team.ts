import type { AreaRef, CoverageTerm } from '../domain/coverage.ts';
import type { ArrangementHere } from '../domain/arrangement.ts';
import { type Contact, STALE_AFTER_DAYS, type Team } from '../domain/team.ts';
import { type Area, hasCode } from '../domain/area.ts';
import { holds } from '../domain/calendar.ts';
import type { TeamOffer } from '../domain/team-offer.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import { builder } from './builder.ts';
import { dayAsked } from './context.ts';
import { AgeBandType, SectorType } from './need.ts';

const ContactType = builder.objectRef<Contact>('Contact').implement({
  description: 'A desk or role, never a named person.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'Who answers.' }),
    phone: t.exposeString('phone', { description: 'As it is dialled in the UK.' }),
    email: t.exposeString('email', { nullable: true, description: 'A shared mailbox.' }),
    url: t.exposeString('url', { nullable: true, description: 'A page about it.' }),
  }),
});

const AreaRefType = builder.objectRef<AreaRef>('AreaRef').implement({
  description: 'An area by kind and any of its codes.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'Kind of boundary.' }),
    code: t.exposeString('code', { description: 'GSS, ODS or publisher’s code.' }),
  }),
});

const CoverageTermType = builder.objectRef<CoverageTerm>('CoverageTerm').implement({
  description: 'Ground that lies in all of these areas at once.',
  fields: (t) => ({
    within: t.field({
      type: [AreaRefType],
      description: 'The areas.',
      resolve: (term) => [...term],
    }),
  }),
});

export const TeamType = builder.objectRef<Team>('Team').implement({
  description:
    'Who answers a need. Its coverage is its own record, never derived from a council or an ICB.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Stays the same from release to release.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    organisation: t.exposeString('organisation', { description: 'Who runs it.' }),
    sectors: t.field({
      type: [SectorType],
      description: 'Several for a joint team.',
      resolve: ({ sectors }) => [...sectors],
    }),
    needs: t.exposeStringList('needs', { description: 'Ids of the needs it answers.' }),
    covers: t.field({
      type: [CoverageTermType],
      description: 'The union of these terms.',
      resolve: ({ covers }) => [...covers],
    }),
    ages: t.field({
      type: AgeBandType,
      description: 'Whom it is for.',
      resolve: ({ ages }) => ages,
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day.',
      resolve: ({ period }) => period.from,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after its last.',
      resolve: ({ period }) => period.to,
    }),
    does: t.exposeString('does', { description: 'What it does.' }),
    doesNot: t.exposeString('doesNot', { description: 'What it does not do, and who does.' }),
    hours: t.exposeString('hoursText', {
      description: 'When the day contact answers, London time.',
    }),
    day: t.field({
      type: ContactType,
      description: 'In opening hours.',
      resolve: ({ day }) => day,
    }),
    outOfHours: t.field({
      type: ContactType,
      nullable: true,
      description: 'When closed; null where nobody answers.',
      resolve: ({ outOfHours }) => outOfHours,
    }),
    sharing: t.exposeString('sharing', {
      description: 'What may be shared with it, and on what basis.',
    }),
    checkedOn: t.field({
      type: 'Date',
      description: 'When this entry was last checked.',
      resolve: ({ checkedOn }) => checkedOn,
    }),
  }),
});

export const TeamOfferType = builder.objectRef<TeamOffer>('TeamOffer').implement({
  description: 'A team that answers, and how to reach it at the moment asked about.',
  fields: (t) => ({
    team: t.field({ type: TeamType, description: 'The team.', resolve: ({ team }) => team }),
    sectors: t.field({
      type: [SectorType],
      description: 'The sectors it answers for here.',
      resolve: ({ sectors }) => [...sectors],
    }),
    openNow: t.exposeBoolean('openNow', { description: 'Whether its day contact answers.' }),
    contactNow: t.field({
      type: ContactType,
      nullable: true,
      description: 'Who answers; null where nobody does.',
      resolve: ({ contactNow }) => contactNow,
    }),
    opensNext: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it opens, if closed.',
      resolve: ({ opensNext }) => opensNext,
    }),
    because: t.exposeString('because', { description: 'Why this team.' }),
    tied: t.exposeBoolean('tied', {
      description: 'True when another team fits as well for the same sector: ring either and ask.',
    }),
    stale: t.exposeBoolean('stale', {
      description: `True when its entry was last checked more than ${STALE_AFTER_DAYS} days before the moment asked about.`,
    }),
  }),
});

export const ArrangementType = builder.objectRef<ArrangementHere>('Arrangement').implement({
  description:
    'A partnership fact recorded on the ground: a partnership manager, a section 75 agreement.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Stays the same from release to release.' }),
    type: t.exposeString('type', {
      description: '`partnership-manager`, `section-31`, `section-75` or `sharing-agreement`.',
    }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    description: t.exposeString('description', { description: 'In plain words.' }),
    contact: t.field({
      type: ContactType,
      nullable: true,
      description: 'Whom to ask.',
      resolve: ({ contact }) => contact,
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day.',
      resolve: ({ period }) => period.from,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after its last.',
      resolve: ({ period }) => period.to,
    }),
    checkedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When this entry was last checked; null where no record says.',
      resolve: ({ checkedOn }) => checkedOn,
    }),
    stale: t.exposeBoolean('stale', {
      description: `True when not checked for ${STALE_AFTER_DAYS} days before the moment asked about.`,
    }),
  }),
});

builder.queryField('teams', (t) =>
  t.field({
    type: [TeamType],
    description: 'Teams of the directory on a day, by name.',
    args: {
      need: t.arg.string({ description: 'Only those that answer this need.' }),
      area: t.arg.string({
        description: 'Only those whose coverage names the area with this code.',
      }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
    },
    resolve: (_root, { need, area, asAt }, context) => {
      const on = dayAsked(asAt, context);
      const { atlas } = context.questions;
      if (need && !atlas.needs.some(({ id }) => id === need))
        throw new AskingFault('Wanted a need this release knows: `needs` lists them.');
      const codes = area ? codesOf(area, atlas.areas) : undefined;
      return context.questions.atlas.teams
        .filter((team) => holds(team.period, on))
        .filter((team) => !need || team.needs.includes(need))
        .filter((team) => !codes || team.covers.flat().some(({ code }) => codes.has(code)))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  }),
);

/** Every code of the areas that bear this one. */
function codesOf(code: string, areas: readonly Area[]): Set<string | null> {
  const same = areas.filter((each) => hasCode(each, code));
  if (same.length === 0) throw new AskingFault('No area of this release has that code.');
  return new Set([code, ...same.flatMap((each) => [each.code, each.gss, each.ods])]);
}
