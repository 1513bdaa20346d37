import type { Generated } from 'kysely';

/** Row types, one per table. Ids of sets, areas and cells count from 0 within a release. */
export type Schema = {
  release: ReleaseRow;
  current_release: CurrentReleaseRow;
  boundary_set: BoundarySetRow;
  area: AreaRow;
  overlap: OverlapRow;
  cell: CellRow;
  postcode: PostcodeRow;
  disagreement: DisagreementRow;
  sector: SectorRow;
  practice: DocumentRow;
  need: DocumentRow;
  team: DocumentRow;
  arrangement: DocumentRow;
  release_turn: ReleaseTurnRow;
  claim: ClaimRow;
};

export type ReleaseRow = {
  /** Never used again, not even after the release is gone: servers keep what they read under it. */
  key: Generated<number>;
  id: string;
  loaded_at: string;
  /** JSON: sources, notices, coverage. */
  about: string;
  /** JSON: `ReleaseSummary`; null for a release written before there were any. */
  summary: string | null;
  /** JSON: `Override`, where the gates were overridden. */
  override: Generated<string | null>;
};

/** One row, slot 1: the release that answers. */
export type CurrentReleaseRow = { slot: number; release: number };

/** One row each time another release became the one that answers; kept when the release itself is gone. */
export type ReleaseTurnRow = {
  turn: number;
  release: number;
  /** ISO 8601, UTC. */
  since: string;
  way: 'forward' | 'back';
  /** JSON: `ReleaseNews`, where it was told of. */
  news: Generated<string | null>;
};

/** One row, slot 1: who claimed the database last. Whether the claim still holds, only the lock can say. */
export type ClaimRow = { slot: number; who: string; pid: number; since: string };

export type BoundarySetRow = {
  release: number;
  id: number;
  kind: string;
  edition: string;
  valid_from: string | null;
  valid_to: string | null;
  status: string;
  source: string;
  licence: string;
  resolution_metres: number;
};

export type AreaRow = {
  release: number;
  id: number;
  boundary_set: number;
  code: string;
  gss: string | null;
  ods: string | null;
  name: string;
  km2: number;
  postcodes: number;
  residents: number | null;
  /** GeoJSON geometry. */
  shape: string;
};

export type OverlapRow = {
  release: number;
  left_set: number;
  right_set: number;
  left_area: number;
  right_area: number;
  km2: number;
  postcodes: number;
  residents: number | null;
  sliver: number;
  /** GeoJSON geometry. */
  shape: string | null;
};

/** `areas` is a JSON list of area ids. */
export type CellRow = { release: number; id: number; areas: string; postcodes: number };

export type PostcodeRow = {
  release: number;
  postcode: string;
  lon: number | null;
  lat: number | null;
  /** The one cell of most postcodes; null when there are none or several. */
  cell: number | null;
  /** JSON `[[cell, share], ...]` when there are several. */
  cells: string | null;
  /** JSON `[[set, metres], ...]`. */
  metres_to_line: string | null;
  ended: string | null;
  /** As ONS counts: 1 best to 8. */
  quality: number | null;
  large_user: number | null;
};

/** A postcode that its directory puts in another area of a set than the lines do: codes of both. */
export type DisagreementRow = {
  release: number;
  postcode: string;
  boundary_set: number;
  placed: string | null;
  said: string;
};

export type SectorRow = {
  release: number;
  sector: string;
  lon: number;
  lat: number;
  /** JSON `[[cell, share], ...]`. */
  cells: string;
  postcodes: number;
};

/** Things read whole and never searched by their parts: a JSON document under its own id. */
export type DocumentRow = { release: number; id: string; document: string };
