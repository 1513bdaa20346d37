import type { ReactNode } from 'react';

import { capital, shortKinds } from '../words/kinds.ts';
import type { Comparison } from './ask.ts';
import { Choice } from './choice.tsx';
import type { ComparedArea } from './matrix.ts';
import { areasCompared } from './only-partners.ts';
import { type Shade, shadeName, SHADES } from './shade.ts';
import type { View } from './view.ts';

type MapChoicesProps = {
  /** All of it, whether one area is chosen or not. */
  readonly comparison: Comparison;
  readonly chosen: ComparedArea | null;
  readonly shade: Shade;
  readonly show: (change: Partial<View>) => void;
};

const ALL = '';

/** What shades the map, and whose partners are shown: both stand in the address. */
export function MapChoices({ comparison, chosen, shade, show }: MapChoicesProps): ReactNode {
  return (
    <div className="choices-row map-choices no-print">
      <Choice
        name="shade"
        label="Shade the map by"
        value={shade}
        options={SHADES.map((each) => [each, shadeName(each, comparison)] as const)}
        choose={(value) => {
          const wanted = SHADES.find((each) => each === value);
          if (wanted) show({ shade: wanted });
        }}
      />
      <AreaChoice comparison={comparison} chosen={chosen} show={show} />
    </div>
  );
}

function AreaChoice({ comparison, chosen, show }: Omit<MapChoicesProps, 'shade'>): ReactNode {
  const { lefts, rights } = areasCompared(comparison);
  const known = new Set(lefts.map(({ code }) => code));
  return (
    <div className="choice">
      <label className="nhsuk-label" htmlFor="choice-area">
        Partners of
      </label>
      <select
        className="nhsuk-select"
        id="choice-area"
        value={chosen?.code ?? ALL}
        onChange={({ target }) => {
          show({ area: target.value === ALL ? null : target.value });
        }}
      >
        <option value={ALL}>All areas</option>
        <AreaOptions kind={comparison.left} areas={lefts} />
        <AreaOptions
          kind={comparison.right}
          areas={rights.filter(({ code }) => !known.has(code))}
        />
      </select>
    </div>
  );
}

type AreaOptionsProps = { readonly kind: string; readonly areas: readonly ComparedArea[] };

function AreaOptions({ kind, areas }: AreaOptionsProps): ReactNode {
  if (areas.length === 0) return null;
  return (
    <optgroup label={capital(shortKinds(kind))}>
      {areas
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </optgroup>
  );
}
