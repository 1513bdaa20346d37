import type { ReactNode } from 'react';

import { useReply } from '../api/use-reply.ts';
import { Heading } from '../before-and-after/piece-table.tsx';
import { countInWords } from '../compare-boundaries/words.ts';
import { Latest } from '../layout/latest.tsx';
import { Link } from '../layout/link.tsx';
import { SaveFiles } from '../take-away/save-files.tsx';
import { dayInWords } from '../words/dates.ts';
import { inList } from '../words/sentences.ts';
import type { Choices } from './address.ts';
import { type Counts, COVERS, type NeedCover } from './ask.ts';
import { needsCsv } from './cover-csv.ts';
import { HowCounted } from './how-counted.tsx';
import { NotSettled } from './not-settled.tsx';
import { peopleInWords } from './words.ts';

type OverviewProps = {
  readonly asAt: string;
  readonly addressOf: (choices: Choices) => string;
};

/** Every need on one day, those with people in gaps first. */
export function Overview({ asAt, addressOf }: OverviewProps): ReactNode {
  const asked = useReply(COVERS, { asAt });
  return (
    <Latest asked={asked} working="Counting …">
      {({ data, variables: { asAt: day } }) => (
        <>
          <NotSettled sources={data} />
          <p className="summary" role="status">
            {coversInWords(data.coverByNeed, day)}
          </p>
          <Needs
            covers={worstFirst(data.coverByNeed)}
            addressOf={(need) => addressOf({ need, asAt: day })}
          />
          <SaveFiles
            files={[
              {
                words: 'All needs as CSV',
                name: `cover-${day}.csv`,
                write: () => needsCsv(data.coverByNeed, day, data),
              },
            ]}
          />
          <HowCounted sources={data} />
        </>
      )}
    </Latest>
  );
}

type NeedsProps = {
  readonly covers: readonly NeedCover[];
  readonly addressOf: (need: string) => string;
};

/** Those there is something to say of in a table; of the others their names are enough. */
function Needs({ covers, addressOf }: NeedsProps): ReactNode {
  const [whole, others] = [covers.filter(isWhole), covers.filter((each) => !isWhole(each))];
  return (
    <>
      {others.length > 0 && <NeedTable covers={others} addressOf={addressOf} />}
      {whole.length > 0 && (
        <section aria-labelledby="whole">
          <h2 id="whole" className="nhsuk-heading-s">
            One team for everybody
          </h2>
          <ul className="need-links">
            {whole.map(({ need }) => (
              <li key={need.id}>
                <Link to={addressOf(need.id)}>{need.name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function NeedTable({ covers, addressOf }: NeedsProps): ReactNode {
  return (
    <table className="overlaps still" role="table" aria-label="Needs">
      <thead role="rowgroup">
        <tr role="row">
          <Heading>Need</Heading>
          <Heading>No team</Heading>
          <Heading>Two teams or more</Heading>
          <Heading>Not offered, by record</Heading>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {covers.map(({ need, isRuled, gap, several, notOffered }) => (
          <tr role="row" key={need.id}>
            <th scope="row" role="rowheader">
              <Link to={addressOf(need.id)}>{need.name}</Link>
            </th>
            {isRuled ? (
              <>
                <CountsCell name="No team" counts={gap} />
                <CountsCell name="Two teams or more" counts={several} />
                <CountsCell name="Not offered, by record" counts={notOffered} />
              </>
            ) : (
              <td role="cell" colSpan={3}>
                no rule recorded on this day: nothing is known
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CountsCell({
  name,
  counts,
}: {
  readonly name: string;
  readonly counts: Counts;
}): ReactNode {
  return (
    <td role="cell">
      <span className="narrow-name" aria-hidden="true">
        {name}
      </span>
      {counts.grounds === 0 ? 'nobody' : peopleInWords(counts)}
    </td>
  );
}

/** `On 2 April 2028 27 of 28 needs have people without a team and 1 is covered everywhere by one team.` */
export function coversInWords(covers: readonly NeedCover[], day: string): string {
  const unruled = covers.filter(({ isRuled }) => !isRuled).length;
  const gaps = covers.filter(({ gap }) => gap.grounds > 0).length;
  const several = covers.filter(({ several: { grounds } }) => grounds > 0).length;
  const whole = covers.filter(isWhole).length;
  const needs = (count: number): string =>
    `${countInWords(count)} ${count === 1 ? 'need' : 'needs'}`;
  const parts = [
    ...(gaps > 0 ? [`${needs(gaps)} with people who have no team`] : []),
    ...(several > 0 ? [`${needs(several)} with people who have two teams or more`] : []),
    ...(whole > 0 ? [`${needs(whole)} with one team for everybody`] : []),
    ...(unruled > 0 ? [`${needs(unruled)} without a rule recorded`] : []),
  ];
  return `Of ${needs(covers.length)} on ${dayInWords(day)}: ${inList(parts)}.`;
}

const WHOLE = 4;

function isWhole(cover: NeedCover): boolean {
  return rank(cover) === WHOLE;
}

function rank({ isRuled, gap, several, notOffered }: NeedCover): number {
  if (gap.grounds > 0) return 0;
  if (several.grounds > 0) return 1;
  if (notOffered.grounds > 0) return 2;
  return isRuled ? WHOLE : 3;
}

function worstFirst(covers: readonly NeedCover[]): NeedCover[] {
  const people = ({ gap, several }: NeedCover): number =>
    (gap.residents ?? gap.postcodes) + (several.residents ?? several.postcodes);
  return covers.toSorted(
    (a, b) => rank(a) - rank(b) || people(b) - people(a) || a.need.name.localeCompare(b.need.name),
  );
}
