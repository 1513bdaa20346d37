import type { ReactNode } from 'react';

type SectionProps = {
  readonly id: string;
  readonly name: string;
  readonly children: ReactNode;
};

/** A part of the page with an address of its own. */
export function Section({ id, name, children }: SectionProps): ReactNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="nhsuk-heading-m" tabIndex={-1}>
        {name}
      </h2>
      {children}
    </section>
  );
}
