import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Admission } from '../admission/admission.ts';
import type { ClientOf } from '../admission/client.ts';
import type { Drawings } from '../drawings/drawings.ts';
import type { GraphQLServer } from '../graphql/yoga.ts';
import type { Keys } from '../keys/keys.ts';
import type { Answered } from '../operating/log.ts';
import type { Probes } from '../operating/probes.ts';
import type { PlainPage } from '../plain/plain-page.ts';
import type { Questions } from '../questions/questions.ts';
import type { Standard } from '../standards/standard.ts';
import type { StaticFile } from '../static-files.ts';
import type { Origins } from './cors.ts';

/** All that answers here. */
export type Site = {
  readonly questions: () => Promise<Questions>;
  readonly graphql: GraphQLServer;
  readonly plain: PlainPage;
  readonly standards: readonly StandardAt[];
  /** Where others reach this server; null where only the request says. */
  readonly publicUrl: string | null;
  readonly drawings: Drawings;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly development: boolean;
  /** Where background map tiles come from, if anywhere. */
  readonly tileUrl: string | null;
  readonly report: (fault: unknown, request: string) => void;
  /** Told of every answer, once it is over. */
  readonly answered: (answered: Answered) => void;
  readonly probes: Probes;
  readonly isStopping: () => boolean;
  readonly admission: Admission;
  readonly clientOf: ClientOf;
  readonly keys: Keys;
  readonly origins: Origins;
  readonly mostConnections: number;
};

/** A standard, and the address below which it answers. */
export type StandardAt = { readonly at: string; readonly standard: Standard };

export type Exchange = {
  /** The name of the request, in logs and answers. */
  readonly id: string;
  /** Without what follows a question mark. */
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};
