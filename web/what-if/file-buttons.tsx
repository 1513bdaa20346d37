import { type ReactNode, useRef, useState } from 'react';

import type { Choices } from '../compare-boundaries/address.ts';
import { useRelease } from '../layout/release.ts';
import { saveFile } from '../take-away/save-file.ts';
import { lay, markKept } from './desk.ts';
import { Fault } from './fields.tsx';
import { fileOf } from './keep.ts';
import { type Ground } from './ground.ts';
import { loadProposal } from './load.ts';
import { hasChanges, isSameSubject, type Work } from './work.ts';

type FileButtonsProps = {
  readonly ground: Ground;
  readonly work: Work;
  readonly choose: (change: Partial<Choices>) => void;
};

/** Keeps the proposal in a file, shares that file, and loads one again. */
export function FileButtons({ ground, work, choose }: FileButtonsProps): ReactNode {
  const release = useRelease();
  const picker = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<string>();
  const tell = (words: string, wrong?: string): void => {
    setSaid(words);
    setFault(wrong);
  };
  const file = release && hasChanges(work) ? fileOf(ground, work, release) : null;
  const load = async (picked: File): Promise<void> => {
    tell('Reading the file …');
    const loaded = await loadProposal(picked, ground.comparison.weight);
    if (loaded.kind === 'fault') {
      tell('', `${loaded.message} Your proposal is as it was.`);
      return;
    }
    lay(work, loaded.work);
    markKept(loaded.work);
    if (!isSameSubject(loaded.work.subject, ground.subject)) choose(loaded.work.subject);
    tell(loaded.note);
  };
  return (
    <div className="toolbar-files">
      <div className="toolbar-buttons" role="group" aria-label="Files">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small"
          aria-disabled={!file}
          onClick={() => {
            if (!file) return;
            saveFile(file.name, file);
            markKept(work);
            tell(`Kept as ${file.name}. Send the file to share the proposal.`);
          }}
        >
          Keep as a file
        </button>
        {file && canShare(file) && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            onClick={() => {
              navigator.share({ files: [file], title: work.title }).then(
                () => {
                  tell('Shared.');
                },
                () => {
                  tell('Not shared.');
                },
              );
            }}
          >
            Share the file
          </button>
        )}
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => picker.current?.click()}
        >
          Load a file
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const picked = event.target.files?.[0];
            event.target.value = '';
            if (picked) void load(picked);
          }}
        />
      </div>
      <p role="status">{said}</p>
      <Fault>{fault}</Fault>
    </div>
  );
}

function canShare(file: File): boolean {
  return 'canShare' in navigator && navigator.canShare({ files: [file] });
}
