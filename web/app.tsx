import type { ReactNode } from 'react';

import { About } from './about/about.tsx';
import { CompareBoundaries } from './compare-boundaries/compare-boundaries.tsx';
import { Developers } from './developers/developers.tsx';
import { FindTeam } from './find-team/find-team.tsx';
import { useAddress } from './layout/address-bar.ts';
import { Footer } from './layout/footer.tsx';
import { Header } from './layout/header.tsx';
import { NoSuchPage } from './layout/no-such-page.tsx';
import { Notices } from './layout/notices.tsx';
import { OfflineNotice } from './layout/offline-notice.tsx';
import { useRelease } from './layout/release.ts';

export function App(): ReactNode {
  const { path } = useAddress();
  const release = useRelease();
  return (
    <div className={path === '/compare' ? 'wide-site' : 'site'}>
      <Header path={path} />
      {release && <Notices notices={release.notices} />}
      <OfflineNotice />
      <main id="maincontent" tabIndex={-1} className="nhsuk-width-container page">
        {pageAt(path)}
      </main>
      <Footer release={release} />
    </div>
  );
}

function pageAt(path: string): ReactNode {
  switch (path) {
    case '/':
      return <FindTeam />;
    case '/compare':
      return <CompareBoundaries />;
    case '/developers':
      return <Developers />;
    case '/about':
      return <About />;
    default:
      return <NoSuchPage />;
  }
}
