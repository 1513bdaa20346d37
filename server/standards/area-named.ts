import { type Area, findArea, hasCode, setsInForce } from '../domain/area.ts';
import type { LocalDate } from '../domain/calendar.ts';
import type { AreaRef } from '../domain/coverage.ts';
import type { Questions } from '../questions/questions.ts';

/** As of today, else as it last was. */
export function areaNamed(
  { kind, code }: AreaRef,
  { areas, sets }: Questions['atlas'],
  today: LocalDate,
): Area | undefined {
  const inForce = setsInForce(sets, today).filter((set) => set.kind === kind);
  return (
    findArea(areas, inForce, code) ??
    areas.findLast((area) => area.set.kind === kind && hasCode(area, code))
  );
}
