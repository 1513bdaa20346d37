import { type ReactNode, useCallback, useRef, useState } from 'react';

import { useReply } from '../api/use-reply.ts';
import { isSideBySide } from '../compare-boundaries/layout.ts';
import { countOrDash } from '../before-and-after/words.ts';
import { countInWords } from '../compare-boundaries/words.ts';
import { Figure } from '../layout/figure.tsx';
import { Latest } from '../layout/latest.tsx';
import { SaveFiles } from '../take-away/save-files.tsx';
import { type Counts, COVER, type Cover, type Piece, type Sources } from './ask.ts';
import { placesCsv } from './cover-csv.ts';
import { CoverMapView } from './cover-map-view.tsx';
import { HowCounted } from './how-counted.tsx';
import { Legend } from './legend.tsx';
import { NotSettled } from './not-settled.tsx';
import { PieceTable } from './piece-table.tsx';
import { WhatToDo } from './what-to-do.tsx';
import { agedInWords, coverInWords, piecesInWords, placeInWords } from './words.ts';

type Asked = { readonly need: string; readonly asAt: string };

/** The last answer stays, dimmed, while the next is on its way. */
export function Result({ need, asAt }: Asked): ReactNode {
  const asked = useReply(COVER, { need, asAt });
  return (
    <Latest asked={asked} working="Counting …">
      {(last) => <Found cover={last.data.cover} asAt={last.variables.asAt} sources={last.data} />}
    </Latest>
  );
}

type FoundProps = {
  readonly cover: Cover;
  /** As it was asked. */
  readonly asAt: string;
  readonly sources: Sources;
};

function Found({ cover, asAt, sources }: FoundProps): ReactNode {
  return (
    <>
      <NotSettled sources={sources} />
      <p className="summary" role="status">
        {coverInWords(cover, asAt)}
      </p>
      {cover.isRuled && <Figures cover={cover} />}
      {cover.isRuled && <MapAndPlaces cover={cover} asAt={asAt} sources={sources} />}
      <WhatToDo pieces={cover.pieces} />
      {cover.pieces.length > 0 && (
        <SaveFiles
          files={[
            {
              words: 'Places as CSV',
              name: `cover-${cover.need.id}-${asAt}.csv`,
              write: () => placesCsv(cover, asAt, sources),
            },
          ]}
        />
      )}
      <HowCounted sources={sources} />
    </>
  );
}

function Figures({ cover }: { readonly cover: Cover }): ReactNode {
  const { gap, several, notOffered, one, need } = cover;
  return (
    <dl className="scores" aria-label={`How ${need.name} is covered`}>
      <CoverFigure name="No team" counts={gap} />
      <CoverFigure name="Two teams or more" counts={several} />
      <CoverFigure name="Not offered here" counts={notOffered} />
      <CoverFigure name="One team" counts={one} />
    </dl>
  );
}

function CoverFigure({
  name,
  counts,
}: {
  readonly name: string;
  readonly counts: Counts;
}): ReactNode {
  const { grounds, postcodes, residents } = counts;
  return (
    <Figure name={name} value={countOrDash(residents)}>
      {grounds === 0
        ? 'residents.'
        : `residents of all ages in ${countInWords(grounds)} ${grounds === 1 ? 'place' : 'places'}, at ${countInWords(postcodes)} postcodes.`}
    </Figure>
  );
}

function MapAndPlaces({ cover, asAt, sources }: FoundProps): ReactNode {
  const [selected, setSelected] = useState<string | null>(null);
  const map = useRef<HTMLElement>(null);
  const selectAndShow = useCallback((key: string) => {
    setSelected(key);
    if (!isSideBySide()) map.current?.scrollIntoView();
  }, []);
  const here = cover.pieces.filter(({ key }) => key === selected);
  const kinds = sources.boundarySets.map(({ kind }) => kind);
  const kind = kinds.includes('district') ? 'district' : kinds[0];
  const hasRows = cover.pieces.length > 0;
  return (
    <div className="map-and-table">
      <section className="map-side" aria-label="Map" ref={map}>
        {kind !== undefined && (
          <CoverMapView
            cover={cover}
            asAt={asAt}
            kind={kind}
            selected={selected}
            select={setSelected}
          />
        )}
        <p className="selected-line" role="status">
          {selectedInWords(selected, here, hasRows)}
        </p>
        <Legend cover={cover} />
      </section>
      <section className="table-side" aria-labelledby="places">
        <h2 id="places" className="nhsuk-heading-m">
          Where, for whom and why
        </h2>
        {hasRows ? (
          <>
            <p>
              {cover.need.name} is for people {agedInWords(cover.need.ages)}. {WORST_FIRST}{' '}
              <a href="#what-to-do">What to do about each sort</a>.
            </p>
            <PieceTable
              pieces={worstFirst(cover.pieces)}
              selected={selected}
              select={selectAndShow}
            />
          </>
        ) : (
          <p>Nothing to list: every place has one team for every sector and age of this need.</p>
        )}
      </section>
    </div>
  );
}

const WORST_FIRST = 'Gaps come first, the most people at the top.';
const RANK = { GAP: 0, SEVERAL: 1, NOT_OFFERED: 2, ONE: 3 } as const;

function worstFirst(pieces: readonly Piece[]): Piece[] {
  return pieces.toSorted(
    (a, b) =>
      RANK[a.coverage] - RANK[b.coverage] ||
      (b.residents ?? b.postcodes) - (a.residents ?? a.postcodes),
  );
}

function selectedInWords(
  selected: string | null,
  here: readonly Piece[],
  hasRows: boolean,
): string {
  const [first] = here;
  if (first) return `${placeInWords(first.ground)}: ${piecesInWords(here)}.`;
  if (selected !== null) return 'One team answers there.';
  return hasRows ? 'Select a row, or a piece of the map, to see it in both.' : '';
}
