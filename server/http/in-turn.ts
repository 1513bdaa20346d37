import { type Asking } from '../admission/admission.ts';
import type { Scope } from '../keys/key.ts';
import { refusalFor } from '../keys/refusal.ts';
import { type Refusal, refuse } from '../refuse.ts';
import type { Exchange, Site } from './site.ts';

type Asked = Pick<Asking, 'work' | 'weight'> & {
  /** How it is said that there is no turn; as an error of ours where left out. */
  readonly turnAway?: (refusal: Refusal) => Promise<void> | void;
};

const SCOPE_OF = {
  question: 'read',
  bulk: 'bulk',
  stream: 'bulk',
  standard: 'read',
  drawing: 'read',
} as const satisfies Readonly<Record<Asked['work'], Scope>>;

/** Work begins when it is the client's turn, if there is room for it at all. */
export async function inTurn(
  { admission, clientOf, keys }: Site,
  { request, response }: Exchange,
  {
    work,
    weight,
    turnAway = (refusal) => {
      refuse(response, refusal);
    },
  }: Asked,
  answer: () => Promise<void> | undefined,
): Promise<void> {
  const right = keys.rightTo(SCOPE_OF[work], request.headers.authorization);
  if (right.kind !== 'allowed') {
    await turnAway(refusalFor(right));
    return;
  }
  // A key is a client wherever it is used from; its id can be no address.
  const client = right.key === null ? clientOf(request) : `key ${right.key}`;
  const entered = await admission.enter({ work, weight, response, client });
  if (typeof entered !== 'function') {
    await turnAway(entered);
    return;
  }
  try {
    await answer();
  } finally {
    entered();
  }
}
