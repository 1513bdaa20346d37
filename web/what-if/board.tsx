import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';

import type { Choices } from '../compare-boundaries/address.ts';
import { dayInWords } from '../words/dates.ts';
import { shortKinds } from '../words/kinds.ts';
import { isUnsaved, lay, redo, undo, useDesk } from './desk.ts';
import { FileButtons } from './file-buttons.tsx';
import { type Ground, workHere } from './ground.ts';
import { Outcomes } from './outcomes.tsx';
import { Pieces } from './pieces.tsx';
import { ProposalMap } from './proposal-map.tsx';
import { toggled } from './ticks.ts';
import { hasChanges, isSameSubject, noWork, type Subject, type Work } from './work.ts';
import { WholeAreas } from './whole-areas.tsx';

type BoardProps = {
  readonly ground: Ground;
  readonly choose: (change: Partial<Choices>) => void;
};

/** The proposal, the tools to draw it and what comes of it. */
export function Board({ ground, choose }: BoardProps): ReactNode {
  const desk = useDesk();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const map = useRef<HTMLDivElement>(null);
  const toggle = useCallback((piece: string) => {
    setTicked((before) => toggled(before, piece));
  }, []);
  const show = (piece: string): void => {
    setTicked(new Set([piece]));
    map.current?.scrollIntoView();
  };
  const { subject, comparison } = ground;
  const key = JSON.stringify(subject);
  const fresh = useMemo(() => noWork(JSON.parse(key) as Subject), [key]);
  const isHere = desk.work !== null && isSameSubject(desk.work.subject, subject);
  const work = workHere(desk.work, isHere, fresh);
  if (comparison.overlaps.length === 0)
    return (
      <p className="note" role="status">
        Nothing of the one set meets anything of the other here, so there is nothing to redraw.
        Choose another place or day.
      </p>
    );
  if (!work) return <OtherGround work={desk.work ?? fresh} fresh={fresh} choose={choose} />;
  const follow = (next: Work | null): void => {
    if (next && !isSameSubject(next.subject, subject)) choose(next.subject);
  };
  const change = (next: Work): void => {
    lay(work, next);
  };
  return (
    <>
      <p className="print-only">Proposal: {work.title}.</p>
      <div className="toolbar no-print">
        <Title work={work} change={change} />
        <div className="toolbar-buttons" role="group" aria-label="Steps">
          <Tool
            isOff={desk.earlier.length === 0}
            press={() => {
              follow(undo());
            }}
          >
            Undo
          </Tool>
          <Tool
            isOff={desk.undone.length === 0}
            press={() => {
              follow(redo());
            }}
          >
            Redo
          </Tool>
          <Tool
            isOff={!hasChanges(work)}
            press={() => {
              change(fresh);
            }}
          >
            Start again
          </Tool>
        </div>
        <FileButtons ground={ground} work={work} choose={choose} />
        <p className="unsaved" role="status">
          {isUnsaved(desk)
            ? 'Not kept in a file yet: closing or reloading this page would lose it.'
            : hasChanges(work) && 'Kept in a file.'}
        </p>
      </div>
      <Outcomes ground={ground} work={work} show={show}>
        <WholeAreas ground={ground} work={work} change={change} />
        <div className="map-and-table" ref={map}>
          <ProposalMap ground={ground} work={work} ticked={ticked} toggle={toggle} />
          <Pieces ground={ground} work={work} change={change} ticked={ticked} tick={setTicked} />
        </div>
      </Outcomes>
    </>
  );
}

type ToolProps = {
  readonly isOff: boolean;
  readonly press: () => void;
  readonly children: string;
};

/** Keeps the focus when there is nothing left to do: `disabled` would throw it away. */
function Tool({ isOff, press, children }: ToolProps): ReactNode {
  return (
    <button
      type="button"
      className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) press();
      }}
    >
      {children}
    </button>
  );
}

type TitleProps = { readonly work: Work; readonly change: (next: Work) => void };

/** Written when the field is left, so that one name is one step back. */
function Title({ work, change }: TitleProps): ReactNode {
  const [draft, setDraft] = useState<string>();
  const commit = (): void => {
    const title = draft?.trim() ?? '';
    if (title !== '' && title !== work.title) change({ ...work, title });
    setDraft(undefined);
  };
  return (
    <div className="toolbar-title">
      <label className="nhsuk-label" htmlFor="proposal-title">
        Name of the proposal
      </label>
      <input
        className="nhsuk-input"
        id="proposal-title"
        maxLength={120}
        value={draft ?? work.title}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </div>
  );
}

type OtherGroundProps = {
  readonly work: Work;
  readonly fresh: Work;
  readonly choose: (change: Partial<Choices>) => void;
};

/** The choices were changed while a proposal for others is on the desk: neither is thrown away unasked. */
function OtherGround({ work, fresh, choose }: OtherGroundProps): ReactNode {
  const { title, subject } = work;
  return (
    <div className="note" role="alert">
      <p>
        “{title}” redraws {shortKinds(subject.left)} held against {shortKinds(subject.right)} on{' '}
        {dayInWords(subject.asAt)}. The choices above are others.
      </p>
      <div className="toolbar-buttons">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small"
          onClick={() => {
            choose(subject);
          }}
        >
          Go on with the proposal
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={() => {
            lay(work, fresh);
          }}
        >
          Start a new one here
        </button>
      </div>
      <p>Undo brings back a proposal that was left for a new one.</p>
    </div>
  );
}
