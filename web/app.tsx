import type { ComponentType, ReactNode } from 'react';

import { About } from './about/about.tsx';
import { FindTeam } from './find-team/find-team.tsx';
import { useAddress } from './layout/address-bar.ts';
import { Footer } from './layout/footer.tsx';
import { Header } from './layout/header.tsx';
import { LazyPage } from './layout/lazy-page.tsx';
import { NoSuchPage } from './layout/no-such-page.tsx';
import { Notices } from './layout/notices.tsx';
import { OfflineNotice } from './layout/offline-notice.tsx';
import { PLANNER_PAGES, PlannerMenu } from './layout/planner-menu.tsx';
import { useRelease } from './layout/release.ts';

export function App(): ReactNode {
  const { path, query } = useAddress();
  const release = useRelease();
  return (
    <div className={isPlanners(path) ? 'wide-site' : 'site'}>
      <Header path={path} />
      {release && <Notices notices={release.notices} />}
      <OfflineNotice />
      <main id="maincontent" tabIndex={-1} className="nhsuk-width-container page">
        {isPlanners(path) && <PlannerMenu path={path} query={query} />}
        {pageAt(path)}
      </main>
      <Footer release={release} />
    </div>
  );
}

/** The planner's pages stand together below one address, and use the whole width. */
function isPlanners(path: string): boolean {
  return PLANNER_PAGES.some(({ to }) => to === path);
}

async function compareBoundaries(): Promise<ComponentType> {
  return (await import('./compare-boundaries/compare-boundaries.tsx')).CompareBoundaries;
}

async function scoresOverTime(): Promise<ComponentType> {
  return (await import('./scores-over-time/scores-over-time.tsx')).ScoresOverTime;
}

async function whatIf(): Promise<ComponentType> {
  return (await import('./what-if/what-if.tsx')).WhatIf;
}

async function beforeAndAfter(): Promise<ComponentType> {
  return (await import('./before-and-after/before-and-after.tsx')).BeforeAndAfter;
}

async function cover(): Promise<ComponentType> {
  return (await import('./cover/cover.tsx')).GapsAndDoubleCover;
}

async function indicators(): Promise<ComponentType> {
  return (await import('./indicators/indicators.tsx')).Indicators;
}

async function spreadsheetCheck(): Promise<ComponentType> {
  return (await import('./spreadsheet-check/spreadsheet-check.tsx')).SpreadsheetCheck;
}

async function developers(): Promise<ComponentType> {
  return (await import('./developers/developers.tsx')).Developers;
}

function pageAt(path: string): ReactNode {
  switch (path) {
    case '/':
      return <FindTeam />;
    case '/compare':
      return <LazyPage key={path} name="Compare boundaries" load={compareBoundaries} />;
    case '/compare/over-time':
      return <LazyPage key={path} name="Scores over time" load={scoresOverTime} />;
    case '/compare/what-if':
      return <LazyPage key={path} name="What if the lines moved?" load={whatIf} />;
    case '/compare/before-and-after':
      return <LazyPage key={path} name="Before and after" load={beforeAndAfter} />;
    case '/compare/cover':
      return <LazyPage key={path} name="Gaps and double cover" load={cover} />;
    case '/compare/indicators':
      return <LazyPage key={path} name="Counts by other areas" load={indicators} />;
    case '/check':
      return <LazyPage key={path} name="Check a spreadsheet" load={spreadsheetCheck} />;
    case '/developers':
      return <LazyPage key={path} name="For developers" load={developers} />;
    case '/about':
      return <About />;
    default:
      return <NoSuchPage />;
  }
}
