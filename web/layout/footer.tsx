import type { ReactNode } from 'react';

import { isLoud } from '../words/notices.ts';
import { Link } from './link.tsx';
import type { Release } from './release.ts';

export function Footer({ release }: { readonly release: Release | null }): ReactNode {
  return (
    <footer className="nhsuk-footer">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta site-footer">
          {release && <ReleaseFacts release={release} />}
          <p className="nhsuk-body-s">
            No cookies, nothing stored, nothing sent elsewhere.{' '}
            <Link to="/about">Privacy, accessibility and sources</Link>
          </p>
        </div>
      </div>
    </footer>
  );
}

function ReleaseFacts({ release }: { readonly release: Release }): ReactNode {
  const quiet = release.notices.filter((notice) => !isLoud(notice));
  const attributions = [...new Set(release.sources.map(({ attribution }) => attribution))];
  return (
    <>
      {quiet.map((notice) => (
        <p key={notice} className="nhsuk-body-s">
          {notice}
        </p>
      ))}
      {attributions.map((attribution) => (
        <p key={attribution} className="nhsuk-body-s">
          {attribution}
        </p>
      ))}
      <p className="nhsuk-body-s">
        Release <span className="code-word">{release.id}</span>, covering {release.coverage}.
      </p>
    </>
  );
}
