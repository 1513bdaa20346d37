export const OTHER_NAME_SORTS = ['OLD_CODE', 'SHORT_NAME'] as const;
export type OtherNameSort = (typeof OTHER_NAME_SORTS)[number];

/** A name or code people know a body by besides those of its areas: a fact that came with the release. */
export type OtherName = {
  /** Any code of the body. */
  readonly of: string;
  readonly name: string;
  readonly sort: OtherNameSort;
  /** Who says so. */
  readonly source: string;
};
