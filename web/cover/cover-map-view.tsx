import { type ReactNode, useCallback, useMemo } from 'react';

import type { CoverLinesQuery } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import type { PieceDrawing } from '../map/create-piece-map.ts';
import { PieceMapView, pointsEach } from '../map/piece-map-view.tsx';
import { coverageStyle } from '../map/styles.ts';
import { type Cover, COVER_LINES } from './ask.ts';

type CoverMapViewProps = {
  readonly cover: Cover;
  readonly asAt: string;
  /** The kind of area whose lines and names tell where one is. */
  readonly kind: string;
  readonly selected: string | null;
  readonly select: (key: string) => void;
};

export function CoverMapView({
  cover,
  asAt,
  kind,
  selected,
  select,
}: CoverMapViewProps): ReactNode {
  const { need, gap, several, notOffered, one } = cover;
  const pieces = gap.grounds + several.grounds + notOffered.grounds + one.grounds;
  const asked = { need: need.id, asAt, kind, points: pointsEach(pieces) };
  const { reply, last, retry } = useReply(COVER_LINES, asked);
  const drawing = useMemo(() => (last ? drawingOf(last.data) : null), [last]);
  const coverages = useMemo(
    () => new Map(last?.data.cover.grounds.map(({ key, coverage }) => [key, coverage])),
    [last],
  );
  const styleOf = useCallback(
    (key: string) => coverageStyle(coverages.get(key) ?? 'ONE'),
    [coverages],
  );
  // The outline of ground drawn by the whole of its one area would take in its neighbours.
  const outlined = new Set(
    last?.data.cover.grounds.filter(({ isWhole }) => !isWhole).map(({ key }) => key),
  );
  return (
    <PieceMapView
      label={`Map of where ${need.name} has no team, one or several. The table says the same.`}
      drawing={drawing}
      styleOf={styleOf}
      selected={selected === null || !outlined.has(selected) ? [] : [selected]}
      select={select}
      isLost={reply.kind === 'unreachable' || reply.kind === 'refused'}
      retry={retry}
    />
  );
}

/** What has more than its ground drawn lies below; what has an outline of its own above. */
const ORDER = ['ONE', 'NOT_OFFERED', 'SEVERAL', 'GAP'] as const;

function drawingOf({ cover, areas }: CoverLinesQuery): PieceDrawing {
  const whole = cover.grounds.filter(({ isWhole }) => isWhole);
  const others = ORDER.flatMap((coverage) =>
    cover.grounds.filter((each) => !each.isWhole && each.coverage === coverage),
  );
  return {
    pieces: [...whole, ...others].flatMap(({ key, boundary }) =>
      boundary ? [{ key, boundary }] : [],
    ),
    lefts: areas.flatMap(({ name, boundary }) => (boundary ? [{ name, boundary }] : [])),
    rights: [],
  };
}
