import { type ReactNode, useState } from 'react';

import { keyOf } from '../compare-boundaries/ask.ts';
import { Fault, Field, OwnerSelect } from './fields.tsx';
import { faultOfName, type Ground, ownersOf, pieceOf } from './ground.ts';
import { give, giveToNew, type Owner, type Work } from './work.ts';

type TickedPiecesProps = {
  readonly ground: Ground;
  readonly work: Work;
  readonly change: (next: Work) => void;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (ticked: ReadonlySet<string>) => void;
};

/** No owner is called so: those of today have codes, new ones a colon. */
const A_NEW_ONE = 'new';

/** Gives all ticked pieces to one area, today’s or a new one. */
export function TickedPieces({ ground, work, change, ticked, tick }: TickedPiecesProps): ReactNode {
  const [to, setTo] = useState<Owner>('');
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string>();
  const owners = ownersOf(ground, work);
  const pieces = ground.comparison.overlaps
    .filter((overlap) => ticked.has(keyOf(overlap)))
    .map(pieceOf);
  const faultOf = (): string | undefined => {
    if (pieces.length === 0) return 'Tick the pieces to give, in the table or on the map.';
    if (to === A_NEW_ONE) return faultOfName(ground, work, { name, of: null });
    return owners.some(([owner]) => owner === to) ? undefined : 'Choose the area to give them to.';
  };
  const press = (): void => {
    const found = faultOf();
    setFault(found);
    if (found !== undefined) return;
    change(to === A_NEW_ONE ? giveToNew(work, pieces, name.trim()) : give(work, pieces, to));
    tick(new Set());
    setName('');
    setTo('');
  };
  return (
    <form
      className="area-form ticked no-print"
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <OwnerSelect
        id="ticked-to"
        label={`Give the ${tickedInWords(pieces.length)} to`}
        owners={owners}
        value={to}
        choose={setTo}
        other={[A_NEW_ONE, 'a new area']}
      />
      {to === A_NEW_ONE && (
        <Field id="ticked-name" label="Name of the new area" value={name} write={setName} />
      )}
      <Fault>{fault}</Fault>
      <button type="submit" className="nhsuk-button nhsuk-button--small">
        Give
      </button>
    </form>
  );
}

function tickedInWords(count: number): string {
  if (count === 1) return 'ticked piece';
  return count === 0 ? 'ticked pieces' : `${count} ticked pieces`;
}
