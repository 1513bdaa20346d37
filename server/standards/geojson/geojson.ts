import { hasCode, setsInForce } from '../../domain/area.ts';
import type { LocalDate } from '../../domain/calendar.ts';
import { type Weight, WEIGHTS } from '../../domain/coterminosity.ts';
import { simplifyTo } from '../../domain/geometry.ts';
import { londonDate } from '../../domain/london-time.ts';
import type { Shape } from '../../domain/shape.ts';
import { wound } from '../../domain/winding.ts';
import { AskingFault } from '../../questions/asking-fault.ts';
import type { Questions } from '../../questions/questions.ts';
import { etagOf } from '../etag.ts';
import { dayOf, oneOf, type Parameters, readParameters, wholeOf } from '../parameters.ts';
import { type Answer, type Asked, namesIn, NotThere, problem, type Standard } from '../standard.ts';
import { aboutAnswer, areaFeature, type Members, overlapFeature } from './feature.ts';

type GeoJsonNeeds = {
  readonly questions: () => Promise<Questions>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** Areas and overlaps as files to fetch (RFC 7946): they change only when the release does. */
export function createGeoJson({ questions, now }: GeoJsonNeeds): Standard {
  return {
    answer: async (asked) => answer(asked, await questions(), londonDate(now())),
    refuse: problem,
    takesForm: () => false,
  };
}

async function answer(asked: Asked, release: Questions, today: LocalDate): Promise<Answer> {
  const [list, code, ...rest] = namesIn(asked.path);
  if (list === 'areas' && rest.length === 0)
    return code === undefined
      ? areasAnswer(asked, release, today)
      : areaAnswer(code, asked, release, today);
  if (list === 'overlaps' && code === undefined) return overlapsAnswer(asked, release, today);
  throw new NotThere(
    'There is nothing at this address: ask for areas?kind=…, areas/{code} or overlaps?left=…&right=….',
  );
}

async function areasAnswer(asked: Asked, release: Questions, today: LocalDate): Promise<Answer> {
  const known = ['kind', 'date', 'within', 'max_points'];
  const parameters = readParameters(asked.parameters, known);
  const on = dayOf(parameters, 'date') ?? today;
  const draw = drawerOf(parameters);
  const kind = needed(parameters, 'kind');
  const areas = await release.areas({ kind, on, within: parameters.get('within') });
  const { atlas, shapeOf } = release;
  const sets = setsInForce(atlas.sets, on).filter((set) => set.kind === kind);
  const about = aboutAnswer(atlas.release, on, sets);
  return fileOf(
    collection(about, areas, async (area) => areaFeature(area, draw(await shapeOf(area)))),
    [release, on, asked.path, parameters],
  );
}

/** By any of its codes; of several kinds the first that is in force. */
async function areaAnswer(
  code: string,
  asked: Asked,
  { atlas, shapeOf }: Questions,
  today: LocalDate,
): Promise<Answer> {
  const parameters = readParameters(asked.parameters, ['kind', 'date', 'max_points']);
  const on = dayOf(parameters, 'date') ?? today;
  const draw = drawerOf(parameters);
  const kind = parameters.get('kind');
  const sets = setsInForce(atlas.sets, on).filter((set) => kind === undefined || set.kind === kind);
  const area = atlas.areas.find((each) => sets.includes(each.set) && hasCode(each, code));
  if (!area)
    throw new NotThere(
      `No area${kind === undefined ? '' : ' of that kind'} in force on ${on} has that code.`,
    );
  const feature = areaFeature(area, draw(await shapeOf(area)));
  const body = JSON.stringify({ ...feature, ...aboutAnswer(atlas.release, on, [area.set]) });
  return fileOf(body, [{ atlas }, on, asked.path, parameters]);
}

async function overlapsAnswer(asked: Asked, release: Questions, today: LocalDate): Promise<Answer> {
  const known = ['left', 'right', 'date', 'within', 'weight', 'max_points'];
  const parameters = readParameters(asked.parameters, known);
  const on = dayOf(parameters, 'date') ?? today;
  const draw = drawerOf(parameters);
  const [left, right] = [needed(parameters, 'left'), needed(parameters, 'right')];
  const weight = oneOf<Weight>(parameters, 'weight', WEIGHTS) ?? 'RESIDENTS';
  const within = parameters.get('within');
  const { overlaps } = await release.compare({ left, right, on, weight, within });
  const { atlas, shapeOfOverlap } = release;
  const inForce = setsInForce(atlas.sets, on);
  const sets = inForce.filter(({ kind }) => kind === left || kind === right);
  const about = { ...aboutAnswer(atlas.release, on, sets), weight };
  const write = async (overlap: (typeof overlaps)[number]): Promise<Members> =>
    overlapFeature(overlap, draw(await shapeOfOverlap(overlap.left, overlap.right)));
  return fileOf(collection(about, overlaps, write), [release, on, asked.path, parameters]);
}

/** Feature by feature, so that a whole country is never held as one text. */
async function* collection<Thing>(
  about: Members,
  things: readonly Thing[],
  write: (thing: Thing) => Promise<Members>,
): AsyncGenerator<string> {
  const head = JSON.stringify({ type: 'FeatureCollection', ...about });
  yield `${head.slice(0, -1)},"features":[`;
  for (const [at, thing] of things.entries())
    yield `${at === 0 ? '' : ',\n'}${JSON.stringify(await write(thing))}`;
  yield ']}\n';
}

type Meaning = readonly [Pick<Questions, 'atlas'>, LocalDate, path: string, Parameters];

/** Tagged by what decides it, so that an unchanged file is not even read. */
function fileOf(body: Answer['body'], [{ atlas }, on, path, parameters]: Meaning): Answer {
  const { id, loadedAt } = atlas.release;
  const said = [...parameters].sort(([one], [other]) => (one < other ? -1 : 1)).flat();
  return {
    status: 200,
    type: 'application/geo+json; charset=utf-8',
    body,
    etag: etagOf(id, loadedAt, on, path, ...said),
  };
}

function needed(parameters: Parameters, name: string): string {
  const text = parameters.get(name);
  if (text === undefined)
    throw new AskingFault(`Wanted ${name}: a kind of boundary, such as district or icb.`);
  return text;
}

/** The line as it is kept, or with at most about so many points, for drawing only; wound as the RFC asks. */
function drawerOf(parameters: Parameters): (shape: Shape | undefined) => Shape | undefined {
  const most = wholeOf(parameters, 'max_points', { from: 4, to: 1_000_000 });
  return (shape) => shape && wound(most === undefined ? shape : simplifyTo(shape, most));
}
