import { AsyncLocalStorage } from 'node:async_hooks';

import { DatabaseFault } from '../database/database-fault.ts';
import type { Route } from './route-name.ts';

export type Answered = {
  readonly id: string;
  readonly method: string;
  readonly route: Route;
  readonly status: number;
  readonly ms: number;
  /** The client was gone before it had the whole answer. */
  readonly cutShort: boolean;
};

/** One JSON object a line. Nothing of what was asked, nor of who asked, can get into one: there is no field for it. */
export type Log = {
  readonly answered: (answered: Answered) => void;
  /** A fault of ours: its name and where, never what was asked. */
  readonly fault: (fault: unknown, id?: string) => void;
  /** A file of the operator's cannot be read any longer. */
  readonly misread: (fault: unknown) => void;
  readonly event: (event: 'listening' | 'stopping' | 'stopped', more?: object) => void;
  readonly flush: () => void;
};

export type LogOptions = {
  /** Whether every request has a line; faults always have one. */
  readonly requests: boolean;
  readonly write: (lines: string) => void;
  readonly now?: () => number;
};

/** Lines are gathered so long, milliseconds: writing is what costs. */
const GATHERED_MS = 50;
/** A database that is away fails every request alike: once so often is enough. */
const SAME_FAULT_MS = 1000;

/** The request whose work this is, where only the work knows of a fault. */
export const currentRequest = new AsyncLocalStorage<string>();

export function createLog({ requests, write, now = Date.now }: LogOptions): Log {
  let lines = '';
  let last = { said: '', at: 0 };
  const flush = (): void => {
    if (lines === '') return;
    const written = lines;
    lines = '';
    write(written);
  };
  const say = (line: string): void => {
    if (lines === '') setTimeout(flush, GATHERED_MS).unref();
    lines += `{"time":"${new Date(now()).toISOString()}",${line}}\n`;
  };
  return {
    answered: ({ id, method, route, status, ms, cutShort }) => {
      if (!requests) return;
      const short = cutShort ? ',"cutShort":true' : '';
      say(
        `"level":"info","event":"request","id":"${id}","method":"${method}","route":"${route}","status":${status},"ms":${ms.toFixed(1)}${short}`,
      );
    },
    fault: (fault, id = currentRequest.getStore()) => {
      const name = fault instanceof Error ? fault.name : 'unknown';
      const where = fault instanceof DatabaseFault ? fault.message : whereOf(fault);
      const said = `${name} ${where}`;
      if (said === last.said && now() < last.at + SAME_FAULT_MS) return;
      last = { said, at: now() };
      say(
        members({ level: 'error', event: 'fault', ...(id !== undefined && { id }), name, where }),
      );
    },
    misread: (fault) => {
      const why = fault instanceof Error ? fault.message : 'unknown';
      say(members({ level: 'error', event: 'misread', why }));
    },
    event: (event, more = {}) => {
      if (requests) say(members({ level: 'info', event, ...more }));
    },
    flush,
  };
}

function members(object: object): string {
  return JSON.stringify(object).slice(1, -1);
}

/** The first line of the stack: a message could repeat what was asked. */
function whereOf(fault: unknown): string {
  const stack = fault instanceof Error ? (fault.stack ?? fault.name) : 'unknown fault';
  return (
    stack
      .split('\n')
      .find((line) => line.trimStart().startsWith('at '))
      ?.trim() ?? ''
  );
}
