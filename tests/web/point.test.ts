import { describe, expect, it } from 'vitest';

import { pointInText, readPoint } from '../../web/find-team/point.ts';

describe('readPoint', () => {
  it.each([
    ['51.0629, -1.3166', { lat: 51.0629, lon: -1.3166 }],
    [' 51.0629 -1.3166 ', { lat: 51.0629, lon: -1.3166 }],
    ['51.0629,-1.3166', { lat: 51.0629, lon: -1.3166 }],
    ['51.0629° N, 1.3166° W', { lat: 51.0629, lon: -1.3166 }],
    ['51.0629, −1.3166', { lat: 51.0629, lon: -1.3166 }],
    ['52.6n 1.3e', { lat: 52.6, lon: 1.3 }],
  ])('reads %j', (text, point) => {
    expect(readPoint(text)).toEqual(point);
  });

  it.each([
    '',
    '51.0629',
    '-1.3166, 51.0629',
    '40.7, -74',
    '151.0629, -1.3',
    'SO23 8UJ',
    '51.0629, -1.3166, 4',
    'NaN, NaN',
  ])('does not read %j, and changes no numbers about', (text) => {
    expect(readPoint(text)).toBeUndefined();
  });

  it('reads what it writes', () => {
    expect(readPoint(pointInText({ lat: 50.69999, lon: -1.29996 }))).toEqual({
      lat: 50.7,
      lon: -1.3,
    });
  });
});
