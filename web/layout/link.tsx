import type { MouseEvent, ReactNode } from 'react';

import { goTo } from './address-bar.ts';

type LinkProps = {
  readonly to: string;
  readonly className?: string;
  /** Whether this is the page one is at, or the part of the site that holds it. */
  readonly current?: 'page' | 'part' | undefined;
  readonly children: ReactNode;
};

/** A link within these pages: drawn at once, without loading the document again. */
export function Link({ to, className, current, children }: LinkProps): ReactNode {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    goTo(to);
    window.scrollTo(0, 0);
  };
  return (
    <a
      href={to}
      className={className}
      aria-current={current === 'part' ? 'true' : current}
      onClick={follow}
    >
      {children}
    </a>
  );
}
