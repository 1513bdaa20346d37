import { type ReactNode, useEffect, useRef } from 'react';

import { dayInWords } from '../words/dates.ts';
import { inList } from '../words/sentences.ts';
import type { Comparison } from './ask.ts';
import { captionOf, type PictureAsked } from './take-away/picture-of-view.ts';

type PrintedMapProps = PictureAsked & { readonly comparison: Comparison };

/** On paper the map is a drawing made for it, with its legend, day, release and licence: as sharp as the printer. */
export function PrintedMap({ comparison, within, chosen, shade, map }: PrintedMapProps): ReactNode {
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!map) return;
    const leaving = new AbortController();
    void import('../map/picture-in-svg.ts').then(({ pictureInSvg }) => {
      if (leaving.signal.aborted) return;
      const draw = (): void => {
        const shot = map.shot();
        if (!shot) return;
        const caption = captionOf(comparison, { within, chosen, shade }, originOnPaper(comparison));
        const { documentElement } = new DOMParser().parseFromString(
          pictureInSvg(shot, caption),
          'image/svg+xml',
        );
        paper.current?.replaceChildren(document.adoptNode(documentElement));
      };
      const { signal } = leaving;
      window.addEventListener('beforeprint', draw, { signal });
      window.matchMedia('print').addEventListener('change', draw, { signal });
    });
    return () => {
      leaving.abort();
    };
  }, [comparison, within, chosen, shade, map]);
  return <div className="print-only printed-map" ref={paper} />;
}

function originOnPaper({ asAt, release }: Comparison): ReturnType<typeof captionOf>['origin'] {
  const each = (what: 'licence' | 'attribution'): string =>
    inList([...new Set(release.sources.map((source) => source[what]))]);
  return [
    { term: 'date', label: 'As at', text: dayInWords(asAt) },
    { term: 'identifier', label: 'Release', text: release.id },
    { term: 'rights', label: 'Licence', text: each('licence') },
    { term: 'source', label: 'Source', text: each('attribution') },
  ];
}
