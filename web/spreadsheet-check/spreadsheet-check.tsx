import { type ReactNode, useState } from 'react';

import { PageHeading } from '../layout/page-heading.tsx';
import { Status } from '../layout/trouble.tsx';
import { londonDay } from '../words/dates.ts';
import { CheckForm, type Choices } from './check-form.tsx';
import { ChooseFile } from './choose-file.tsx';
import { Checking } from './checking.tsx';
import { Result } from './result.tsx';
import './spreadsheet-check.css';
import { useCheck } from './use-check.ts';

/** The task: a table with a column of postcodes, each row told who is responsible, without the postcodes leaving. */
export function SpreadsheetCheck(): ReactNode {
  const { stage, take, check, cancel } = useCheck();
  const [choices, setChoices] = useState<Choices>(() => ({
    column: undefined,
    hasHeading: undefined,
    need: '',
    date: londonDay(new Date()),
  }));
  const choose = (file: File): void => {
    setChoices((before) => ({ ...before, column: undefined, hasHeading: undefined }));
    take(file);
  };
  return (
    <>
      <PageHeading title="Check a spreadsheet">Check a spreadsheet</PageHeading>
      <p className="reading">
        Give a list with a column of postcodes and say what the people in it need. Every row comes
        back with the bodies and teams responsible, or with the reason why not.
      </p>
      <WhatIsSent />
      <ChooseFile stage={stage} choose={choose} />
      <Status>{stage.kind === 'looking' && <p>Looking at {stage.file.name} …</p>}</Status>
      {(stage.kind === 'ready' || stage.kind === 'done') && (
        <CheckForm
          key={`${stage.file.name} ${stage.file.lastModified} ${stage.file.size}`}
          file={stage.file}
          look={stage.look}
          note={stage.kind === 'ready' ? stage.note : null}
          choices={choices}
          choose={(change) => {
            setChoices((before) => ({ ...before, ...change }));
          }}
          check={check}
        />
      )}
      {stage.kind === 'checking' && <Checking progress={stage.progress} cancel={cancel} />}
      {stage.kind === 'done' && (
        <Result
          file={stage.file}
          result={stage.result}
          retry={() => {
            check(stage.asked);
          }}
        />
      )}
    </>
  );
}

function WhatIsSent(): ReactNode {
  return (
    <div className="nhsuk-inset-text what-is-sent">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      <p>
        <strong>The file stays on this device.</strong> It is read and matched in your browser. The
        service is asked only for the first halves of the postcodes in it (SO23 of SO23 8UJ), each
        shared by thousands of homes, with the need and the day. No whole postcode and no other
        column is sent, and nothing is stored.
      </p>
    </div>
  );
}
