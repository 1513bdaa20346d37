import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

import { goTo } from '../layout/address-bar.ts';
import type { SchemaMember, SchemaType } from './read-schema.ts';

type SchemaTypeEntryProps = {
  readonly type: SchemaType;
  readonly known: ReadonlySet<string>;
  /** Named in the address. */
  readonly isAsked: boolean;
  readonly isOpen: boolean;
};

const SORTS: Readonly<Record<SchemaType['sort'], string>> = {
  query: 'what can be asked',
  union: 'one of several outcomes',
  type: 'in answers',
  input: 'in questions',
  enum: 'one of a list',
  scalar: 'a value',
};

export function SchemaTypeEntry(props: SchemaTypeEntryProps): ReactNode {
  const { type, known, isAsked, isOpen } = props;
  const entry = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isAsked && entry.current) show(entry.current);
  }, [isAsked]);
  return (
    <details ref={entry} className="schema-type" id={`type-${type.name}`} open={isOpen}>
      <summary>
        <span className="code-word">{type.name}</span>{' '}
        <span className="sort">{SORTS[type.sort]}</span>
      </summary>
      <p>
        <Words text={type.says} />{' '}
        <TypeLink name={type.name}>
          Address of <span className="code-word">{type.name}</span>
        </TypeLink>
      </p>
      {type.members.length > 0 && (
        <dl className="members">
          {type.members.map((member) => (
            <Member key={member.name} member={member} known={known} />
          ))}
        </dl>
      )}
    </details>
  );
}

function show(entry: HTMLDetailsElement): void {
  entry.open = true;
  entry.scrollIntoView();
  entry.querySelector('summary')?.focus({ preventScroll: true });
}

type MemberProps = { readonly member: SchemaMember; readonly known: ReadonlySet<string> };

function Member({ member, known }: MemberProps): ReactNode {
  return (
    <div>
      <dt>
        <span className="code-word">{member.name}</span> <Typed member={member} known={known} />
      </dt>
      <dd>
        <Words text={member.says} />
        {member.deprecated !== undefined && <strong> Deprecated: {member.deprecated}</strong>}
        {member.arguments.length > 0 && (
          <ul className="arguments">
            {member.arguments.map((argument) => (
              <li key={argument.name}>
                <span className="code-word">{argument.name}</span>{' '}
                <Typed member={argument} known={known} /> <Words text={argument.says} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}

function Typed({ member, known }: MemberProps): ReactNode {
  const { type, named, usual } = member;
  if (type === undefined || named === undefined) return null;
  return (
    <>
      {known.has(named) ? (
        <TypeLink name={named}>
          <span className="code-word">{type}</span>
        </TypeLink>
      ) : (
        <span className="code-word">{type}</span>
      )}
      {usual !== undefined && <span> ({usual} if left out)</span>}
    </>
  );
}

type TypeLinkProps = { readonly name: string; readonly children: ReactNode };

/** The entry itself scrolls into view and takes the focus, once the address names it. */
function TypeLink({ name, children }: TypeLinkProps): ReactNode {
  const address = `/developers?type=${name}`;
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (`${window.location.pathname}${window.location.search}` !== address) goTo(address);
    else {
      const entry = document.getElementById(`type-${name}`);
      if (entry instanceof HTMLDetailsElement) show(entry);
    }
  };
  return (
    <a href={address} onClick={follow}>
      {children}
    </a>
  );
}

/** Descriptions write names in backticks. */
function Words({ text }: { readonly text: string }): ReactNode {
  return text.split('`').map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="code-word">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
