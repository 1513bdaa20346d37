import { type ReactNode, useState } from 'react';

import { request } from '../api/request.ts';
import { useReply } from '../api/use-reply.ts';
import type { Comparison } from '../compare-boundaries/ask.ts';
import { aboutOf, fileName, TAKE_AWAY_FACTS } from '../compare-boundaries/take-away/about.ts';
import { Pending } from '../layout/pending.tsx';
import { Trouble } from '../layout/trouble.tsx';
import { saveFile } from '../take-away/save-file.ts';
import { dayInWords } from '../words/dates.ts';
import { type Recut, RECUT } from './ask.ts';
import type { ReadCounts } from './read-counts.ts';
import { recutCsv } from './recut-csv.ts';
import { RecutTable } from './recut-table.tsx';
import { cautionsOf, methodInWords, uncertaintyInWords } from './words.ts';

type RecuttingProps = {
  readonly comparison: Comparison;
  readonly within: string | null;
  readonly counted: Extract<ReadCounts, { readonly kind: 'counts' }>;
  readonly isCurrent: boolean;
};

/** Asked anew whenever the counts or the choices are others. */
export function Recutting(props: RecuttingProps): ReactNode {
  const { comparison, within, counted, isCurrent } = props;
  const { left, right, asAt, weight } = comparison;
  const counts = counted.counts.map(({ area, count }) => ({ code: area.code, count }));
  const { reply, retry } = useReply(
    RECUT,
    isCurrent ? { left, right, asAt, weight, within, counts } : null,
  );
  return (
    <>
      <Pending isAsking={isCurrent && reply.kind === 'waiting'} words="Sharing out the counts" />
      {reply.kind === 'unreachable' && (
        <Trouble heading="Cannot reach the service" retry={retry}>
          What you entered is kept: try again.
        </Trouble>
      )}
      {reply.kind === 'refused' && (
        <p className="note" role="alert">
          {reply.message}
        </p>
      )}
      {reply.kind === 'answered' && <Result {...props} recut={reply.data.recut} />}
    </>
  );
}

function Result({
  comparison,
  within,
  counted,
  recut,
}: RecuttingProps & { readonly recut: Recut }): ReactNode {
  const cautions = cautionsOf(comparison, counted.counts, recut);
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    const facts = await request(TAKE_AWAY_FACTS, { asAt: comparison.asAt });
    if (facts.kind !== 'answered' || facts.data.release.id !== comparison.release.id) {
      setSaid('The file could not be made: the service did not answer, or its data has changed.');
      return;
    }
    const about = aboutOf(comparison, { within }, facts.data);
    const name = `counts-${fileName(comparison, about, 'csv')}`;
    const text = recutCsv(recut, comparison, { about, cautions });
    saveFile(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
    setSaid(`Saved as ${name}.`);
  };
  return (
    <section aria-label="Result">
      <p className="summary" role="status">
        {uncertaintyInWords(recut, comparison)}
      </p>
      {cautions.sentences.map((caution) => (
        <p key={caution} className="note">
          {caution}
        </p>
      ))}
      <RecutTable recut={recut} comparison={comparison} cautions={cautions} />
      <p>
        {methodInWords(comparison)} As at {dayInWords(comparison.asAt)}, from release{' '}
        <span className="code-word">{comparison.release.id}</span>.
      </p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small no-print"
        onClick={() => {
          void save();
        }}
      >
        Save as CSV
      </button>
      <p role="status">{said}</p>
    </section>
  );
}
