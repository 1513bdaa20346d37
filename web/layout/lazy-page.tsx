import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

import { Status, Trouble } from './trouble.tsx';

type LazyPageProps = {
  readonly name: string;
  /** Stays the same from drawing to drawing: `() => import('…')` written outside a component. */
  readonly load: () => Promise<ComponentType>;
};

/** A page whose script comes when it is first looked at, so that no other page waits for it. */
export function LazyPage({ name, load }: LazyPageProps): ReactNode {
  const [page, setPage] = useState<{ readonly Page: ComponentType }>();
  const [lost, setLost] = useState(false);
  const fetchPage = (): void => {
    setLost(false);
    load().then(
      (Page) => {
        setPage({ Page });
      },
      () => {
        setLost(true);
      },
    );
  };
  useEffect(fetchPage, [load]);
  if (page) return <page.Page />;
  if (lost)
    return (
      <Trouble heading="Cannot reach the service" retry={fetchPage}>
        The page did not load: try again.
      </Trouble>
    );
  return (
    <Status>
      <p>Loading {name} …</p>
    </Status>
  );
}
