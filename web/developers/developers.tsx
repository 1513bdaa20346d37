import './developers.css';

import { type ReactNode, useState } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Contract } from './contract.tsx';
import { ROUTED, type Example } from './examples.ts';
import { FirstAnswer } from './first-answer.tsx';
import { Gallery } from './gallery.tsx';
import { Promises } from './promises.tsx';
import { Reference } from './reference.tsx';
import { TryIt } from './try-it.tsx';
import { WhatItAnswers } from './what-it-answers.tsx';

const SECTIONS = [
  ['first-answer', 'First answer in five minutes'],
  ['answers', 'What it answers'],
  ['examples', 'Every outcome, to run'],
  ['try', 'Try your own'],
  ['reference', 'Schema reference'],
  ['limits', 'Limits'],
  ['errors', 'Errors'],
  ['promise', 'What will not change'],
  ['licence', 'Licence'],
  ['other-ways', 'Tables, matching at home, standards'],
  ['running', 'Running it yourself'],
] as const;

/** The example in the editor, and how often one was put there. */
type Changed = { readonly example: Example | undefined; readonly times: number };

export function Developers(): ReactNode {
  const [changed, setChanged] = useState<Changed>({ example: ROUTED[0], times: 0 });
  const change = (example: Example): void => {
    setChanged(({ times }) => ({ example, times: times + 1 }));
  };
  return (
    <div className="reading developers">
      <PageHeading title="For developers" size="xl">
        For developers
      </PageHeading>
      <p className="nhsuk-lede-text">
        Everything these pages show comes from one GraphQL address, open to any system: referral
        forms, case management, switchboards.
      </p>
      <nav aria-labelledby="contents">
        <h2 id="contents" className="nhsuk-heading-s">
          On this page
        </h2>
        <ul className="contents">
          {SECTIONS.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <FirstAnswer />
      <WhatItAnswers />
      <Gallery change={change} />
      {changed.example && (
        <TryIt key={changed.times} example={changed.example} takesFocus={changed.times > 0} />
      )}
      <Reference />
      <Contract />
      <Promises />
    </div>
  );
}
