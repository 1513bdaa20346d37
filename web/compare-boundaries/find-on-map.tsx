import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';

import { graphql } from '../api/generated/index.ts';
import type { FindOnMapQuery } from '../api/generated/graphql.ts';
import { request } from '../api/request.ts';
import { Status } from '../layout/trouble.tsx';
import type { Position } from '../map/create-overlap-map.ts';
import { shortKind } from '../words/kinds.ts';
import { inList, sentence } from '../words/sentences.ts';
import type { Comparison } from './ask.ts';
import { areasNamed } from './areas-named.ts';
import type { ComparedArea } from './matrix.ts';

const FIND_ON_MAP = graphql(`
  query FindOnMap($postcode: String!, $asAt: Date) {
    place(postcode: $postcode, asAt: $asAt) {
      __typename
      ... on Located {
        position {
          lat
          lon
        }
        precision
        areas {
          share
          area {
            kind
            code
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

type FindOnMapProps = {
  /** All of it, whether one area is chosen or not. */
  readonly comparison: Comparison;
  readonly choose: (area: ComparedArea) => void;
  readonly markPlace: (position: Position | null) => void;
};

type Found =
  | { readonly kind: 'nothing asked' | 'asking' | 'empty' | 'lost' }
  | { readonly kind: 'areas'; readonly areas: readonly ComparedArea[] }
  | { readonly kind: 'place'; readonly place: FindOnMapQuery['place'] };

/** What is typed is sent by POST alone, and kept nowhere: it may be where somebody lives. */
export function FindOnMap({ comparison, choose, markPlace }: FindOnMapProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Found>({ kind: 'nothing asked' });
  const find = async (): Promise<void> => {
    markPlace(null);
    setFound({ kind: 'asking' });
    const next = await findTyped(typed, comparison);
    setFound(next);
    if (next.kind === 'place' && next.place.__typename === 'Located')
      markPlace(next.place.position);
  };
  const clear = (): void => {
    setTyped('');
    setFound({ kind: 'nothing asked' });
    markPlace(null);
  };
  return (
    <form
      className="find-on-map no-print"
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void find();
      }}
    >
      <label className="nhsuk-label" htmlFor={id}>
        Find an area or a postcode
      </label>
      <div className="find-row">
        <input
          className="nhsuk-input"
          id={id}
          value={typed}
          maxLength={LONGEST}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
        />
        <button type="submit">Find</button>
        {found.kind !== 'nothing asked' && (
          <button type="button" onClick={clear}>
            Clear
          </button>
        )}
      </div>
      <Status>
        <FoundInWords found={found} comparison={comparison} choose={choose} />
      </Status>
    </form>
  );
}

const LONGEST = 60;

/** A name of an area compared, else a postcode. */
async function findTyped(typed: string, comparison: Comparison): Promise<Found> {
  if (typed.trim() === '') return { kind: 'empty' };
  const areas = areasNamed(comparison, typed);
  if (areas.length > 0) return { kind: 'areas', areas };
  const reply = await request(FIND_ON_MAP, { postcode: typed, asAt: comparison.asAt });
  return reply.kind === 'answered' ? { kind: 'place', place: reply.data.place } : { kind: 'lost' };
}

type FoundInWordsProps = Pick<FindOnMapProps, 'comparison' | 'choose'> & { readonly found: Found };

function FoundInWords({ found, comparison, choose }: FoundInWordsProps): ReactNode {
  switch (found.kind) {
    case 'nothing asked':
      return null;
    case 'asking':
      return <p>Looking …</p>;
    case 'empty':
      return <p>Enter the name of an area, or a postcode.</p>;
    case 'lost':
      return <p>The service did not answer. Try again.</p>;
    case 'areas':
      return <AreaButtons areas={found.areas} choose={choose} />;
    case 'place':
      return found.place.__typename === 'NotLocated' ? (
        <p>No area compared here is called that. {sentence(found.place.message)}</p>
      ) : (
        <PlaceFound place={found.place} comparison={comparison} choose={choose} />
      );
  }
}

type AreaButtonsProps = {
  readonly areas: readonly ComparedArea[];
  readonly choose: (area: ComparedArea) => void;
};

function AreaButtons({ areas, choose }: AreaButtonsProps): ReactNode {
  if (areas.length === 0) return null;
  return (
    <p className="find-results">
      Show only the partners of{' '}
      {areas.map((area) => (
        <button
          key={area.code}
          type="button"
          className="link-button"
          onClick={() => {
            choose(area);
          }}
        >
          {area.name}
        </button>
      ))}
    </p>
  );
}

type Located = Extract<FindOnMapQuery['place'], { __typename: 'Located' }>;

type PlaceFoundProps = Pick<FindOnMapProps, 'comparison' | 'choose'> & { readonly place: Located };

function PlaceFound({ place, comparison, choose }: PlaceFoundProps): ReactNode {
  const { left, right } = comparison;
  const compared = new Set(
    comparison.remainders.map(({ area: { kind, code } }) => `${kind} ${code}`),
  );
  const here = place.areas
    .map(({ area }) => area)
    .filter(({ kind }) => kind === left || kind === right);
  const names = [...new Set([left, right])].map((kind) => {
    const own = here.filter((area) => area.kind === kind).map(({ name }) => name);
    return own.length === 0 ? `no ${shortKind(kind)} known` : `${inList(own)} (${shortKind(kind)})`;
  });
  return (
    <>
      <p>
        {place.precision === 'UNIT' || place.precision === 'POINT'
          ? 'The dot marks it. It lies in '
          : 'The dot marks the middle of the wider postcode area. It lies in '}
        {inList(names)}.
      </p>
      <AreaButtons
        areas={here.filter(({ kind, code }) => compared.has(`${kind} ${code}`))}
        choose={choose}
      />
    </>
  );
}
