import { type Area, setsInForce } from '../../domain/area.ts';
import type { Period } from '../../domain/calendar.ts';
import { areaOfSet } from '../../domain/place.ts';
import { uuidOf } from '../uuid.ts';
import type { Telling } from './telling.ts';

/** An organisation: one that has ground, or one that is only named as running teams. */
export type Body =
  | { readonly kind: 'body'; readonly id: string; readonly areas: readonly [Area, ...Area[]] }
  | { readonly kind: 'named'; readonly id: string; readonly name: string };

/**
 * A code belongs to one body for good. An ODS code outlives changes of ground, a GSS code does not; a body with
 * neither is told apart by the kind of its ground.
 */
export function bodyId({ gss, ods, set, code }: Area): string {
  return uuidOf('body', ods ?? gss ?? `${set.kind} ${code}`);
}

export function namedId(name: string): string {
  return uuidOf('organisation', name);
}

/** Bodies first, each with its areas of all editions, the latest last. */
export function allBodies({ atlas }: Telling): Body[] {
  const ordered = [...atlas.areas].sort((a, b) => beginning(a).localeCompare(beginning(b)));
  const bodies = [...Map.groupBy(ordered, bodyId)].flatMap(([id, [first, ...rest]]): Body[] =>
    first ? [{ kind: 'body', id, areas: [first, ...rest] }] : [],
  );
  const names = [...new Set(atlas.teams.map(({ organisation }) => organisation))].sort();
  return [...bodies, ...names.map((name): Body => ({ kind: 'named', id: namedId(name), name }))];
}

function beginning({ set }: Area): string {
  return set.period.from ?? '';
}

/** The area it has today, else the latest it had. */
export function presentArea(areas: readonly [Area, ...Area[]], { inForce }: Telling): Area {
  return areas.findLast(inForce) ?? areas.at(-1) ?? areas[0];
}

export function nameOf(body: Body, telling: Telling): string {
  return body.kind === 'named' ? body.name : presentArea(body.areas, telling).name;
}

export function isActive(body: Body, { atlas, answers, inForce }: Telling): boolean {
  return body.kind === 'body'
    ? body.areas.some(inForce)
    : atlas.teams.some((team) => team.organisation === body.name && answers(team));
}

/** From when its first ground was drawn to when its last was not. */
export function lifeOf(body: Body): Period {
  if (body.kind === 'named') return { from: null, to: null };
  return {
    from: body.areas[0].set.period.from,
    to: body.areas.at(-1)?.set.period.to ?? null,
  };
}

export function kindsOf(body: Body): string[] {
  return body.kind === 'body' ? [...new Set(body.areas.map(({ set }) => set.kind))] : [];
}

/** A sub-ICB is part of the ICB that holds all of its ground. No other kind of body here is part of another. */
export function parentOf(body: Body, telling: Telling): Area | undefined {
  if (body.kind === 'named') return undefined;
  const part = presentArea(body.areas, telling);
  if (part.set.kind !== 'sub-icb') return undefined;
  const { sets, cells } = telling.atlas;
  const on = part.set.period.from ?? telling.today;
  const icbs = setsInForce(sets, on).find(({ kind }) => kind === 'icb');
  if (!icbs) return undefined;
  const grounds = cells.filter(({ ground }) => ground.includes(part));
  const [icb, ...others] = new Set(grounds.map(({ ground }) => areaOfSet(ground, icbs)));
  return others.length === 0 ? icb : undefined;
}
