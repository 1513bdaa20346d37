import { type ReactNode, useMemo } from 'react';

import { graphql } from '../api/generated/index.ts';
import type { PlaceLinesQuery, ReferralInput } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import type { PlaceDrawing } from '../map/create-place-map.ts';
import { useMadeMap } from '../map/use-made-map.ts';
import type { Routed } from './ask.ts';
import { councilsInWords } from './place-words.ts';

const PLACE_LINES = graphql(`
  query PlaceLines($postcode: String, $point: PointInput, $asAt: Date) {
    place(postcode: $postcode, point: $point, asAt: $asAt) {
      __typename
      ... on Located {
        position {
          lat
          lon
        }
        areas {
          area {
            kind
            name
            boundary(maxPoints: 300)
          }
        }
      }
    }
  }
`);

type PlaceMapProps = { readonly place: Routed['place']; readonly input: ReferralInput };

/** Comes after the words and without them: a page that cannot draw it lacks nothing. */
export function PlaceMap({ place, input }: PlaceMapProps): ReactNode {
  const { precision } = place;
  const { asAt = null, point = null } = input;
  const isSomewhere = precision !== 'AREA';
  const asked = point ? { point, asAt } : { postcode: place.postcode, asAt };
  const { reply } = useReply(PLACE_LINES, isSomewhere ? asked : null);
  const drawing = useMemo(
    () => (reply.kind === 'answered' ? drawingOf(reply.data.place) : null),
    [reply],
  );
  if (!isSomewhere || (reply.kind !== 'waiting' && !drawing)) return null;
  const where = councilsInWords(place);
  return (
    <figure className="place-map no-print">
      {drawing ? (
        <StillMap drawing={drawing} label={`Map of ${where || 'the area'} with the place marked`} />
      ) : (
        <div className="map-canvas" />
      )}
      <figcaption>
        {precision === 'UNIT' || precision === 'POINT'
          ? 'The dot is the place asked about.'
          : 'The dot is the middle of the wider postcode area.'}
      </figcaption>
    </figure>
  );
}

function drawingOf(place: PlaceLinesQuery['place']): PlaceDrawing | null {
  if (place.__typename !== 'Located') return null;
  const districts = place.areas.flatMap(({ area }) =>
    area.kind === 'district' && area.boundary ? [{ name: area.name, boundary: area.boundary }] : [],
  );
  return { position: place.position, districts };
}

type StillMapProps = { readonly drawing: PlaceDrawing; readonly label: string };

function StillMap({ drawing, label }: StillMapProps): ReactNode {
  const load = useMemo(
    () => async () => {
      const { createPlaceMap } = await import('../map/create-place-map.ts');
      return (on: HTMLElement) => createPlaceMap(on, drawing);
    },
    [drawing],
  );
  const { canvas, isLost } = useMadeMap(load);
  if (isLost) return <p>The map did not load.</p>;
  return <div className="map-canvas" role="img" aria-label={label} ref={canvas} />;
}
