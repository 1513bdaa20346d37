import { type ReactNode, useState } from 'react';

import { capital, shortKind, shortKinds } from '../words/kinds.ts';
import { faultOfName, type Ground, nameOf, ownersOf, piecesWith, pieceOf } from './ground.ts';
import { Fault, Field, OwnerSelect } from './fields.tsx';
import { merge, type Owner, rename, type Work } from './work.ts';

type WholeAreasProps = {
  readonly ground: Ground;
  readonly work: Work;
  readonly change: (next: Work) => void;
};

/** Two areas become one, or one gets another name. */
export function WholeAreas(props: WholeAreasProps): ReactNode {
  const { left } = props.ground.comparison;
  return (
    <div className="whole-areas no-print">
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Merge whole {shortKinds(left)}</span>
        </summary>
        <div className="nhsuk-details__text">
          <MergeForm {...props} />
        </div>
      </details>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Give a {shortKind(left)} another name</span>
        </summary>
        <div className="nhsuk-details__text">
          <RenameForm {...props} />
        </div>
      </details>
    </div>
  );
}

function MergeForm({ ground, work, change }: WholeAreasProps): ReactNode {
  const standing = ownersOf(ground, work).filter(
    ([owner]) => piecesWith(ground, work, owner).length > 0,
  );
  const [from, setFrom] = useState<Owner>('');
  const [into, setInto] = useState<Owner>('');
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string>();
  const press = (): void => {
    const found = faultOfMerge();
    setFault(found);
    if (found !== undefined) return;
    const pieces = ground.comparison.overlaps.map(pieceOf);
    change(merge(work, pieces, { from, into, name: name.trim() }));
    setFrom('');
    setName('');
  };
  const faultOfMerge = (): string | undefined => {
    const stands = (owner: Owner): boolean => standing.some(([each]) => each === owner);
    if (!stands(from) || !stands(into)) return 'Choose the two areas to merge.';
    if (from === into) return `Choose two areas: ${nameOf(ground, work, from)} is chosen twice.`;
    return name === '' ? undefined : faultOfName(ground, work, { name, of: into });
  };
  return (
    <form
      className="area-form"
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <OwnerSelect id="merge-from" label="Merge" owners={standing} value={from} choose={setFrom} />
      <OwnerSelect id="merge-into" label="into" owners={standing} value={into} choose={setInto} />
      <Field
        id="merge-name"
        label="to be called (empty keeps the second name)"
        value={name}
        write={setName}
      />
      <Fault>{fault}</Fault>
      <button type="submit" className="nhsuk-button nhsuk-button--small">
        Merge
      </button>
    </form>
  );
}

function RenameForm({ ground, work, change }: WholeAreasProps): ReactNode {
  const [owner, setOwner] = useState<Owner>('');
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string>();
  const owners = ownersOf(ground, work);
  return (
    <form
      className="area-form"
      onSubmit={(event) => {
        event.preventDefault();
        const isThere = owners.some(([each]) => each === owner);
        const found = isThere
          ? faultOfName(ground, work, { name, of: owner })
          : 'Choose the area to rename.';
        setFault(found);
        if (found !== undefined) return;
        const today = ground.areas.find(({ code }) => code === owner)?.name;
        change(rename(work, owner, name.trim() === today ? null : name.trim()));
        setName('');
      }}
    >
      <OwnerSelect
        id="rename"
        label={capital(shortKind(ground.comparison.left))}
        owners={owners}
        value={owner}
        choose={setOwner}
      />
      <Field id="rename-name" label="New name" value={name} write={setName} />
      <Fault>{fault}</Fault>
      <button type="submit" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
        Rename
      </button>
    </form>
  );
}
