import { Details } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

import { arrangementType } from '../words/arrangements.ts';
import { dayInWords } from '../words/dates.ts';
import { inList } from '../words/sentences.ts';
import type { Comparison, Overlap } from './ask.ts';

type Arrangement = Overlap['arrangements'][number];
type Recorded = { readonly arrangement: Arrangement; readonly on: readonly Overlap[] };

/** The partnership facts recorded on the overlaps shown, each once, with the overlaps it holds on. */
export function RecordedArrangements({
  comparison,
}: {
  readonly comparison: Comparison;
}): ReactNode {
  const recorded = recordedOn(comparison.overlaps);
  return (
    <section aria-labelledby="arrangements">
      <h2 id="arrangements" className="nhsuk-heading-m">
        Partnership arrangements
      </h2>
      {recorded.length === 0 ? (
        <p>None is recorded on these overlaps for this day.</p>
      ) : (
        <Details>
          <Details.Summary>
            {recorded.length} recorded on these overlaps: managers, section 31 and 75 agreements,
            sharing agreements
          </Details.Summary>
          <Details.Text>
            <ul className="nhsuk-list arrangements">
              {recorded.map((each) => (
                <ArrangementFacts
                  key={each.arrangement.id}
                  {...each}
                  isEverywhere={each.on.length === comparison.overlaps.length}
                />
              ))}
            </ul>
          </Details.Text>
        </Details>
      )}
    </section>
  );
}

function recordedOn(overlaps: readonly Overlap[]): Recorded[] {
  const each = overlaps.flatMap((overlap) =>
    overlap.arrangements.map((arrangement) => ({ arrangement, overlap })),
  );
  return [...Map.groupBy(each, ({ arrangement }) => arrangement.id).values()].flatMap((group) =>
    group[0]
      ? [{ arrangement: group[0].arrangement, on: group.map(({ overlap }) => overlap) }]
      : [],
  );
}

type ArrangementFactsProps = Recorded & { readonly isEverywhere: boolean };

function ArrangementFacts({ arrangement, on, isEverywhere }: ArrangementFactsProps): ReactNode {
  const { type, name, description, checkedOn, stale, contact } = arrangement;
  const words = arrangementType(type);
  return (
    <li>
      <h3 className="nhsuk-heading-xs">
        {name}
        {!name.startsWith(words) && <span className="arrangement-type">{words}</span>}
      </h3>
      <p>{description}</p>
      <p>
        Holds on{' '}
        {isEverywhere
          ? 'every overlap shown'
          : inList(on.map(({ left, right }) => `${left.name} and ${right.name}`))}
        .{contact ? ` Contact: ${contact.label}, ${contact.phone}.` : ''}
      </p>
      <p className="team-checked">
        {checkedOn
          ? `Checked on ${dayInWords(checkedOn)}${stale ? ', over a year ago' : ''}.`
          : 'No record says when this was checked.'}
      </p>
    </li>
  );
}
