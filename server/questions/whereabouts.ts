import type { LonLat } from '../domain/position.ts';

/** Where somebody is, as asked: text typed as a postcode, or a point. */
export type Whereabouts = { readonly postcode: string } | { readonly point: LonLat };
