import { type ReactNode, useCallback, useMemo } from 'react';

import type { LinesQuery } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import { keyOf, LINES } from '../compare-boundaries/ask.ts';
import { overlapInWords } from '../compare-boundaries/words.ts';
import type { PieceDrawing } from '../map/create-piece-map.ts';
import { lookOf, lookStyle, swatchOf } from '../map/looks.ts';
import { PieceMapView, pointsEach } from '../map/piece-map-view.tsx';
import { shortKind, shortKinds } from '../words/kinds.ts';
import { type Ground, nameOf, ownersOf, pieceOf, piecesWith } from './ground.ts';
import { isNew, type Owner, ownerOf, type Work } from './work.ts';

type ProposalMapProps = {
  readonly ground: Ground;
  readonly work: Work;
  readonly ticked: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
};

/** Every piece in the colour and pattern of the area it would be with: a press ticks it, as in the table. */
export function ProposalMap({ ground, work, ticked, toggle }: ProposalMapProps): ReactNode {
  const { comparison, subject } = ground;
  const { left, right, overlaps } = comparison;
  const points = pointsEach(overlaps.length);
  const asked = { ...subject, weight: comparison.weight, points };
  const { reply, last, retry } = useReply(LINES, asked);
  const drawing = useMemo(() => (last ? drawingOf(last.data) : null), [last]);
  const owners = useMemo(
    () =>
      new Map(
        overlaps.map((overlap) => {
          const owner = ownerOf(work, pieceOf(overlap));
          return [keyOf(overlap), { owner, isGiven: owner !== overlap.left.code }] as const;
        }),
      ),
    [overlaps, work],
  );
  const order = ownersOf(ground, work)
    .map(([owner]) => owner)
    .join('\n');
  const places = useMemo(() => new Map(order.split('\n').map((owner, at) => [owner, at])), [order]);
  const styleOf = useCallback(
    (key: string) => {
      const { owner, isGiven } = owners.get(key) ?? { owner: '', isGiven: false };
      return lookStyle(lookOf(places.get(owner) ?? 0), isGiven);
    },
    [owners, places],
  );
  const here = overlaps.filter((overlap) => ticked.has(keyOf(overlap)));
  return (
    <section className="map-side" aria-label="Map">
      <PieceMapView
        label={`Map of ${shortKinds(left)} as proposed, and ${shortKinds(right)}. The table says the same.`}
        drawing={drawing}
        styleOf={styleOf}
        selected={here.map(keyOf)}
        select={toggle}
        isLost={reply.kind === 'unreachable' || reply.kind === 'refused'}
        retry={retry}
      />
      <p className={here.length > 0 ? 'selected-line' : 'selected-line no-print'} role="status">
        {here.length === 1 && here[0]
          ? `Ticked: ${overlapInWords(here[0], comparison)}`
          : here.length > 1
            ? `${here.length} pieces are ticked.`
            : 'Press a piece of the map to tick it, here and in the table.'}
      </p>
      <Legend ground={ground} work={work} />
    </section>
  );
}

/** The areas that would change, by their marks; which mark is whose else, the names on the map say. */
function Legend({ ground, work }: { readonly ground: Ground; readonly work: Work }): ReactNode {
  const { left, right } = ground.comparison;
  const owners = ownersOf(ground, work).map(([owner]) => owner);
  const changed = new Set<Owner>(
    [...work.given.values()].flatMap(({ piece, to }) => [piece.left, to]),
  );
  const shown = owners.filter(
    (owner) => changed.has(owner) && piecesWith(ground, work, owner).length > 0,
  );
  return (
    <ul className="legend" aria-label="Legend">
      <li>
        <span className="swatch line-left" />
        {shortKinds(left)} of today
      </li>
      <li>
        <span className="swatch line-right" />
        {shortKinds(right)}
      </li>
      {shown.length === 0 && <li>Each colour and pattern is one {shortKind(left)}.</li>}
      {shown.length > 0 && (
        <li>
          <span className="swatch given-swatch" />
          would move
        </li>
      )}
      {shown.map((owner) => (
        <li key={owner}>
          <span
            className="swatch"
            style={{ background: swatchOf(lookOf(owners.indexOf(owner))) }}
          />
          {nameOf(ground, work, owner)}
          {isNew(owner) && ' (new)'}
        </li>
      ))}
    </ul>
  );
}

function drawingOf({ coterminosity }: LinesQuery): PieceDrawing {
  const areas = coterminosity.remainders.flatMap(({ area: { name, boundary } }, at) =>
    boundary ? [{ name, boundary, isLeft: at < coterminosity.leftCount }] : [],
  );
  return {
    pieces: coterminosity.overlaps.flatMap((overlap) =>
      overlap.boundary ? [{ key: keyOf(overlap), boundary: overlap.boundary }] : [],
    ),
    lefts: areas.filter(({ isLeft }) => isLeft),
    rights: areas.filter(({ isLeft }) => !isLeft),
  };
}
