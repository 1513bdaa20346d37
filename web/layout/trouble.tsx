import { type ReactNode, useEffect, useRef } from 'react';

type TroubleProps = {
  readonly heading: string;
  readonly children: ReactNode;
  readonly retry: () => void;
};

/** The service did not answer. Says what is safe, and offers the one thing to do. */
export function Trouble({ heading, children, retry }: TroubleProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="trouble" role="alert" tabIndex={-1} ref={box}>
      <h2 className="nhsuk-heading-s">{heading}</h2>
      <p>{children}</p>
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={retry}>
        Try again
      </button>
    </div>
  );
}

/** A line read out while an answer is on its way; empty says nothing. */
export function Status({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <div role="status" className="status-line">
      {children}
    </div>
  );
}
