import type { OutwardFile } from '../../server/domain/outward-file.ts';
import type { Outcode } from '../../server/domain/postcode.ts';
import { fetchOutward, type OutwardQuestion } from './fetch-outward.ts';

/** Files for one question, kept from one try to the next. */
export type FileStore = {
  readonly files: Map<Outcode, OutwardFile | 'lost'>;
  /** Of the file that came last. */
  release: OutwardFile['release'] | undefined;
};

export type FetchedAll =
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string };

export type Tell = (done: number, total: number) => void;

const AT_ONCE = 4;
/** So many lost one after the other: the service is away, and the rest need not wait for it. */
const MOST_LOST = 4;

/** Fetches what the store does not hold. In the end all of it is of one release, or lost. */
export async function fetchAll(
  outcodes: readonly Outcode[],
  question: OutwardQuestion,
  store: FileStore,
  tell: Tell,
): Promise<FetchedAll> {
  const missing = outcodes.filter((outcode) => releaseOf(store, outcode) === undefined);
  const first = await fetchEach(missing, question, store, tell);
  // The data may have changed while files came in: what came before is asked for again.
  const old = outcodes.filter((outcode) => isOld(store, outcode));
  const result = old.length > 0 ? await fetchEach(old, question, store, tell) : first;
  for (const outcode of outcodes) if (isOld(store, outcode)) store.files.set(outcode, 'lost');
  return result;
}

function releaseOf({ files }: FileStore, outcode: Outcode): string | undefined {
  const file = files.get(outcode) ?? 'lost';
  return file === 'lost' ? undefined : file.release.id;
}

function isOld(store: FileStore, outcode: Outcode): boolean {
  const release = releaseOf(store, outcode);
  return release !== undefined && release !== store.release?.id;
}

async function fetchEach(
  outcodes: readonly Outcode[],
  question: OutwardQuestion,
  store: FileStore,
  tell: Tell,
): Promise<FetchedAll> {
  const waiting = [...outcodes];
  let [done, lost] = [0, 0];
  let result: FetchedAll = { kind: 'done' };
  tell(done, outcodes.length);
  const fetchNext = async (): Promise<void> => {
    for (let outcode = waiting.shift(); outcode !== undefined; outcode = waiting.shift()) {
      const fetched = lost < MOST_LOST ? await fetchOutward(outcode, question) : LOST;
      lost = fetched.kind === 'lost' ? lost + 1 : 0;
      if (fetched.kind === 'refused') {
        result = fetched;
        waiting.length = 0;
      } else keep(store, outcode, fetched.kind === 'file' ? fetched.file : 'lost');
      tell(++done, outcodes.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  return result;
}

const LOST = { kind: 'lost' } as const;

function keep(store: FileStore, outcode: Outcode, file: OutwardFile | 'lost'): void {
  store.files.set(outcode, file);
  if (file !== 'lost') store.release = file.release;
}
