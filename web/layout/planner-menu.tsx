import type { ReactNode } from 'react';

import { Link } from './link.tsx';

/** What a planner can look at, in the order of the questions asked. The server serves the same addresses. */
export const PLANNER_PAGES: readonly { readonly to: string; readonly name: string }[] = [
  { to: '/compare', name: 'Two sets of boundaries' },
  { to: '/compare/over-time', name: 'Scores over time' },
  { to: '/compare/before-and-after', name: 'Before and after' },
  { to: '/compare/what-if', name: 'What if' },
  { to: '/compare/cover', name: 'Gaps and double cover' },
  { to: '/compare/indicators', name: 'Counts by other areas' },
];

/** Keeps the choices made, which stand in the address, from page to page. */
export function PlannerMenu({
  path,
  query,
}: {
  readonly path: string;
  readonly query: string;
}): ReactNode {
  return (
    <nav className="planner-menu no-print" aria-label="Compare boundaries">
      <ul>
        {PLANNER_PAGES.map(({ to, name }) => (
          <li key={to}>
            <Link to={`${to}${query}`} current={path === to ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
