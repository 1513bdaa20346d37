import { TextInput } from 'nhsuk-react-components';
import { type ReactNode, useEffect, useState } from 'react';

import { graphql } from '../api/generated/index.ts';
import type { PointWordsQuery } from '../api/generated/graphql.ts';
import { useReply } from '../api/use-reply.ts';
import { Status } from '../layout/trouble.tsx';
import { inList } from '../words/sentences.ts';
import { pointInText, readPoint } from './point.ts';
import { PointMapView } from './point-map-view.tsx';

const POINT_WORDS = graphql(`
  query PointWords($point: PointInput!) {
    place(point: $point) {
      __typename
      ... on Located {
        areas {
          area {
            kind
            name
          }
        }
      }
      ... on NotLocated {
        message
      }
    }
  }
`);

type PointFieldProps = {
  readonly point: string;
  readonly error: string;
  readonly choose: (point: string) => void;
};

const LONGEST_POINT = 60;

/** Words first: two numbers and the name of the place they are in. The map is one way to fill them in. */
export function PointField({ point, error, choose }: PointFieldProps): ReactNode {
  return (
    <div className="point">
      <TextInput
        id="point"
        name="point"
        label="Point: latitude and longitude"
        labelProps={{ size: 's' }}
        hint="Where the person lives, or is now. For example, 51.0629, -1.3166. Or choose it on the map."
        width={20}
        spellCheck={false}
        inputMode="text"
        maxLength={LONGEST_POINT}
        error={error}
        value={point}
        onChange={(event) => {
          choose(event.target.value);
        }}
      />
      <PointWords point={point} />
      <PointMapView
        point={point}
        choose={(chosen) => {
          choose(pointInText(chosen));
        }}
      />
    </div>
  );
}

/** Long enough for the next press of an arrow, milliseconds. */
const REST_MS = 350;

/** Read out once the point rests. */
function PointWords({ point }: { readonly point: string }): ReactNode {
  const [rested, setRested] = useState(point);
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(point);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [point]);
  const read = readPoint(rested);
  const { reply } = useReply(POINT_WORDS, read ? { point: read } : null);
  return (
    <Status>{read && reply.kind === 'answered' && <p>{whereabouts(reply.data.place)}</p>}</Status>
  );
}

function whereabouts(place: PointWordsQuery['place']): string {
  if (place.__typename === 'NotLocated') return place.message;
  const names = ['district', 'upper-tier'].flatMap((kind) => {
    const found = place.areas.filter(({ area }) => area.kind === kind);
    return found.length > 0 ? [inList(found.map(({ area }) => area.name))] : [];
  });
  return `This point is in ${[...new Set(names)].join(', ')}.`;
}
