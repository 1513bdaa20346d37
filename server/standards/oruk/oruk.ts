import { londonDate } from '../../domain/london-time.ts';
import { answersOn, type Team } from '../../domain/team.ts';
import type { Questions } from '../../questions/questions.ts';
import { oneOf, type Parameters, readParameters } from '../parameters.ts';
import { type Answer, type Asked, namesIn, NotThere, problem, type Standard } from '../standard.ts';
import { PAGE_PARAMETERS, pageOf } from './page.ts';
import { FILTERS, filterOf, servingOf } from './select.ts';
import {
  atLocationId,
  atLocationInList,
  type Fields,
  serviceId,
  serviceInList,
  type Telling,
  wholeAtLocation,
  wholeService,
} from './service.ts';
import { TAXONOMIES, termsOf } from './taxonomy.ts';

type OrukNeeds = {
  readonly questions: () => Promise<Questions>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** The directory of teams as Open Referral UK 3.0 gives it. Kept by nobody on the way: an address can hold a postcode. */
export function createOruk({ questions, now }: OrukNeeds): Standard {
  return {
    answer: async (asked) => {
      const release = await questions();
      const today = londonDate(now());
      const telling: Telling = {
        atlas: release.atlas,
        today,
        answers: answersOn(today, release.atlas),
        areas: asked.base.replace(/\/[^/]*$/, '/geojson/areas'),
      };
      return found(await answer(asked, release, telling));
    },
    refuse: problem,
    takesForm: (path) => /^\/(?:services|service_at_locations)\/?$/.test(path),
  };
}

async function answer(asked: Asked, release: Questions, telling: Telling): Promise<object> {
  const [list, id, ...rest] = namesIn(asked.path);
  if (rest.length > 0) throw new NotThere(NOTHING);
  switch (list) {
    case undefined:
      return about(asked);
    case 'services':
      return id === undefined
        ? listTeams(asked, { release, telling, brief: serviceInList, whole: wholeService })
        : oneTeam(asked, telling, { id, idOf: serviceId, whole: wholeService });
    case 'service_at_locations':
      return id === undefined
        ? listTeams(asked, { release, telling, brief: atLocationInList, whole: wholeAtLocation })
        : oneTeam(asked, telling, { id, idOf: atLocationId, whole: wholeAtLocation });
    case 'taxonomies':
      return listOrOne(asked, TAXONOMIES, id);
    case 'taxonomy_terms':
      return listOrOne(asked, termsOf(telling.atlas.needs), id);
    default:
      throw new NotThere(NOTHING);
  }
}

const NOTHING =
  'There is nothing at this address: ask for services, service_at_locations, taxonomies or taxonomy_terms.';

function about({ parameters }: Asked): object {
  readParameters(parameters, []);
  return {
    version: '3.0',
    profile: 'https://docs.openreferraluk.org/',
    openapi_url:
      'https://raw.githubusercontent.com/openreferral/uk-profile/main/schema/openapi.json',
  };
}

type Write = (team: Team, telling: Telling) => Fields;

type Listing = {
  readonly release: Questions;
  readonly telling: Telling;
  readonly brief: Write;
  /** For `full=true`. */
  readonly whole: Write;
};

/** Teams of today, by name. */
async function listTeams(
  { parameters: sent }: Asked,
  { release, telling, brief, whole }: Listing,
): Promise<object> {
  const parameters = readParameters(sent, [...PAGE_PARAMETERS, ...FILTERS, 'full']);
  const serving = await servingOf(parameters, release, telling.today);
  const passes = filterOf(parameters, telling);
  const teams = telling.atlas.teams
    .filter(telling.answers)
    .filter((team) => passes(team) && (serving?.serves(team) ?? true))
    .sort(byName);
  const write = oneOf(parameters, 'full', ['true', 'false']) === 'true' ? whole : brief;
  const told = { ...telling, ...(serving && { doubts: serving.doubts }) };
  return pageOf(teams, parameters, (team) => write(team, told));
}

function byName(one: Team, other: Team): number {
  if (one.name === other.name) return one.id < other.id ? -1 : 1;
  return one.name < other.name ? -1 : 1;
}

type OneTeam = {
  readonly id: string;
  readonly idOf: (team: Team) => string;
  readonly whole: Write;
};

/** Whether it still answers or not: its status says which. */
function oneTeam({ parameters }: Asked, telling: Telling, { id, idOf, whole }: OneTeam): Fields {
  readParameters(parameters, []);
  const team = telling.atlas.teams.find((each) => idOf(each) === id.toLowerCase());
  if (!team) throw new NotThere('This release has nothing with that id.');
  return whole(team, telling);
}

async function listOrOne(
  { parameters: sent }: Asked,
  things: readonly { readonly id: string }[],
  id: string | undefined,
): Promise<object> {
  const parameters: Parameters = readParameters(sent, id === undefined ? PAGE_PARAMETERS : []);
  if (id === undefined) return pageOf(things, parameters, (thing) => thing);
  const thing = things.find((each) => each.id === id.toLowerCase());
  if (!thing) throw new NotThere('This release has nothing with that id.');
  return thing;
}

function found(body: object): Answer {
  return {
    status: 200,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(body),
    etag: null,
  };
}
