import { type ReactNode, useState } from 'react';

import { countInWords } from '../compare-boundaries/words.ts';
import { capital, shortKind } from '../words/kinds.ts';
import type { AreaChange, Change } from './ask.ts';
import { FigureCell, Heading } from './piece-table.tsx';
import { changeMeaning, changeWord, countOrDash, noneName } from './words.ts';

/** Rows shown before the reader asks for all. */
const FIRST_ROWS = 40;

/** Who moved, area by area. */
export function AreaTable({ change }: { readonly change: Change }): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const { areas, kind, moved, otherBody, inNone } = change;
  const teamsOf = teamCounts(change);
  const none = noneName(change);
  const rows = isWhole ? areas : areas.slice(0, FIRST_ROWS);
  return (
    <section aria-labelledby="per-area">
      <h2 id="per-area" className="nhsuk-heading-m">
        Who moved, area by area
      </h2>
      <table className="overlaps still" role="table" aria-labelledby="per-area">
        <thead role="rowgroup">
          <tr role="row">
            <Heading>{`${capital(shortKind(kind))} before`}</Heading>
            <Heading>What became of it</Heading>
            <Heading number>Residents</Heading>
            <Heading number>With another body</Heading>
            <Heading number>Moved</Heading>
            <Heading number>{none}</Heading>
            <Heading number>Teams affected</Heading>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((each) => (
            <Row
              key={each.area.code}
              each={each}
              word={changeWord(each, change)}
              none={none}
              teams={teamsOf.get(each.area.code) ?? 0}
            />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader">
              In all
            </th>
            <td role="cell">
              {countInWords(areas.length)} {areas.length === 1 ? 'area' : 'areas'}
            </td>
            <FigureCell name="Residents">{countOrDash(residentsIn(areas))}</FigureCell>
            <FigureCell name="With another body">{countOrDash(otherBody.residents)}</FigureCell>
            <FigureCell name="Moved">{countOrDash(moved.residents)}</FigureCell>
            <FigureCell name={none}>{countOrDash(inNone.residents)}</FigureCell>
            <FigureCell name="Teams affected">{countInWords(change.teams.length)}</FigureCell>
          </tr>
        </tfoot>
      </table>
      {rows.length < areas.length && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => {
            setWhole(true);
          }}
        >
          Show all {countInWords(areas.length)} areas
        </button>
      )}
      <ul className="meanings">
        {[...meaningsIn(change)].map(([word, meaning]) => (
          <li key={word}>
            {capital(word)}: {meaning}.
          </li>
        ))}
      </ul>
      <p>A team that names several areas counts once in all.</p>
    </section>
  );
}

type RowProps = {
  readonly each: AreaChange;
  readonly word: string;
  /** What those without an area afterwards are called. */
  readonly none: string;
  readonly teams: number;
};

function Row({ each, word, none, teams }: RowProps): ReactNode {
  const { area, otherBody, moved, inNone } = each;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {area.name}
      </th>
      <td role="cell">{word}</td>
      <FigureCell name="Residents">{countOrDash(area.residents)}</FigureCell>
      <FigureCell name="With another body">{countOrDash(otherBody.residents)}</FigureCell>
      <FigureCell name="Moved">{countOrDash(moved.residents)}</FigureCell>
      <FigureCell name={none}>{countOrDash(inNone.residents)}</FigureCell>
      <FigureCell name="Teams affected">{countInWords(teams)}</FigureCell>
    </tr>
  );
}

function meaningsIn(change: Change): Map<string, string> {
  return new Map(
    change.areas.map((each) => [changeWord(each, change), changeMeaning(each, change)]),
  );
}

/** Affected teams by the code of each area they name. */
export function teamCounts({ teams }: Pick<Change, 'teams'>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of teams.flatMap(({ areas }) => areas))
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function residentsIn(areas: readonly AreaChange[]): number | null {
  const counts = areas.map(({ area }) => area.residents ?? null);
  return counts.includes(null) ? null : counts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}
