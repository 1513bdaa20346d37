import { type AskedWhen, holdsUntil } from '../domain/holds-until.ts';
import type { ChoiceOption } from '../domain/choice.ts';
import type { Responsibility } from '../domain/decision.ts';
import { londonDate } from '../domain/london-time.ts';
import {
  type ChoiceReason,
  type NeedsChoice,
  type NextStep,
  type NotRoutable,
  type NotRoutableReason,
  type Reason,
  type Referral,
  type Routed,
} from '../domain/referral-outcome.ts';
import { bankHolidayOf } from '../domain/team-offer.ts';
import { AskingFault } from '../questions/asking-fault.ts';
import type { ReferralAsk } from '../questions/referrals.ts';
import { AreaType } from './area.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { NeedType, SectorType } from './need.ts';
import {
  AreaAtPlaceType,
  CANDIDATES,
  ConfidenceType,
  LocatedType,
  NOT_LOCATED,
  onDay,
  PointInput,
  whereabouts,
} from './place.ts';
import { ReleaseType } from './release.ts';
import { ArrangementType, TeamOfferType } from './team.ts';

export const MOST_REFERRALS = 1000;
const OLDEST = 130;

/** An outcome, and what was asked as far as time changes it. */
type Asked<Outcome extends Referral> = Outcome & { readonly ask: AskedWhen };
type Answer = Asked<Routed> | Asked<NeedsChoice> | Asked<NotRoutable>;

const HOLDS_UNTIL =
  'The next moment at which asking again may give another answer: a team opens or closes, or, for an answer of today, a boundary or team begins or ends. Null when nothing is known to change.';

function untilOf(answer: Answer, _args: object, { questions }: Context): number | null {
  return holdsUntil(answer, answer.ask, questions.atlas) ?? null;
}

const NotRoutableReasonType = builder.enumType('NotRoutableReason', {
  description: 'Why nobody can be named.',
  values: {
    ...NOT_LOCATED,
    NO_TEAM_RECORDED: { description: 'Bodies are known, and no team of theirs for this need.' },
    NO_RULE_RECORDED: { description: 'No rule says who answered for this need on that day.' },
    NOT_OFFERED_HERE: {
      description: 'The need is not met here; the message says what is, instead.',
    },
    AGE_OUT_OF_RANGE: { description: 'The need is for people of another age.' },
  } satisfies Record<NotRoutableReason, object>,
});

const ResponsibilityType = builder.objectRef<Responsibility>('Responsibility').implement({
  description: 'A body that must act.',
  fields: (t) => ({
    sector: t.field({
      type: SectorType,
      description: 'For which part.',
      resolve: ({ sector }) => sector,
    }),
    body: t.field({
      type: AreaType,
      description: 'The body, as the area it acts for.',
      resolve: ({ body }) => body,
    }),
    rule: t.exposeString('rule', { description: 'Name of the rule applied.' }),
    presumed: t.exposeBoolean('presumed', {
      description: 'True when a fact not given could change it.',
    }),
    because: t.exposeString('because', { description: 'Why, in a sentence.' }),
    source: t.exposeString('source', { description: 'Act or guidance, with its section.' }),
    link: t.exposeString('link', { nullable: true, description: 'Where it can be read.' }),
  }),
});

const ReasonType = builder.objectRef<Reason>('Reason').implement({
  description: 'One step of the reasoning.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'The rule applied.' }),
    fact: t.exposeString('fact', { description: 'What it was applied to, in words.' }),
    source: t.exposeString('source', { description: 'Act, guidance or data behind it.' }),
    link: t.exposeString('link', {
      nullable: true,
      description: 'Where the Act or guidance can be read.',
    }),
  }),
});

const RoutedType = builder.objectRef<Asked<Routed>>('Routed').implement({
  description: 'Who is responsible, and how to reach them.',
  fields: (t) => ({
    place: t.field({
      type: LocatedType,
      description: 'The place asked about.',
      resolve: ({ place, ask }, _args, { questions }) => onDay(place, questions.atlas.sets, ask.on),
    }),
    need: t.field({
      type: NeedType,
      description: 'The need asked about.',
      resolve: ({ need }) => need,
    }),
    responsible: t.field({
      type: [ResponsibilityType],
      description: 'The bodies.',
      resolve: ({ responsible }) => [...responsible],
    }),
    teams: t.field({
      type: [TeamOfferType],
      description: 'The teams; several when several answer, or tie.',
      resolve: ({ teams }) => [...teams],
    }),
    arrangements: t.field({
      type: [ArrangementType],
      description: 'Partnership facts recorded on this ground.',
      resolve: ({ arrangements }) => [...arrangements],
    }),
    reasons: t.field({
      type: [ReasonType],
      description: 'Every rule applied and fact used.',
      resolve: ({ reasons }) => [...reasons],
    }),
    confidence: t.field({
      type: ConfidenceType,
      description: 'How sure the answer is.',
      resolve: ({ confidence }) => confidence,
    }),
    at: t.field({
      type: 'DateTime',
      description: 'The moment the contacts are for.',
      resolve: ({ at }) => at,
    }),
    bankHoliday: t.string({
      nullable: true,
      description: 'The bank holiday that the moment falls on in the country of the teams, if any.',
      resolve: ({ teams, at }) => bankHolidayOf(teams, at) ?? null,
    }),
    holdsUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: HOLDS_UNTIL,
      resolve: untilOf,
    }),
    release: t.field({
      type: ReleaseType,
      description: 'The data behind it.',
      resolve: (_parent, _args, { questions }) => questions.atlas.release,
    }),
  }),
});

const ChoiceOptionType = builder.objectRef<ChoiceOption>('ChoiceOption').implement({
  description: 'One possible answer.',
  fields: (t) => ({
    answer: t.exposeString('answer', { description: 'Send this back in `answers`.' }),
    label: t.exposeString('label', { description: 'For people.' }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'Estimated share of the addresses.',
    }),
    area: t.field({
      type: AreaType,
      nullable: true,
      description: 'The area it stands for.',
      resolve: ({ area }) => area,
    }),
  }),
});

const ChoiceReasonType = builder.enumType('ChoiceReason', {
  description:
    'Why one more fact is needed: the place straddles a line that matters, the postcode has ended, where the person is now decides, or teams differ by age.',
  values: {
    STRADDLES: { description: 'The place lies on both sides of a line that matters.' },
    ENDED: { description: 'The postcode has ended.' },
    WHERE_NOW: { description: 'Where the person is now decides.' },
    AGE: { description: 'Teams differ by age, and none was given.' },
  } satisfies Record<ChoiceReason, object>,
});

const NeedsChoiceType = builder.objectRef<Asked<NeedsChoice>>('NeedsChoice').implement({
  description: 'The answer depends on one more fact: ask, then send it in `answers`.',
  fields: (t) => ({
    // Not `reason`, which is of another type on NotRoutable: a query of both would be refused.
    cause: t.field({
      type: ChoiceReasonType,
      description: 'For machines.',
      resolve: ({ reason }) => reason,
    }),
    question: t.exposeString('question', { description: 'Ask the person this.' }),
    key: t.exposeString('key', { description: 'Send this back with the answer.' }),
    options: t.field({
      type: [ChoiceOptionType],
      description: 'Every candidate.',
      resolve: ({ options }) => [...options],
    }),
    message: t.exposeString('message', { description: 'Why it is asked.' }),
    urgent: t.field({
      type: [TeamOfferType],
      description: 'If it cannot wait: who answers now.',
      resolve: ({ urgent }) => [...urgent],
    }),
    nearby: t.stringList({
      description: 'Live postcodes near one that has ended, the nearest first.',
      resolve: ({ nearby }) => [...nearby],
    }),
    holdsUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: HOLDS_UNTIL,
      resolve: untilOf,
    }),
    release: t.field({
      type: ReleaseType,
      description: 'The data behind it.',
      resolve: (_parent, _args, { questions }) => questions.atlas.release,
    }),
  }),
});

const NextStepType = builder.objectRef<NextStep>('NextStep').implement({
  description: 'Where to turn instead.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'In a few words.' }),
    detail: t.exposeString('detail', { description: 'In a sentence.' }),
  }),
});

const NotRoutableType = builder.objectRef<Asked<NotRoutable>>('NotRoutable').implement({
  description: 'Nobody can be named: why, and where to turn.',
  fields: (t) => ({
    reason: t.field({
      type: NotRoutableReasonType,
      description: 'For machines.',
      resolve: ({ reason }) => reason,
    }),
    message: t.exposeString('message', { description: 'For people.' }),
    next: t.field({
      type: [NextStepType],
      description: 'Where to turn.',
      resolve: ({ next }) => [...next],
    }),
    candidates: t.field({
      type: [AreaAtPlaceType],
      description: CANDIDATES,
      resolve: ({ candidates }) => [...candidates],
    }),
    holdsUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: HOLDS_UNTIL,
      resolve: untilOf,
    }),
    release: t.field({
      type: ReleaseType,
      description: 'The data behind it.',
      resolve: (_parent, _args, { questions }) => questions.atlas.release,
    }),
  }),
});

const typeOfOutcome = {
  routed: 'Routed',
  'needs-choice': 'NeedsChoice',
  'not-routable': 'NotRoutable',
} as const satisfies Record<Referral['kind'], string>;

const ReferralOutcomeType = builder.unionType('ReferralOutcome', {
  description:
    'Exactly one of: who is responsible, the question that settles it, or why nobody can be named.',
  types: [RoutedType, NeedsChoiceType, NotRoutableType],
  resolveType: ({ kind }) => typeOfOutcome[kind],
});

const AnswerInput = builder.inputType('AnswerInput', {
  description: 'The answer to a question asked before.',
  fields: (t) => ({
    question: t.string({ required: true, description: '`key` of the question.' }),
    answer: t.string({ required: true, description: '`answer` of the option chosen.' }),
  }),
});

const ReferralInput = builder.inputType('ReferralInput', {
  description:
    'A referral question. It is answered and forgotten: nothing of it is stored or logged.',
  fields: (t) => ({
    postcode: t.string({ description: 'Of the person’s home. Give this or a point.' }),
    point: t.field({ type: PointInput, description: 'Give this or a postcode.' }),
    need: t.string({ required: true, description: 'Id of a need.' }),
    age: t.int({ description: 'In years.' }),
    gpPractice: t.string({ description: 'ODS code of the GP practice, like J82001.' }),
    asAt: t.field({ type: 'Date', description: 'The day; that of `at` if left out.' }),
    at: t.field({
      type: 'DateTime',
      description: 'The moment for opening hours; now if left out.',
    }),
    answers: t.field({ type: [AnswerInput], description: 'Answers to questions asked before.' }),
  }),
});

/** Undefined when left out or blank. */
function practiceCode(text: string | null | undefined): string | undefined {
  const code = text?.trim().toUpperCase();
  return code === '' ? undefined : code;
}

function askFrom(
  input: typeof ReferralInput.$inferInput,
  { questions, now }: Context,
): ReferralAsk {
  const need = questions.atlas.needs.find(({ id }) => id === input.need);
  if (!need) {
    const known = questions.atlas.needs.map(({ id }) => id).join(', ');
    throw new AskingFault(`Wanted a need this release knows: ${known}.`);
  }
  if (typeof input.age === 'number' && (input.age < 0 || input.age > OLDEST))
    throw new AskingFault(`Wanted an age from 0 to ${OLDEST}.`);
  const at = input.at ?? now;
  return {
    where: whereabouts(input),
    need,
    age: input.age ?? undefined,
    practice: practiceCode(input.gpPractice),
    on: input.asAt ?? londonDate(at),
    at,
    answers: new Map(input.answers?.map(({ question, answer }) => [question, answer])),
  };
}

async function answer(
  inputs: readonly (typeof ReferralInput.$inferInput)[],
  context: Context,
): Promise<Answer[]> {
  const asks = inputs.map((input) => askFrom(input, context));
  const referrals = await context.questions.referrals(asks);
  return asks.flatMap((ask, index) => {
    const referral = referrals[index];
    return referral ? [{ ...referral, ask }] : [];
  });
}

builder.queryField('referral', (t) =>
  t.field({
    type: ReferralOutcomeType,
    description: 'Who is responsible for a person with this need at this place.',
    args: { input: t.arg({ type: ReferralInput, required: true, description: 'The question.' }) },
    resolve: async (_root, { input }, context) => {
      const ask = askFrom(input, context);
      const [referral] = await context.questions.referrals([ask]);
      if (!referral) throw new Error('Asked for one referral, was given none');
      return { ...referral, ask };
    },
  }),
);

builder.queryField('referrals', (t) =>
  t.field({
    type: [ReferralOutcomeType],
    description: `Up to ${MOST_REFERRALS} at once, answered in the order asked.`,
    args: {
      inputs: t.arg({ type: [ReferralInput], required: true, description: 'The questions.' }),
    },
    resolve: (_root, { inputs }, context) => {
      if (inputs.length > MOST_REFERRALS)
        throw new AskingFault(
          `Wanted at most ${MOST_REFERRALS} referrals, found ${inputs.length}.`,
        );
      return answer(inputs, context);
    },
  }),
);
