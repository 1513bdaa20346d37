import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';

import { graphql } from '../api/generated/index.ts';
import { useReply } from '../api/use-reply.ts';
import type { Point, PointMap } from '../map/create-point-map.ts';
import { type MapButton, PressButtons } from '../map/map-buttons.tsx';
import { readPoint } from './point.ts';

const DISTRICT_LINES = graphql(`
  query DistrictLines {
    areas(kind: "district") {
      name
      boundary(maxPoints: 120)
    }
  }
`);

type PointMapViewProps = { readonly point: string; readonly choose: (point: Point) => void };

const NOTHING = {};
/** Pixels of the map at a press. */
const STEP = 20;

const MOVES: readonly (MapButton<PointMap> & { readonly keys: readonly string[] })[] = [
  {
    name: 'Move the mark north',
    sign: '↑',
    keys: ['ArrowUp'],
    press: (map) => {
      map.move(0, -STEP);
    },
  },
  {
    name: 'Move the mark south',
    sign: '↓',
    keys: ['ArrowDown'],
    press: (map) => {
      map.move(0, STEP);
    },
  },
  {
    name: 'Move the mark west',
    sign: '←',
    keys: ['ArrowLeft'],
    press: (map) => {
      map.move(-STEP, 0);
    },
  },
  {
    name: 'Move the mark east',
    sign: '→',
    keys: ['ArrowRight'],
    press: (map) => {
      map.move(STEP, 0);
    },
  },
  {
    name: 'Zoom in',
    sign: '+',
    keys: ['+', '='],
    press: (map) => {
      map.zoom(1);
    },
  },
  {
    name: 'Zoom out',
    sign: '−',
    keys: ['-'],
    press: (map) => {
      map.zoom(-1);
    },
  },
];

/** Choose by a press, by buttons, or by arrow keys once the map has the focus. */
export function PointMapView({ point, choose }: PointMapViewProps): ReactNode {
  const { reply } = useReply(DISTRICT_LINES, NOTHING);
  const areas = reply.kind === 'answered' ? reply.data.areas : null;
  const canvas = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<PointMap>();
  const [failed, setFailed] = useState(false);
  const chosen = useEffectEvent(choose);
  useEffect(() => {
    if (!areas) return undefined;
    let made: PointMap | undefined;
    let isGone = false;
    const named = areas.flatMap(({ name, boundary }) => (boundary ? [{ name, boundary }] : []));
    import('../map/create-point-map.ts').then(
      ({ createPointMap }) => {
        if (isGone || !canvas.current) return;
        made = createPointMap(canvas.current, named, (at) => {
          chosen(at);
        });
        setMap(made);
      },
      () => {
        setFailed(true);
      },
    );
    return () => {
      isGone = true;
      setMap(undefined);
      made?.remove();
    };
  }, [areas]);
  useEffect(() => {
    map?.mark(readPoint(point));
  }, [map, point]);
  const pressKey = (event: KeyboardEvent): void => {
    const move = MOVES.find(({ keys }) => keys.includes(event.key));
    if (!move || !map) return;
    event.preventDefault();
    move.press(map);
  };
  if (failed || reply.kind === 'unreachable' || reply.kind === 'refused')
    return <p>The map did not load. Enter the two numbers instead.</p>;
  return (
    <div className="point-map">
      <div
        className="map-canvas"
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label="Map to choose a point on. Arrow keys move the mark, plus and minus zoom."
        onKeyDown={pressKey}
      />
      <div className="map-buttons" role="group" aria-label="Move the mark">
        <PressButtons map={map} buttons={MOVES} />
      </div>
    </div>
  );
}
