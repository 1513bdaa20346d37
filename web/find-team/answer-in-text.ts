import type { ReferralInput } from '../api/generated/graphql.ts';
import { bodyName } from '../words/bodies.ts';
import { dayInWords, momentInWords, openingInWords } from '../words/dates.ts';
import { hoursInWords } from '../words/hours.ts';
import { isLoud } from '../words/notices.ts';
import { sectorsInWords } from '../words/sectors.ts';
import { sentence } from '../words/sentences.ts';
import type { Contact, Offer, Routed } from './ask.ts';
import { CONFIDENCE_WORDS } from './confidence-words.ts';
import { doubtsOf } from './doubts.ts';
import { checkedInWords, contactStateInWords } from './numbers-words.ts';
import { placeInWords } from './place-words.ts';

/** The answer as plain text for a record or a message, with its time, its release and every doubt. */
export function answerInText(
  routed: Routed,
  input: Pick<ReferralInput, 'answers' | 'asAt'>,
): string {
  const { need, place, responsible, teams, at, bankHoliday, confidence } = routed;
  return [
    [
      need.name,
      placeInWords(place, input.answers ?? []),
      ...(input.asAt ? [`For ${dayInWords(input.asAt)}, not for today.`] : []),
    ],
    ...(bankHoliday ? [[`Bank holiday: ${bankHoliday}.`]] : []),
    responsible.map(
      ({ sector, presumed, body }) =>
        `${sectorsInWords([sector])}${presumed ? ', presumed' : ''}: ${bodyName(body)}`,
    ),
    ...teams.map((offer) => teamInText(offer, at)),
    ...(need.urgent ? [['In immediate danger ring 999.']] : []),
    [
      `${CONFIDENCE_WORDS[confidence]}.`,
      ...doubtsOf(routed).map((doubt) => `- ${sentence(doubt)}`),
    ],
    [answeredInText(routed)],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** What every copy carries. */
export function answeredInText({
  at,
  holdsUntil,
  release,
}: Pick<Routed, 'at' | 'holdsUntil' | 'release'>): string {
  return [
    `Answered on ${momentInWords(at)} from release ${release.id}.`,
    ...(holdsUntil ? [`The numbers hold until ${openingInWords(holdsUntil, at)}.`] : []),
    ...release.notices.filter(isLoud),
  ].join('\n');
}

function teamInText(offer: Offer, at: string): string[] {
  const { team, contactNow, sectors } = offer;
  const others = [team.day, team.outOfHours].filter(
    (contact): contact is Contact => !!contact && contact.phone !== contactNow?.phone,
  );
  return [
    `${team.name} (${sectorsInWords(sectors).toLowerCase()})`,
    contactStateInWords(offer, at),
    ...(contactNow ? [`Now: ${contactInText(contactNow)}`] : []),
    ...others.map(
      (contact) =>
        `${contact === team.day ? 'When open' : 'When closed'}: ${contactInText(contact)}`,
    ),
    `Hours: ${hoursInWords(team.hours).join('; ')}`,
    `Not this team: ${sentence(team.doesNot)}`,
    checkedInWords(offer),
  ];
}

function contactInText({ phone, label }: Contact): string {
  return `${phone}, ${label}`;
}
