import { hasCode } from '../../domain/area.ts';
import type { ReleaseTurn } from '../../domain/release-news.ts';
import type { Questions } from '../../questions/questions.ts';
import { etagOf } from '../etag.ts';
import { readParameters } from '../parameters.ts';
import { type Asked, namesIn, NotThere, problem, type Standard } from '../standard.ts';
import { uuidOf } from '../uuid.ts';
import { changeEntries, newsEntries } from './area-entries.ts';
import { atomOf } from './atom.ts';
import { type Feed, newestFirst } from './feed.ts';
import { jsonFeedOf } from './json-feed.ts';
import { releaseEntries } from './release-entries.ts';

type FeedsNeeds = {
  readonly questions: () => Promise<Questions>;
  readonly turns: () => Promise<readonly ReleaseTurn[]>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** For whoever relied on an answer: releases as they take over, and what changed for an area. */
export function createFeeds({ questions, turns, now }: FeedsNeeds): Standard {
  return {
    answer: async (asked) => {
      const [path, shape] = splitShape(asked.path);
      const feed = await feedAt(path, asked, {
        release: await questions(),
        turns: await turns(),
        now: now(),
      });
      const body = shape === 'atom' ? atomOf(feed) : jsonFeedOf(feed);
      return { status: 200, type: TYPES[shape], body, etag: etagOf(body) };
    },
    refuse: problem,
    takesForm: () => false,
  };
}

const TYPES = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;

const NOTHING =
  'There is nothing at this address: ask for releases.atom, releases.json, areas/{code}.atom or areas/{code}.json.';

function splitShape(path: string): [path: string, shape: keyof typeof TYPES] {
  const [, name, shape] = /^(.*)\.(atom|json)$/.exec(path) ?? [];
  if (name === undefined) throw new NotThere(NOTHING);
  return [name, shape === 'atom' ? 'atom' : 'json'];
}

type Known = {
  readonly release: Questions;
  readonly turns: readonly ReleaseTurn[];
  readonly now: number;
};

function feedAt(path: string, asked: Asked, known: Known): Promise<Feed> {
  const [list, code, ...rest] = namesIn(path);
  if (list === 'releases' && code === undefined) return releasesFeed(asked, known);
  if (list === 'areas' && code !== undefined && rest.length === 0)
    return areaFeed(code, asked, known);
  throw new NotThere(NOTHING);
}

function releasesFeed(asked: Asked, { release: { atlas }, turns }: Known): Promise<Feed> {
  readParameters(asked.parameters, []);
  const home = `${rootOf(asked)}/about`;
  const entries = releaseEntries(turns, atlas.release, home);
  return Promise.resolve({
    ...headOf(asked, 'releases'),
    title: 'Coterminosity: releases',
    description: `Every release that came to answer for ${atlas.release.coverage.name}, and what changed with it.`,
    home,
    updated: entries[0]?.updated ?? atlas.release.loadedAt,
    entries: newestFirst(entries),
  });
}

async function areaFeed(code: string, asked: Asked, known: Known): Promise<Feed> {
  const kind = readParameters(asked.parameters, ['kind']).get('kind');
  const { release, turns, now } = known;
  const { atlas, change } = release;
  const areas = atlas.areas
    .filter((area) => hasCode(area, code) && (kind === undefined || area.set.kind === kind))
    .toSorted((one, other) =>
      (one.set.period.from ?? '') < (other.set.period.from ?? '') ? 1 : -1,
    );
  const [latest] = areas;
  if (!latest)
    throw new NotThere(`No area${kind === undefined ? '' : ' of that kind'} has that code.`);
  const following = { atlas, change, areas, now, root: rootOf(asked) };
  const entries = [...newsEntries(turns, following), ...(await changeEntries(following))];
  return {
    ...headOf(asked, `areas ${code} ${kind ?? ''}`),
    title: `Coterminosity: what changes for ${latest.name}`,
    description: `Reorganisations that concern ${latest.name}, announced ones too, and what new data says otherwise of it and of the teams that cover it.`,
    home: `${rootOf(asked)}/compare/before-and-after`,
    updated: newestFirst(entries)[0]?.updated ?? atlas.release.loadedAt,
    entries: newestFirst(entries),
  };
}

function headOf(asked: Asked, name: string): Pick<Feed, 'id' | 'self'> {
  const search = asked.parameters.toString();
  return {
    id: `urn:uuid:${uuidOf('feed', name)}`,
    self: `${asked.base}${asked.path}${search === '' ? '' : `?${search}`}`,
  };
}

function rootOf({ base }: Asked): string {
  return base.replace(/\/[^/]*$/, '');
}
