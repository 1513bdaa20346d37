import type { ReactNode } from 'react';

import type { Weight } from '../api/generated/graphql.ts';
import type { Outcome } from './ask.ts';
import type { Ground } from './ground.ts';
import { scoreRows } from './words.ts';

type ScoresTableProps = {
  readonly outcome: Outcome;
  readonly ground: Ground;
  readonly weight: Weight;
};

export function ScoresTable({ outcome, ground, weight }: ScoresTableProps): ReactNode {
  return (
    <table className="figures-table scores-table">
      <caption>How far the two sets agree</caption>
      <thead>
        <tr>
          <th scope="col">Score</th>
          <th scope="col" className="number">
            Now
          </th>
          <th scope="col" className="number">
            Proposed
          </th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {scoreRows(outcome, ground, weight).map(({ name, before, after, change, meaning }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <span className="then">{meaning}</span>
            </th>
            <td className="number">{before}</td>
            <td className="number">{after}</td>
            <td>{change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
