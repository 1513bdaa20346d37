import type { MouseEvent, ReactNode } from 'react';

import { Link } from './link.tsx';

const PLACES = [
  { to: '/', name: 'Find the team' },
  { to: '/check', name: 'Check a spreadsheet' },
  { to: '/compare', name: 'Compare boundaries' },
  { to: '/developers', name: 'For developers' },
  { to: '/about', name: 'About the data' },
] as const;

export function Header({ path }: { readonly path: string }): ReactNode {
  return (
    <>
      <a href="#maincontent" className="nhsuk-skip-link" onClick={skip}>
        Skip to main content
      </a>
      <header className="nhsuk-header">
        <div className="nhsuk-header__container nhsuk-width-container">
          <div className="nhsuk-header__service">
            <Link to="/" className="nhsuk-header__service-name">
              Coterminosity
            </Link>
          </div>
        </div>
        <nav className="nhsuk-header__navigation" aria-label="Menu">
          <div className="nhsuk-header__navigation-container nhsuk-width-container">
            <ul className="nhsuk-header__navigation-list site-menu">
              {PLACES.map(({ to, name }) => (
                <li key={to} className={itemClass(currentOf(path, to))}>
                  <Link
                    to={to}
                    className="nhsuk-header__navigation-link"
                    current={currentOf(path, to)}
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        </nav>
      </header>
    </>
  );
}

function currentOf(path: string, to: string): 'page' | 'part' | undefined {
  if (path === to) return 'page';
  return to !== '/' && path.startsWith(`${to}/`) ? 'part' : undefined;
}

function itemClass(current: 'page' | 'part' | undefined): string {
  const item = 'nhsuk-header__navigation-item';
  return current ? `${item} ${item}--current` : item;
}

/** By script, so that the address stays as it is. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('maincontent')?.focus();
}
