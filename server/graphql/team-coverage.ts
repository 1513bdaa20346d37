import type { LocalDate } from '../domain/calendar.ts';
import type { Cover, CoverCounts } from '../domain/cover.ts';
import type { Gap, GAP_CAUSES } from '../domain/gap.ts';
import type { Need, NotOffered } from '../domain/need.ts';
import type { COVERAGES, CoveragePart, CoveredGround } from '../domain/team-coverage.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import type { Outline } from '../questions/cover.ts';
import { AreaType, drawn, rounded } from './area.ts';
import { builder } from './builder.ts';
import { type Context, dayAsked } from './context.ts';
import { AgeBandType, NeedType, SectorType } from './need.ts';
import { ReleaseType } from './release.ts';
import { TeamType } from './team.ts';

const CoverageType = builder.enumType('Coverage', {
  description: 'How many teams answer for the same people.',
  values: {
    GAP: { description: 'None is recorded.' },
    SEVERAL: { description: 'Two or more.' },
    NOT_OFFERED: { description: 'Nobody, and a record says so and what to do instead.' },
    ONE: { description: 'One.' },
  } satisfies Record<(typeof COVERAGES)[number], object>,
});

const GapCauseType = builder.enumType('GapCause', {
  description: 'What the directory says of ground where no team answers.',
  values: {
    OTHER_AGES: { description: 'Teams answer here, for people of other ages.' },
    LINES_MOVED: { description: 'Teams name areas of this ground that are not in force that day.' },
    NOT_YET: { description: 'Teams of this ground begin later.' },
    ENDED: { description: 'Teams of this ground have ended.' },
    ELSEWHERE: { description: 'Teams answer elsewhere only.' },
    NOBODY: { description: 'No team answers anywhere that day.' },
  } satisfies Record<(typeof GAP_CAUSES)[number], object>,
});

const GapType = builder.objectRef<Gap>('Gap').implement({
  description: 'Why no team answers.',
  fields: (t) => ({
    cause: t.field({ type: GapCauseType, description: 'In a word.', resolve: (gap) => gap.cause }),
    teams: t.field({
      type: [TeamType],
      description: 'The teams it is about; none where they are elsewhere, or nowhere.',
      resolve: ({ teams }) => [...teams],
    }),
  }),
});

const NotOfferedType = builder.objectRef<NotOffered>('NotOffered').implement({
  description: 'A record that nobody offers the need on some ground.',
  fields: (t) => ({
    because: t.exposeString('because', { description: 'Why.' }),
    instead: t.exposeString('instead', { description: 'What to do instead.' }),
  }),
});

type CoveragePiece = CoveragePart & Pick<Cover, 'gapOf'> & { readonly on: CoveredGround };

const CoveragePieceType = builder.objectRef<CoveragePiece>('CoveragePiece').implement({
  description: 'People of one age band on one piece of ground, and who answers for one sector.',
  fields: (t) => ({
    key: t.string({
      description: 'Of its ground: the same as that of the ground on the map.',
      resolve: ({ on }) => keyOf(on),
    }),
    ground: t.field({
      type: [AreaType],
      description: 'The areas in force it lies in.',
      resolve: ({ on }) => [...on.ground],
    }),
    sector: t.field({
      type: SectorType,
      description: 'The sector of the need.',
      resolve: ({ sector }) => sector,
    }),
    ages: t.field({
      type: AgeBandType,
      description: 'Whom it is about.',
      resolve: ({ ages }) => ages,
    }),
    coverage: t.field({
      type: CoverageType,
      description: 'None, one or several.',
      resolve: ({ coverage }) => coverage,
    }),
    teams: t.field({
      type: [TeamType],
      description: 'Who answers.',
      resolve: ({ teams }) => [...teams],
    }),
    body: t.field({
      type: AreaType,
      nullable: true,
      description: 'Responsible by the rule of the sector; null where no such body is known.',
      resolve: ({ body }) => body,
    }),
    gap: t.field({
      type: GapType,
      nullable: true,
      description: 'Why no team answers; null where one does, or none is offered.',
      resolve: ({ gapOf, on, ...part }) => gapOf(on, part),
    }),
    notOffered: t.field({
      type: NotOfferedType,
      nullable: true,
      description: 'The record that nobody offers it here.',
      resolve: ({ notOffered }) => notOffered,
    }),
    postcodes: t.int({ description: 'Postcodes there.', resolve: ({ on }) => on.postcodes }),
    residents: t.int({
      nullable: true,
      description: 'Usual residents of all ages, shared out by postcodes; null where not counted.',
      resolve: ({ on }) => rounded(on.residents),
    }),
  }),
});

const CoverCountsType = builder.objectRef<CoverCounts>('CoverCounts').implement({
  description: 'Ground that is covered in one way.',
  fields: (t) => ({
    grounds: t.exposeInt('grounds', { description: 'Pieces of ground, each once.' }),
    postcodes: t.exposeInt('postcodes', { description: 'Postcodes there.' }),
    residents: t.int({
      nullable: true,
      description: 'Usual residents of all ages; null where some were not counted.',
      resolve: ({ residents }) => rounded(residents),
    }),
  }),
});

type DrawnGround = CoveredGround & { readonly outline: Outline };

const CoverGroundType = builder.objectRef<DrawnGround>('CoverGround').implement({
  description: 'A piece of ground that the areas of the day tell apart.',
  fields: (t) => ({
    key: t.string({ description: 'Of it alone, in this answer.', resolve: keyOf }),
    areas: t.field({
      type: [AreaType],
      description: 'The areas in force it lies in.',
      resolve: ({ ground }) => [...ground],
    }),
    coverage: t.field({
      type: CoverageType,
      description: 'The worst for any sector and age: a gap, several teams, not offered, one.',
      resolve: ({ coverage }) => coverage,
    }),
    isWhole: t.boolean({
      description: 'Whether `boundary` is more than the ground: the whole of the one area known.',
      resolve: ({ outline }) => outline.isWhole,
    }),
    boundary: t.field({
      type: 'GeoJSON',
      nullable: true,
      description: 'The ground its district and NHS body share, for drawing only.',
      args: { maxPoints: t.arg.int({ description: 'Simplify to about this many points.' }) },
      resolve: async ({ outline }, { maxPoints }) => drawn(await outline.shape(), maxPoints),
    }),
  }),
});

type CoverOnDay = Cover & { readonly on: LocalDate };

const CoverType = builder.objectRef<CoverOnDay>('Cover').implement({
  description: 'Where one need has no team, one or several on a day, and for how many people.',
  fields: (t) => ({
    need: t.field({
      type: NeedType,
      description: 'The need, with the rules of that day.',
      resolve: ({ need }) => need,
    }),
    asAt: t.field({ type: 'Date', description: 'The day.', resolve: ({ on }) => on }),
    isRuled: t.boolean({
      description:
        'Whether any rule is recorded that says who answers that day: if not, nothing is known.',
      resolve: ({ need }) => need.sectors.length > 0,
    }),
    gap: t.field({
      type: CoverCountsType,
      description: 'Where no team is recorded for some of the people.',
      resolve: ({ counts }) => counts.GAP,
    }),
    several: t.field({
      type: CoverCountsType,
      description: 'Where two teams or more answer for some of the people.',
      resolve: ({ counts }) => counts.SEVERAL,
    }),
    notOffered: t.field({
      type: CoverCountsType,
      description: 'Where a record says that nobody offers it.',
      resolve: ({ counts }) => counts.NOT_OFFERED,
    }),
    one: t.field({
      type: CoverCountsType,
      description: 'Where one team answers, for every sector and age.',
      resolve: ({ counts }) => counts.ONE,
    }),
    pieces: t.field({
      type: [CoveragePieceType],
      description: 'Ground by ground, sector by sector, age band by age band.',
      args: { coverage: t.arg({ type: [CoverageType], description: 'Only these.' }) },
      resolve: (each, { coverage }) => piecesOf(each, coverage),
    }),
    grounds: t.field({
      type: [CoverGroundType],
      description: 'Every piece of ground, for a map.',
      resolve: ({ grounds, on }, _args, { questions }) => {
        const outlineOf = questions.outlinesOn(on);
        return grounds.map((each) => ({ ...each, outline: outlineOf(each.ground) }));
      },
    }),
    release: t.field({
      type: ReleaseType,
      description: 'The data behind it.',
      resolve: (_parent, _args, { questions }) => questions.atlas.release,
    }),
  }),
});

function keyOf({ ground }: CoveredGround): string {
  return ground.map(({ set, code }) => `${set.kind}:${code}`).join(' ');
}

function piecesOf(
  { grounds, gapOf }: Cover,
  only: readonly (typeof COVERAGES)[number][] | null | undefined,
): CoveragePiece[] {
  return grounds
    .flatMap((on) => on.parts.map((part) => ({ ...part, on, gapOf })))
    .filter(({ coverage }) => !only || only.includes(coverage));
}

async function coverAsked(
  id: string,
  asAt: LocalDate | null | undefined,
  context: Context,
): Promise<CoverOnDay> {
  const { questions } = context;
  const need = questions.atlas.needs.find((each) => each.id === id);
  if (!need) throw new AskingFault('Wanted the id of a need: ask for needs { id }.');
  const [found] = await coversAsked([need], asAt, context);
  if (!found) throw new Error('Cover: wanted one for one need');
  return found;
}

async function coversAsked(
  needs: readonly Need[],
  asAt: LocalDate | null | undefined,
  context: Context,
): Promise<CoverOnDay[]> {
  const on = dayAsked(asAt, context);
  return (await context.questions.cover(needs, on)).map((each) => ({ ...each, on }));
}

builder.queryFields((t) => ({
  cover: t.field({
    type: CoverType,
    description: 'Gaps and double cover of one need on a day.',
    args: {
      need: t.arg.string({ required: true, description: 'Id of the need.' }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
    },
    resolve: (_root, { need, asAt }, context) => coverAsked(need, asAt, context),
  }),
  coverByNeed: t.field({
    type: [CoverType],
    description: 'Gaps and double cover of every need on a day, by name.',
    args: { asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }) },
    resolve: async (_root, { asAt }, context) => {
      const needs = context.questions.atlas.needs.toSorted((a, b) => (a.name < b.name ? -1 : 1));
      return coversAsked(needs, asAt, context);
    },
  }),
  teamCoverage: t.field({
    type: [CoveragePieceType],
    description: 'For a need and a day: where no team answers, where one does, where several do.',
    args: {
      need: t.arg.string({ required: true, description: 'Id of the need.' }),
      asAt: t.arg({ type: 'Date', description: 'Today in London if left out.' }),
      coverage: t.arg({ type: [CoverageType], description: 'Only these.' }),
    },
    resolve: async (_root, { need, asAt, coverage }, context) =>
      piecesOf(await coverAsked(need, asAt, context), coverage),
  }),
}));
