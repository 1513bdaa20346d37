import fc from 'fast-check';

import { type OpeningHours, parseOpeningHours } from '../../server/domain/opening-hours.ts';

const time = fc
  .tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const span = fc
  .tuple(time, fc.oneof(time, fc.constant('24:00')), fc.boolean())
  .map(([opens, closes, next]) => `${opens}-${closes}${next && closes <= opens ? '+1' : ''}`);
const days = fc.constantFrom(
  'mon',
  'tue-wed',
  'thu',
  'fri',
  'sat',
  'sun',
  'mon-fri',
  'sat-sun',
  'mon-sun',
);
const line = fc.tuple(days, span).map(([on, at]) => `${on} ${at}`);
const holiday = fc.oneof(
  fc.constant([]),
  fc.constant(['bank holidays as usual']),
  span.map((at) => [`bank holidays ${at}`]),
);

/** Hours as a directory may write them, those that contradict themselves left out. */
export const anyHours: fc.Arbitrary<OpeningHours> = fc
  .tuple(fc.uniqueArray(line, { minLength: 1, maxLength: 3 }), holiday)
  .map(([lines, extra]) => parseOpeningHours([...lines, ...extra].join('; ')))
  .filter((read) => read !== undefined);
