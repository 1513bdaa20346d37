import type { ReactNode } from 'react';

import type { MovableMap } from './moves.ts';

/** A quarter of the map at a press. */
const STEP = 0.25;

/** What one press of a button does to a map. */
export type MapButton<Map> = {
  readonly name: string;
  readonly sign: string;
  readonly press: (map: Map) => void;
};

const BUTTONS: readonly MapButton<MovableMap>[] = [
  {
    name: 'Zoom in',
    sign: '+',
    press: (map) => {
      map.zoom(1);
    },
  },
  {
    name: 'Zoom out',
    sign: '−',
    press: (map) => {
      map.zoom(-1);
    },
  },
  {
    name: 'Move left',
    sign: '←',
    press: (map) => {
      map.pan(-STEP, 0);
    },
  },
  {
    name: 'Move right',
    sign: '→',
    press: (map) => {
      map.pan(STEP, 0);
    },
  },
  {
    name: 'Move up',
    sign: '↑',
    press: (map) => {
      map.pan(0, -STEP);
    },
  },
  {
    name: 'Move down',
    sign: '↓',
    press: (map) => {
      map.pan(0, STEP);
    },
  },
];

/** All that dragging and pinching do, by single presses. */
export function MapButtons({ map }: { readonly map: MovableMap | undefined }): ReactNode {
  return (
    <div className="map-buttons no-print" role="group" aria-label="Move the map">
      <PressButtons map={map} buttons={BUTTONS} />
      <button type="button" onClick={() => map?.showAll()}>
        Show all
      </button>
    </div>
  );
}

type PressButtonsProps<Map> = {
  /** Undefined until it is drawn. */
  readonly map: Map | undefined;
  readonly buttons: readonly MapButton<Map>[];
};

export function PressButtons<Map>({ map, buttons }: PressButtonsProps<Map>): ReactNode {
  return buttons.map(({ name, sign, press }) => (
    <button
      key={name}
      type="button"
      aria-label={name}
      title={name}
      onClick={() => {
        if (map) press(map);
      }}
    >
      {sign}
    </button>
  ));
}
