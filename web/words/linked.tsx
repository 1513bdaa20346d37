import type { ReactNode } from 'react';

import { telAddress } from './phones.ts';

const LINKABLE = /(\bgov\.uk\/[\w/-]*\w|\b(?:999|111)\b)/;

/** Advice with its emergency numbers and gov.uk addresses made into links. */
export function Linked({ text }: { readonly text: string }): ReactNode {
  return text.split(LINKABLE).map((part, index) => {
    if (index % 2 === 0) return part;
    const address = part.startsWith('gov.uk') ? `https://www.${part}` : telAddress(part);
    return (
      <a key={index} href={address} rel="noreferrer">
        {part}
      </a>
    );
  });
}
