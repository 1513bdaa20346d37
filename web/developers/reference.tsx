import { type ReactNode, useMemo, useState } from 'react';

import { useAddress } from '../layout/address-bar.ts';
import { Status } from '../layout/trouble.tsx';
import { findInSchema, readSchema } from './read-schema.ts';
import { SchemaTypeEntry } from './schema-type-entry.tsx';
import { Section } from './section.tsx';
import { useFile } from './use-file.ts';

/** Read from the file the server publishes, so it says what this server answers and nothing else. */
export function Reference(): ReactNode {
  const file = useFile('/schema.graphql');
  const { query } = useAddress();
  const [text, setText] = useState('');
  const types = useMemo(() => (file.kind === 'read' ? readSchema(file.text) : []), [file]);
  const asked = new URLSearchParams(query).get('type');
  const named = types.filter(({ name }) => name === asked);
  const matching = findInSchema(types, text);
  const found = [...matching, ...named.filter((type) => !matching.includes(type))];
  const known = new Set(types.map(({ name }) => name));
  return (
    <Section id="reference" name="Schema reference">
      <p>
        Made from <a href="/schema.graphql">schema.graphql</a> as this server serves it. Each type
        has an address of its own.
      </p>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="find-type">
          Find a type, field or word
        </label>
        <input
          id="find-type"
          className="nhsuk-input"
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </div>
      <Status>
        {file.kind === 'waiting' && <p>Loading the schema …</p>}
        {file.kind === 'lost' && <p>The schema did not load. Load the page again.</p>}
        {file.kind === 'read' && (
          <p>
            {found.length} of {types.length} types
          </p>
        )}
      </Status>
      {found.map((type) => (
        <SchemaTypeEntry
          key={type.name}
          type={type}
          known={known}
          isAsked={type.name === asked}
          isOpen={text.trim() !== '' && found.length <= MOST_OPEN}
        />
      ))}
    </Section>
  );
}

/** A search that leaves so few types shows them open. */
const MOST_OPEN = 3;
