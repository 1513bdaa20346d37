import { type Area, setsInForce } from '../../domain/area.ts';
import { londonDate } from '../../domain/london-time.ts';
import { answersOn } from '../../domain/team.ts';
import type { Questions } from '../../questions/questions.ts';
import { etagOf } from '../etag.ts';
import { type Answer, type Asked, namesIn, NotThere, type Standard } from '../standard.ts';
import { ORGANIZATION_AFFILIATION } from './affiliation.ts';
import { searchBundle } from './bundle.ts';
import { capabilityStatement } from './capability.ts';
import { HEALTHCARE_SERVICE } from './healthcare-service.ts';
import { LOCATION } from './location.ts';
import { ORGANIZATION } from './organization.ts';
import type { Fields, Telling } from './telling.ts';

const RESOURCES = [ORGANIZATION, HEALTHCARE_SERVICE, LOCATION, ORGANIZATION_AFFILIATION];
const FORMATS = ['json', 'application/json', 'application/fhir+json', 'application/fhir json'];
const ANYTHING = ['', '*/*', 'application/*', 'text/json', 'text/html'];

type FhirNeeds = {
  readonly questions: () => Promise<Questions>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** Bodies, areas, teams and arrangements as FHIR R4, to be read and searched. */
export function createFhir({ questions, now }: FhirNeeds): Standard {
  return {
    answer: async (asked) => {
      if (!wantsJson(asked))
        return written(406, operationOutcome(406, 'Ask for application/fhir+json: only JSON.'));
      const { atlas, shapeOf } = await questions();
      const today = londonDate(now());
      const sets = setsInForce(atlas.sets, today);
      const answers = answersOn(today, atlas);
      const inForce = ({ set }: Area): boolean => sets.includes(set);
      const { base } = asked;
      return written(200, await answer(asked, { atlas, shapeOf, today, answers, inForce, base }));
    },
    refuse: (status, message) => written(status, operationOutcome(status, message)),
    takesForm: (path) => /^\/\w+\/_search$/.test(path),
  };
}

/** As `_format` says, else the header: a client may be unable to set one. */
function wantsJson({ parameters, accept }: Asked): boolean {
  const format = parameters.get('_format');
  const known = format === null ? [...FORMATS, ...ANYTHING] : FORMATS;
  return (format ?? accept)
    .split(',')
    .some((each) => known.includes(each.split(';', 1)[0]?.trim() ?? ''));
}

async function answer(asked: Asked, telling: Telling): Promise<Fields> {
  const [type = '', id, ...rest] = namesIn(asked.path);
  if (type === 'metadata' && id === undefined) return capabilityStatement(RESOURCES, telling);
  const resource = RESOURCES.find((each) => each.type === type);
  if (!resource || rest.length > 0)
    throw new NotThere(
      `There is nothing at this address: ask for metadata, ${RESOURCES.map((each) => each.type).join(', ')}.`,
    );
  if (id === undefined || id === '_search') return searchBundle(resource, asked, telling);
  const found = await resource.find(id, telling);
  if (!found) throw new NotThere(`This release has no ${type} with that id.`);
  return found;
}

/** How FHIR names what went wrong. */
const ISSUES: ReadonlyMap<number, string> = new Map([
  [401, 'login'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'not-supported'],
  [406, 'not-supported'],
  [408, 'timeout'],
  [413, 'too-long'],
  [415, 'not-supported'],
  [429, 'throttled'],
  [503, 'transient'],
]);

function operationOutcome(status: number, message: string): Fields {
  const code = ISSUES.get(status) ?? 'invalid';
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code, diagnostics: message }],
  };
}

function written(status: number, resource: Fields): Answer {
  const body = JSON.stringify(resource);
  return {
    status,
    type: 'application/fhir+json; charset=utf-8',
    body,
    etag: status === 200 ? etagOf(body) : null,
  };
}
