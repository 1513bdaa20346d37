import type { ReactNode } from 'react';

type FigureProps = {
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
};

/** One of a row of figures, with what it counts: inside `<dl className="scores">`. */
export function Figure({ name, value, children }: FigureProps): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="score-value">{value}</span> <span>{children}</span>
      </dd>
    </div>
  );
}
