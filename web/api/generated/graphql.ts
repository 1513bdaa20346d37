/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The answer to a question asked before. */
export type AnswerInput = {
  /** `answer` of the option chosen. */
  readonly answer: string;
  /** `key` of the question. */
  readonly question: string;
};

/** What became of an area. */
export type AreaChangeWord =
  /** In no area of afterwards. */
  | 'ENDED'
  /** All of it is part of one larger area of another body. */
  | 'MERGED'
  /** The same body on other ground. */
  | 'REDRAWN'
  /** The same ground under another name or code. */
  | 'RENAMED'
  /** In several areas of other bodies, or partly in none. */
  | 'SPLIT'
  /** The same ground, body and name. */
  | 'UNCHANGED';

/** Cases counted in one area. */
export type AreaCountInput = {
  /** Any of the area’s codes. */
  readonly code: string;
  /** A whole number: rates cannot be recut. */
  readonly count: number;
};

/** How far to trust a boundary: published, pieced together, to come, or only proposed. */
export type BoundaryStatus =
  /** Decided, and not in force before its first day. */
  | 'ANNOUNCED'
  /** As published. */
  | 'OFFICIAL'
  /** Only proposed: never part of an answer. */
  | 'PROPOSED'
  /** Pieced together from other facts, or yet to be confirmed. */
  | 'RECONSTRUCTED';

/** Why one more fact is needed: the place straddles a line that matters, the postcode has ended, where the person is now decides, or teams differ by age. */
export type ChoiceReason =
  /** Teams differ by age, and none was given. */
  | 'AGE'
  /** The postcode has ended. */
  | 'ENDED'
  /** The place lies on both sides of a line that matters. */
  | 'STRADDLES'
  /** Where the person is now decides. */
  | 'WHERE_NOW';

/** How sure the answer is; the cause of any doubt is always given in words. */
export type Confidence =
  /** Nothing speaks against it. */
  | 'HIGH'
  /** Check before you act on it. */
  | 'LOW'
  /** Something does: read it out with the answer. */
  | 'MEDIUM';

/** How many teams answer for the same people. */
export type Coverage =
  /** None is recorded. */
  | 'GAP'
  /** Nobody, and a record says so and what to do instead. */
  | 'NOT_OFFERED'
  /** One. */
  | 'ONE'
  /** Two or more. */
  | 'SEVERAL';

/** What became of the people on a piece of an old area. Its heir is the area of the same body, else the one that took most people. */
export type Fate =
  /** With another area than the heir. */
  | 'MOVED'
  /** With the heir, which is another body. */
  | 'OTHER_BODY'
  /** With the heir, which is the same body. */
  | 'SAME_BODY';

/** What the directory says of ground where no team answers. */
export type GapCause =
  /** Teams answer elsewhere only. */
  | 'ELSEWHERE'
  /** Teams of this ground have ended. */
  | 'ENDED'
  /** Teams name areas of this ground that are not in force that day. */
  | 'LINES_MOVED'
  /** No team answers anywhere that day. */
  | 'NOBODY'
  /** Teams of this ground begin later. */
  | 'NOT_YET'
  /** Teams answer here, for people of other ages. */
  | 'OTHER_AGES';

/** Why nobody can be named. */
export type NotRoutableReason =
  /** The need is for people of another age. */
  | 'AGE_OUT_OF_RANGE'
  /** Of Jersey, Guernsey or the Isle of Man. */
  | 'CROWN_DEPENDENCY'
  /** Of the armed forces abroad (BFPO). */
  | 'FORCES'
  /** No postcode at all, or a slip in one: repairs are suggested, never chosen. */
  | 'MALFORMED'
  /** Not of a place: a bank, a broadcaster, a bulk mailbox. */
  | 'NON_GEOGRAPHIC'
  /** The need is not met here; the message says what is, instead. */
  | 'NOT_OFFERED_HERE'
  /** Before the first boundaries this release holds. */
  | 'NO_EDITION'
  /** Known, and nobody knows where it is. */
  | 'NO_POSITION'
  /** No rule says who answered for this need on that day. */
  | 'NO_RULE_RECORDED'
  /** Bodies are known, and no team of theirs for this need. */
  | 'NO_TEAM_RECORDED'
  /** Outside the ground this release covers. */
  | 'OUT_OF_COVERAGE'
  /** Of a British territory overseas. */
  | 'OVERSEAS'
  /** Only part of a postcode: its areas are given, never grounds for a team. */
  | 'PARTIAL'
  /** A code of NHS systems for no address or one abroad. */
  | 'PSEUDO'
  /** Written as a postcode is, and not in the list; or ended with no other to be had. */
  | 'UNKNOWN';

/** The ground two areas share. */
export type PieceInput = {
  /** Code of the left area. */
  readonly left: string;
  /** Code of the right area. */
  readonly right: string;
};

/** WGS84 degrees. */
export type PointInput = {
  /** Degrees north. */
  readonly lat: number;
  /** Degrees east; west is negative. */
  readonly lon: number;
};

/** How much ground the place may be: a point, one postcode, or all of its sector or outward code. */
export type Precision =
  /** A whole council area: all that is known of a person with no fixed abode. */
  | 'AREA'
  /** All postcodes of its first half, such as SO23. */
  | 'OUTCODE'
  /** The point asked about. */
  | 'POINT'
  /** All postcodes of its sector, such as SO23 8. */
  | 'SECTOR'
  /** One postcode. */
  | 'UNIT';

/** An area of the left kind as it would be, made of pieces. */
export type ProposedAreaInput = {
  /** Code of the area of the left set that goes on as this one, and keeps what nobody else takes; a new area if left out. */
  readonly continues?: string | null | undefined;
  /** What it would be called. */
  readonly name: string;
  /** Each piece goes to one area; what nobody takes stays as it is. */
  readonly pieces: ReadonlyArray<PieceInput>;
};

/** A referral question. It is answered and forgotten: nothing of it is stored or logged. */
export type ReferralInput = {
  /** In years. */
  readonly age?: number | null | undefined;
  /** Answers to questions asked before. */
  readonly answers?: ReadonlyArray<AnswerInput> | null | undefined;
  /** The day; that of `at` if left out. */
  readonly asAt?: string | null | undefined;
  /** The moment for opening hours; now if left out. */
  readonly at?: string | null | undefined;
  /** ODS code of the GP practice, like J82001. */
  readonly gpPractice?: string | null | undefined;
  /** Id of a need. */
  readonly need: string;
  /** Give this or a postcode. */
  readonly point?: PointInput | null | undefined;
  /** Of the person’s home. Give this or a point. */
  readonly postcode?: string | null | undefined;
};

/** Of the left area to the right one; 99.5 % of an area counts as all of it. */
export type Relation =
  /** All of the right area lies in it. */
  | 'CONTAINS'
  /** The same ground. */
  | 'COTERMINOUS'
  /** Each has ground the other has not. */
  | 'CROSSES'
  /** All of it lies in the right area. */
  | 'WITHIN';

/** Which part of the system answers. */
export type Sector =
  /** The NHS. */
  | 'HEALTH'
  /** The district or unitary council. */
  | 'HOUSING'
  /** The county or unitary council. */
  | 'SOCIAL_CARE';

/** What overlaps are weighed by. */
export type Weight =
  /** Square kilometres. */
  | 'AREA'
  /** Postcodes, by their point. */
  | 'POSTCODES'
  /** Usual residents. */
  | 'RESIDENTS';

export type AboutQueryVariables = Exact<{ [key: string]: never; }>;


export type AboutQuery = { readonly release: { readonly id: string, readonly loadedAt: string, readonly coverage: string, readonly notices: ReadonlyArray<string>, readonly sources: ReadonlyArray<{ readonly name: string, readonly licence: string, readonly attribution: string }> }, readonly boundarySets: ReadonlyArray<{ readonly kind: string, readonly edition: string, readonly from: string | null, readonly to: string | null, readonly status: BoundaryStatus, readonly source: string, readonly licence: string, readonly areaCount: number, readonly resolutionMetres: number }> };

export type ReorganisationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReorganisationsQuery = { readonly reorganisations: ReadonlyArray<{ readonly day: string, readonly eve: string, readonly before: { readonly kind: string, readonly areaCount: number }, readonly after: { readonly kind: string, readonly status: BoundaryStatus, readonly areaCount: number } }>, readonly boundarySets: ReadonlyArray<{ readonly kind: string, readonly from: string | null, readonly to: string | null }> };

export type ChangeQueryVariables = Exact<{
  before: string;
  from: string;
  after: string;
  to: string;
}>;


export type ChangeQuery = { readonly boundaryChange: { readonly kind: string, readonly toKind: string, readonly from: string, readonly to: string, readonly before: { readonly edition: string, readonly status: BoundaryStatus, readonly source: string, readonly licence: string, readonly areaCount: number }, readonly after: { readonly edition: string, readonly from: string | null, readonly status: BoundaryStatus, readonly source: string, readonly licence: string, readonly areaCount: number }, readonly areas: ReadonlyArray<{ readonly change: AreaChangeWord, readonly area: { readonly code: string, readonly name: string, readonly residents: number | null, readonly postcodes: number }, readonly moved: { readonly residents: number | null, readonly postcodes: number }, readonly otherBody: { readonly residents: number | null, readonly postcodes: number }, readonly inNone: { readonly residents: number | null, readonly postcodes: number, readonly km2: number }, readonly remainder: { readonly residents: number | null, readonly postcodes: number | null, readonly km2: number } }>, readonly pieces: ReadonlyArray<{ readonly fate: Fate, readonly old: { readonly code: string, readonly name: string }, readonly area: { readonly code: string, readonly name: string }, readonly took: { readonly residents: number | null, readonly postcodes: number, readonly km2: number }, readonly shares: { readonly residents: number | null, readonly postcodes: number | null, readonly km2: number } }>, readonly appeared: ReadonlyArray<{ readonly name: string }>, readonly ended: ReadonlyArray<{ readonly name: string }>, readonly moved: { readonly residents: number | null, readonly postcodes: number }, readonly otherBody: { readonly residents: number | null, readonly postcodes: number }, readonly inNone: { readonly residents: number | null, readonly postcodes: number }, readonly teams: ReadonlyArray<{ readonly coversAfter: boolean, readonly team: { readonly id: string, readonly name: string, readonly organisation: string }, readonly areas: ReadonlyArray<{ readonly code: string, readonly name: string }> }>, readonly slivers: { readonly count: number, readonly km2: number }, readonly release: { readonly id: string, readonly loadedAt: string, readonly sources: ReadonlyArray<{ readonly attribution: string }> } } };

export type ChangeLinesQueryVariables = Exact<{
  before: string;
  from: string;
  after: string;
  to: string;
  points?: number | null | undefined;
}>;


export type ChangeLinesQuery = { readonly olds: ReadonlyArray<{ readonly code: string, readonly name: string, readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null }>, readonly laters: ReadonlyArray<{ readonly code: string, readonly name: string, readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null }>, readonly boundaryChange: { readonly pieces: ReadonlyArray<{ readonly fate: Fate, readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null, readonly old: { readonly code: string }, readonly area: { readonly code: string } }> } };

export type SetsQueryVariables = Exact<{ [key: string]: never; }>;


export type SetsQuery = { readonly boundarySets: ReadonlyArray<{ readonly kind: string, readonly from: string | null, readonly to: string | null }> };

export type CouncilsQueryVariables = Exact<{
  asAt?: string | null | undefined;
}>;


export type CouncilsQuery = { readonly areas: ReadonlyArray<{ readonly kind: string, readonly code: string, readonly gss: string | null, readonly name: string }> };

export type CompareQueryVariables = Exact<{
  left: string;
  right: string;
  asAt?: string | null | undefined;
  weight?: Weight | null | undefined;
  within?: string | null | undefined;
}>;


export type CompareQuery = { readonly coterminosity: { readonly left: string, readonly right: string, readonly asAt: string, readonly weight: Weight, readonly leftCount: number, readonly rightCount: number, readonly homogeneity: number, readonly completeness: number, readonly vMeasure: number, readonly leftInRight: number, readonly rightInLeft: number, readonly overlaps: ReadonlyArray<{ readonly km2: number, readonly postcodes: number, readonly residents: number | null, readonly weight: number, readonly shareOfLeft: number, readonly shareOfRight: number, readonly relation: Relation, readonly left: { readonly code: string, readonly name: string }, readonly right: { readonly code: string, readonly name: string }, readonly arrangements: ReadonlyArray<{ readonly id: string, readonly type: string, readonly name: string, readonly description: string, readonly checkedOn: string | null, readonly stale: boolean, readonly contact: { readonly label: string, readonly phone: string } | null }> }>, readonly misfits: ReadonlyArray<{ readonly left: { readonly code: string, readonly name: string }, readonly right: { readonly code: string, readonly name: string } }>, readonly ofLeft: ReadonlyArray<{ readonly count: number, readonly effective: number, readonly mainShare: number, readonly area: { readonly code: string, readonly name: string }, readonly main: { readonly name: string } }>, readonly ofRight: ReadonlyArray<{ readonly count: number, readonly effective: number, readonly mainShare: number, readonly area: { readonly code: string, readonly name: string }, readonly main: { readonly name: string } }>, readonly remainders: ReadonlyArray<{ readonly weight: number, readonly share: number, readonly area: { readonly kind: string, readonly code: string, readonly name: string } }>, readonly slivers: { readonly count: number, readonly km2: number }, readonly release: { readonly id: string, readonly sources: ReadonlyArray<{ readonly licence: string, readonly attribution: string }> } } };

export type PartnersOfAreaFragment = { readonly count: number, readonly effective: number, readonly mainShare: number, readonly area: { readonly code: string, readonly name: string }, readonly main: { readonly name: string } };

export type LinesQueryVariables = Exact<{
  left: string;
  right: string;
  asAt?: string | null | undefined;
  weight?: Weight | null | undefined;
  within?: string | null | undefined;
  points?: number | null | undefined;
}>;


export type LinesQuery = { readonly coterminosity: { readonly leftCount: number, readonly overlaps: ReadonlyArray<{ readonly shareOfLeft: number, readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null, readonly left: { readonly code: string }, readonly right: { readonly code: string } }>, readonly remainders: ReadonlyArray<{ readonly area: { readonly name: string, readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null } }> } };

export type FindOnMapQueryVariables = Exact<{
  postcode: string;
  asAt?: string | null | undefined;
}>;


export type FindOnMapQuery = { readonly place:
    | { readonly __typename: 'Located', readonly precision: Precision, readonly position: { readonly lat: number, readonly lon: number }, readonly areas: ReadonlyArray<{ readonly share: number, readonly area: { readonly kind: string, readonly code: string, readonly name: string } }> }
    | { readonly __typename: 'NotLocated', readonly message: string }
   };

export type TakeAwayFactsQueryVariables = Exact<{
  asAt: string;
}>;


export type TakeAwayFactsQuery = { readonly boundarySets: ReadonlyArray<{ readonly kind: string, readonly edition: string, readonly status: BoundaryStatus, readonly source: string, readonly licence: string }>, readonly release: { readonly id: string, readonly loadedAt: string, readonly notices: ReadonlyArray<string>, readonly sources: ReadonlyArray<{ readonly licence: string, readonly attribution: string }> } };

export type OverlapShapesQueryVariables = Exact<{
  left: string;
  right: string;
  asAt?: string | null | undefined;
  weight?: Weight | null | undefined;
  within?: string | null | undefined;
}>;


export type OverlapShapesQuery = { readonly coterminosity: { readonly overlaps: ReadonlyArray<{ readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null, readonly left: { readonly code: string }, readonly right: { readonly code: string } }>, readonly release: { readonly id: string } } };

export type CoverListsQueryVariables = Exact<{ [key: string]: never; }>;


export type CoverListsQuery = { readonly needs: ReadonlyArray<{ readonly id: string, readonly name: string, readonly description: string, readonly urgent: boolean, readonly ages: { readonly from: number | null, readonly to: number | null }, readonly sectors: ReadonlyArray<{ readonly rule: string }> }>, readonly boundarySets: ReadonlyArray<{ readonly kind: string, readonly from: string | null, readonly to: string | null }> };

export type CountFactsFragment = { readonly grounds: number, readonly postcodes: number, readonly residents: number | null };

export type CoverSourceFactsFragment = { readonly boundarySets: ReadonlyArray<{ readonly kind: string, readonly from: string | null, readonly status: BoundaryStatus, readonly source: string, readonly licence: string }>, readonly release: { readonly id: string, readonly sources: ReadonlyArray<{ readonly licence: string, readonly attribution: string }> } };

export type CoversQueryVariables = Exact<{
  asAt: string;
}>;


export type CoversQuery = { readonly coverByNeed: ReadonlyArray<{ readonly isRuled: boolean, readonly need: { readonly id: string, readonly name: string }, readonly gap: { readonly grounds: number, readonly postcodes: number, readonly residents: number | null }, readonly several: { readonly grounds: number, readonly postcodes: number, readonly residents: number | null }, readonly notOffered: { readonly grounds: number, readonly postcodes: number, readonly residents: number | null } }>, readonly boundarySets: ReadonlyArray<{ readonly kind: string, readonly from: string | null, readonly status: BoundaryStatus, readonly source: string, readonly licence: string }>, readonly release: { readonly id: string, readonly sources: ReadonlyArray<{ readonly licence: string, readonly attribution: string }> } };

export type CoverQueryVariables = Exact<{
  need: string;
  asAt: string;
}>;


export type CoverQuery = { readonly cover: { readonly isRuled: boolean, readonly need: { readonly id: string, readonly name: string, readonly ages: { readonly from: number | null, readonly to: number | null } }, readonly gap: { readonly grounds: number, readonly postcodes: number, readonly residents: number | null }, readonly several: { readonly grounds: number, readonly postcodes: number, readonly residents: number | null }, readonly notOffered: { readonly grounds: number, readonly postcodes: number, readonly residents: number | null }, readonly one: { readonly grounds: number, readonly postcodes: number, readonly residents: number | null }, readonly pieces: ReadonlyArray<{ readonly key: string, readonly sector: Sector, readonly coverage: Coverage, readonly postcodes: number, readonly residents: number | null, readonly ground: ReadonlyArray<{ readonly kind: string, readonly code: string, readonly name: string }>, readonly ages: { readonly from: number | null, readonly to: number | null }, readonly teams: ReadonlyArray<{ readonly name: string, readonly organisation: string }>, readonly body: { readonly kind: string, readonly name: string, readonly gss: string | null } | null, readonly gap: { readonly cause: GapCause, readonly teams: ReadonlyArray<{ readonly name: string, readonly organisation: string, readonly ages: { readonly from: number | null, readonly to: number | null } }> } | null, readonly notOffered: { readonly because: string, readonly instead: string } | null }> }, readonly boundarySets: ReadonlyArray<{ readonly kind: string, readonly from: string | null, readonly status: BoundaryStatus, readonly source: string, readonly licence: string }>, readonly release: { readonly id: string, readonly sources: ReadonlyArray<{ readonly licence: string, readonly attribution: string }> } };

export type CoverLinesQueryVariables = Exact<{
  need: string;
  asAt: string;
  kind: string;
  points?: number | null | undefined;
}>;


export type CoverLinesQuery = { readonly areas: ReadonlyArray<{ readonly name: string, readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null }>, readonly cover: { readonly grounds: ReadonlyArray<{ readonly key: string, readonly coverage: Coverage, readonly isWhole: boolean, readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null }> } };

export type LicencesQueryVariables = Exact<{ [key: string]: never; }>;


export type LicencesQuery = { readonly release: { readonly id: string, readonly sources: ReadonlyArray<{ readonly name: string, readonly licence: string, readonly attribution: string }> } };

export type NeedsQueryVariables = Exact<{ [key: string]: never; }>;


export type NeedsQuery = { readonly needs: ReadonlyArray<{ readonly id: string, readonly name: string, readonly description: string, readonly urgent: boolean, readonly ages: { readonly from: number | null, readonly to: number | null }, readonly sectors: ReadonlyArray<{ readonly rule: string }> }> };

export type PracticesQueryVariables = Exact<{
  search: string;
  asAt?: string | null | undefined;
}>;


export type PracticesQuery = { readonly practices: ReadonlyArray<{ readonly code: string, readonly name: string, readonly postcode: string | null, readonly closed: string | null, readonly body: { readonly name: string } | null }> };

export type ContactFactsFragment = { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null };

export type OfferFactsFragment = { readonly openNow: boolean, readonly opensNext: string | null, readonly stale: boolean, readonly tied: boolean, readonly because: string, readonly sectors: ReadonlyArray<Sector>, readonly contactNow: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null, readonly team: { readonly id: string, readonly name: string, readonly organisation: string, readonly sectors: ReadonlyArray<Sector>, readonly does: string, readonly doesNot: string, readonly hours: string, readonly sharing: string, readonly checkedOn: string, readonly day: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null }, readonly outOfHours: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null } };

export type RoutedFactsFragment = { readonly at: string, readonly bankHoliday: string | null, readonly holdsUntil: string | null, readonly confidence: Confidence, readonly need: { readonly name: string, readonly urgent: boolean }, readonly place: { readonly postcode: string | null, readonly precision: Precision, readonly ended: string | null, readonly position: { readonly lat: number, readonly lon: number }, readonly warnings: ReadonlyArray<{ readonly code: string, readonly message: string }>, readonly areas: ReadonlyArray<{ readonly share: number, readonly metresToBoundary: number | null, readonly area: { readonly kind: string, readonly code: string, readonly gss: string | null, readonly name: string } }> }, readonly responsible: ReadonlyArray<{ readonly sector: Sector, readonly presumed: boolean, readonly because: string, readonly rule: string, readonly body: { readonly kind: string, readonly name: string, readonly gss: string | null } }>, readonly teams: ReadonlyArray<{ readonly openNow: boolean, readonly opensNext: string | null, readonly stale: boolean, readonly tied: boolean, readonly because: string, readonly sectors: ReadonlyArray<Sector>, readonly contactNow: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null, readonly team: { readonly id: string, readonly name: string, readonly organisation: string, readonly sectors: ReadonlyArray<Sector>, readonly does: string, readonly doesNot: string, readonly hours: string, readonly sharing: string, readonly checkedOn: string, readonly day: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null }, readonly outOfHours: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null } }>, readonly arrangements: ReadonlyArray<{ readonly id: string, readonly type: string, readonly name: string, readonly description: string, readonly checkedOn: string | null, readonly stale: boolean, readonly contact: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null }>, readonly reasons: ReadonlyArray<{ readonly rule: string, readonly fact: string, readonly source: string, readonly link: string | null }>, readonly release: { readonly id: string, readonly notices: ReadonlyArray<string> } };

export type ChoiceFactsFragment = { readonly cause: ChoiceReason, readonly key: string, readonly question: string, readonly message: string, readonly nearby: ReadonlyArray<string>, readonly options: ReadonlyArray<{ readonly answer: string, readonly label: string, readonly share: number | null, readonly area: { readonly kind: string, readonly name: string, readonly gss: string | null } | null }>, readonly urgent: ReadonlyArray<{ readonly openNow: boolean, readonly opensNext: string | null, readonly stale: boolean, readonly tied: boolean, readonly because: string, readonly sectors: ReadonlyArray<Sector>, readonly contactNow: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null, readonly team: { readonly id: string, readonly name: string, readonly organisation: string, readonly sectors: ReadonlyArray<Sector>, readonly does: string, readonly doesNot: string, readonly hours: string, readonly sharing: string, readonly checkedOn: string, readonly day: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null }, readonly outOfHours: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null } }>, readonly release: { readonly id: string } };

export type NoAnswerFactsFragment = { readonly reason: NotRoutableReason, readonly message: string, readonly next: ReadonlyArray<{ readonly label: string, readonly detail: string }>, readonly candidates: ReadonlyArray<{ readonly area: { readonly kind: string, readonly name: string } }> };

export type AskQueryVariables = Exact<{
  input: ReferralInput;
}>;


export type AskQuery = { readonly referral:
    | { readonly __typename: 'NeedsChoice', readonly cause: ChoiceReason, readonly key: string, readonly question: string, readonly message: string, readonly nearby: ReadonlyArray<string>, readonly options: ReadonlyArray<{ readonly answer: string, readonly label: string, readonly share: number | null, readonly area: { readonly kind: string, readonly name: string, readonly gss: string | null } | null }>, readonly urgent: ReadonlyArray<{ readonly openNow: boolean, readonly opensNext: string | null, readonly stale: boolean, readonly tied: boolean, readonly because: string, readonly sectors: ReadonlyArray<Sector>, readonly contactNow: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null, readonly team: { readonly id: string, readonly name: string, readonly organisation: string, readonly sectors: ReadonlyArray<Sector>, readonly does: string, readonly doesNot: string, readonly hours: string, readonly sharing: string, readonly checkedOn: string, readonly day: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null }, readonly outOfHours: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null } }>, readonly release: { readonly id: string } }
    | { readonly __typename: 'NotRoutable', readonly reason: NotRoutableReason, readonly message: string, readonly next: ReadonlyArray<{ readonly label: string, readonly detail: string }>, readonly candidates: ReadonlyArray<{ readonly area: { readonly kind: string, readonly name: string } }> }
    | { readonly __typename: 'Routed', readonly at: string, readonly bankHoliday: string | null, readonly holdsUntil: string | null, readonly confidence: Confidence, readonly need: { readonly name: string, readonly urgent: boolean }, readonly place: { readonly postcode: string | null, readonly precision: Precision, readonly ended: string | null, readonly position: { readonly lat: number, readonly lon: number }, readonly warnings: ReadonlyArray<{ readonly code: string, readonly message: string }>, readonly areas: ReadonlyArray<{ readonly share: number, readonly metresToBoundary: number | null, readonly area: { readonly kind: string, readonly code: string, readonly gss: string | null, readonly name: string } }> }, readonly responsible: ReadonlyArray<{ readonly sector: Sector, readonly presumed: boolean, readonly because: string, readonly rule: string, readonly body: { readonly kind: string, readonly name: string, readonly gss: string | null } }>, readonly teams: ReadonlyArray<{ readonly openNow: boolean, readonly opensNext: string | null, readonly stale: boolean, readonly tied: boolean, readonly because: string, readonly sectors: ReadonlyArray<Sector>, readonly contactNow: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null, readonly team: { readonly id: string, readonly name: string, readonly organisation: string, readonly sectors: ReadonlyArray<Sector>, readonly does: string, readonly doesNot: string, readonly hours: string, readonly sharing: string, readonly checkedOn: string, readonly day: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null }, readonly outOfHours: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null } }>, readonly arrangements: ReadonlyArray<{ readonly id: string, readonly type: string, readonly name: string, readonly description: string, readonly checkedOn: string | null, readonly stale: boolean, readonly contact: { readonly label: string, readonly phone: string, readonly email: string | null, readonly url: string | null } | null }>, readonly reasons: ReadonlyArray<{ readonly rule: string, readonly fact: string, readonly source: string, readonly link: string | null }>, readonly release: { readonly id: string, readonly notices: ReadonlyArray<string> } }
   };

export type SuggestionsQueryVariables = Exact<{
  postcode: string;
}>;


export type SuggestionsQuery = { readonly place:
    | { readonly __typename: 'Located' }
    | { readonly __typename: 'NotLocated', readonly suggestions: ReadonlyArray<string> }
   };

export type ReleaseNowQueryVariables = Exact<{ [key: string]: never; }>;


export type ReleaseNowQuery = { readonly release: { readonly id: string } };

export type PlaceLinesQueryVariables = Exact<{
  postcode?: string | null | undefined;
  point?: PointInput | null | undefined;
  asAt?: string | null | undefined;
}>;


export type PlaceLinesQuery = { readonly place:
    | { readonly __typename: 'Located', readonly position: { readonly lat: number, readonly lon: number }, readonly areas: ReadonlyArray<{ readonly area: { readonly kind: string, readonly name: string, readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null } }> }
    | { readonly __typename: 'NotLocated' }
   };

export type PointWordsQueryVariables = Exact<{
  point: PointInput;
}>;


export type PointWordsQuery = { readonly place:
    | { readonly __typename: 'Located', readonly areas: ReadonlyArray<{ readonly area: { readonly kind: string, readonly name: string } }> }
    | { readonly __typename: 'NotLocated', readonly message: string }
   };

export type DistrictLinesQueryVariables = Exact<{ [key: string]: never; }>;


export type DistrictLinesQuery = { readonly areas: ReadonlyArray<{ readonly name: string, readonly boundary: import('geojson').Polygon | import('geojson').MultiPolygon | null }> };

export type KnownAreasQueryVariables = Exact<{
  kind: string;
  asAt?: string | null | undefined;
}>;


export type KnownAreasQuery = { readonly areas: ReadonlyArray<{ readonly code: string, readonly gss: string | null, readonly ods: string | null, readonly name: string }> };

export type RecutQueryVariables = Exact<{
  left: string;
  right: string;
  asAt?: string | null | undefined;
  weight?: Weight | null | undefined;
  within?: string | null | undefined;
  counts: ReadonlyArray<AreaCountInput> | AreaCountInput;
}>;


export type RecutQuery = { readonly recut: { readonly total: number, readonly unplaced: number, readonly crossing: number, readonly areas: ReadonlyArray<{ readonly count: number, readonly atLeast: number, readonly atMost: number, readonly standardError: number, readonly area: { readonly code: string, readonly name: string } }> } };

export type CurrentReleaseQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentReleaseQuery = { readonly release: { readonly id: string, readonly loadedAt: string, readonly coverage: string, readonly notices: ReadonlyArray<string>, readonly sources: ReadonlyArray<{ readonly name: string, readonly licence: string, readonly attribution: string }> } };

export type HistoryQueryVariables = Exact<{
  left: string;
  right: ReadonlyArray<string> | string;
  from: string;
  to: string;
  weight: Weight;
  within?: string | null | undefined;
}>;


export type HistoryQuery = { readonly coterminosityHistory: ReadonlyArray<{ readonly from: string, readonly to: string | null, readonly refused: string | null, readonly left: { readonly kind: string, readonly edition: string, readonly status: BoundaryStatus, readonly areaCount: number }, readonly right: { readonly kind: string, readonly edition: string, readonly status: BoundaryStatus, readonly areaCount: number }, readonly scores: { readonly leftCount: number, readonly rightCount: number, readonly homogeneity: number, readonly completeness: number, readonly vMeasure: number, readonly leftInRight: number, readonly rightInLeft: number } | null }>, readonly release: { readonly id: string } };

export type SetInHistoryFragment = { readonly kind: string, readonly edition: string, readonly status: BoundaryStatus, readonly areaCount: number };

export type WhatIfQueryVariables = Exact<{
  left: string;
  right: string;
  asAt?: string | null | undefined;
  weight?: Weight | null | undefined;
  within?: string | null | undefined;
  areas: ReadonlyArray<ProposedAreaInput> | ProposedAreaInput;
}>;


export type WhatIfQuery = { readonly proposal: { readonly before: { readonly leftCount: number, readonly rightCount: number, readonly homogeneity: number, readonly completeness: number, readonly vMeasure: number, readonly leftInRight: number, readonly rightInLeft: number }, readonly after: { readonly leftCount: number, readonly rightCount: number, readonly homogeneity: number, readonly completeness: number, readonly vMeasure: number, readonly leftInRight: number, readonly rightInLeft: number }, readonly areas: ReadonlyArray<{ readonly change: AreaChangeWord, readonly area: { readonly code: string, readonly name: string }, readonly successors: ReadonlyArray<{ readonly area: { readonly code: string, readonly name: string }, readonly took: { readonly residents: number | null, readonly postcodes: number, readonly km2: number } }> }>, readonly moved: { readonly residents: number | null, readonly postcodes: number, readonly km2: number }, readonly movers: ReadonlyArray<{ readonly fate: Fate, readonly from: { readonly code: string, readonly name: string }, readonly to: { readonly name: string }, readonly right: { readonly code: string, readonly name: string }, readonly counts: { readonly residents: number | null, readonly postcodes: number, readonly km2: number } }>, readonly affected: ReadonlyArray<{ readonly team: { readonly id: string, readonly name: string, readonly organisation: string }, readonly areas: ReadonlyArray<{ readonly name: string }> }> } };

export type ScoresFragment = { readonly leftCount: number, readonly rightCount: number, readonly homogeneity: number, readonly completeness: number, readonly vMeasure: number, readonly leftInRight: number, readonly rightInLeft: number };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PartnersOfAreaFragmentDoc = new TypedDocumentString(`
    fragment PartnersOfArea on Partners {
  area {
    code
    name
  }
  count
  effective
  main {
    name
  }
  mainShare
}
    `, {"fragmentName":"PartnersOfArea"}) as unknown as TypedDocumentString<PartnersOfAreaFragment, unknown>;
export const CountFactsFragmentDoc = new TypedDocumentString(`
    fragment CountFacts on CoverCounts {
  grounds
  postcodes
  residents
}
    `, {"fragmentName":"CountFacts"}) as unknown as TypedDocumentString<CountFactsFragment, unknown>;
export const CoverSourceFactsFragmentDoc = new TypedDocumentString(`
    fragment CoverSourceFacts on Query {
  boundarySets(asAt: $asAt) {
    kind
    from
    status
    source
    licence
  }
  release {
    id
    sources {
      licence
      attribution
    }
  }
}
    `, {"fragmentName":"CoverSourceFacts"}) as unknown as TypedDocumentString<CoverSourceFactsFragment, unknown>;
export const ContactFactsFragmentDoc = new TypedDocumentString(`
    fragment ContactFacts on Contact {
  label
  phone
  email
  url
}
    `, {"fragmentName":"ContactFacts"}) as unknown as TypedDocumentString<ContactFactsFragment, unknown>;
export const OfferFactsFragmentDoc = new TypedDocumentString(`
    fragment OfferFacts on TeamOffer {
  openNow
  opensNext
  stale
  tied
  because
  sectors
  contactNow {
    ...ContactFacts
  }
  team {
    id
    name
    organisation
    sectors
    does
    doesNot
    hours
    sharing
    checkedOn
    day {
      ...ContactFacts
    }
    outOfHours {
      ...ContactFacts
    }
  }
}
    fragment ContactFacts on Contact {
  label
  phone
  email
  url
}`, {"fragmentName":"OfferFacts"}) as unknown as TypedDocumentString<OfferFactsFragment, unknown>;
export const RoutedFactsFragmentDoc = new TypedDocumentString(`
    fragment RoutedFacts on Routed {
  at
  bankHoliday
  holdsUntil
  confidence
  need {
    name
    urgent
  }
  place {
    postcode
    precision
    position {
      lat
      lon
    }
    ended
    warnings {
      code
      message
    }
    areas {
      share
      metresToBoundary
      area {
        kind
        code
        gss
        name
      }
    }
  }
  responsible {
    sector
    presumed
    because
    rule
    body {
      kind
      name
      gss
    }
  }
  teams {
    ...OfferFacts
  }
  arrangements {
    id
    type
    name
    description
    checkedOn
    stale
    contact {
      ...ContactFacts
    }
  }
  reasons {
    rule
    fact
    source
    link
  }
  release {
    id
    notices
  }
}
    fragment ContactFacts on Contact {
  label
  phone
  email
  url
}
fragment OfferFacts on TeamOffer {
  openNow
  opensNext
  stale
  tied
  because
  sectors
  contactNow {
    ...ContactFacts
  }
  team {
    id
    name
    organisation
    sectors
    does
    doesNot
    hours
    sharing
    checkedOn
    day {
      ...ContactFacts
    }
    outOfHours {
      ...ContactFacts
    }
  }
}`, {"fragmentName":"RoutedFacts"}) as unknown as TypedDocumentString<RoutedFactsFragment, unknown>;
export const ChoiceFactsFragmentDoc = new TypedDocumentString(`
    fragment ChoiceFacts on NeedsChoice {
  cause
  key
  question
  message
  nearby
  options {
    answer
    label
    share
    area {
      kind
      name
      gss
    }
  }
  urgent {
    ...OfferFacts
  }
  release {
    id
  }
}
    fragment ContactFacts on Contact {
  label
  phone
  email
  url
}
fragment OfferFacts on TeamOffer {
  openNow
  opensNext
  stale
  tied
  because
  sectors
  contactNow {
    ...ContactFacts
  }
  team {
    id
    name
    organisation
    sectors
    does
    doesNot
    hours
    sharing
    checkedOn
    day {
      ...ContactFacts
    }
    outOfHours {
      ...ContactFacts
    }
  }
}`, {"fragmentName":"ChoiceFacts"}) as unknown as TypedDocumentString<ChoiceFactsFragment, unknown>;
export const NoAnswerFactsFragmentDoc = new TypedDocumentString(`
    fragment NoAnswerFacts on NotRoutable {
  reason
  message
  next {
    label
    detail
  }
  candidates {
    area {
      kind
      name
    }
  }
}
    `, {"fragmentName":"NoAnswerFacts"}) as unknown as TypedDocumentString<NoAnswerFactsFragment, unknown>;
export const SetInHistoryFragmentDoc = new TypedDocumentString(`
    fragment SetInHistory on BoundarySet {
  kind
  edition
  status
  areaCount
}
    `, {"fragmentName":"SetInHistory"}) as unknown as TypedDocumentString<SetInHistoryFragment, unknown>;
export const ScoresFragmentDoc = new TypedDocumentString(`
    fragment Scores on Coterminosity {
  leftCount
  rightCount
  homogeneity
  completeness
  vMeasure
  leftInRight
  rightInLeft
}
    `, {"fragmentName":"Scores"}) as unknown as TypedDocumentString<ScoresFragment, unknown>;
export const AboutDocument = new TypedDocumentString(`
    query About {
  release {
    id
    loadedAt
    coverage
    notices
    sources {
      name
      licence
      attribution
    }
  }
  boundarySets {
    kind
    edition
    from
    to
    status
    source
    licence
    areaCount
    resolutionMetres
  }
}
    `) as unknown as TypedDocumentString<AboutQuery, AboutQueryVariables>;
export const ReorganisationsDocument = new TypedDocumentString(`
    query Reorganisations {
  reorganisations {
    day
    eve
    before {
      kind
      areaCount
    }
    after {
      kind
      status
      areaCount
    }
  }
  boundarySets {
    kind
    from
    to
  }
}
    `) as unknown as TypedDocumentString<ReorganisationsQuery, ReorganisationsQueryVariables>;
export const ChangeDocument = new TypedDocumentString(`
    query Change($before: String!, $from: Date!, $after: String!, $to: Date!) {
  boundaryChange(kind: $before, toKind: $after, from: $from, to: $to) {
    kind
    toKind
    from
    to
    before {
      edition
      status
      source
      licence
      areaCount
    }
    after {
      edition
      from
      status
      source
      licence
      areaCount
    }
    areas {
      area {
        code
        name
        residents
        postcodes
      }
      change
      moved {
        residents
        postcodes
      }
      otherBody {
        residents
        postcodes
      }
      inNone {
        residents
        postcodes
        km2
      }
      remainder {
        residents
        postcodes
        km2
      }
    }
    pieces {
      old {
        code
        name
      }
      area {
        code
        name
      }
      fate
      took {
        residents
        postcodes
        km2
      }
      shares {
        residents
        postcodes
        km2
      }
    }
    appeared {
      name
    }
    ended {
      name
    }
    moved {
      residents
      postcodes
    }
    otherBody {
      residents
      postcodes
    }
    inNone {
      residents
      postcodes
    }
    teams {
      team {
        id
        name
        organisation
      }
      areas {
        code
        name
      }
      coversAfter
    }
    slivers {
      count
      km2
    }
    release {
      id
      loadedAt
      sources {
        attribution
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeQuery, ChangeQueryVariables>;
export const ChangeLinesDocument = new TypedDocumentString(`
    query ChangeLines($before: String!, $from: Date!, $after: String!, $to: Date!, $points: Int) {
  olds: areas(kind: $before, asAt: $from) {
    code
    name
    boundary(maxPoints: $points)
  }
  laters: areas(kind: $after, asAt: $to) {
    code
    name
    boundary(maxPoints: $points)
  }
  boundaryChange(kind: $before, toKind: $after, from: $from, to: $to) {
    pieces {
      old {
        code
      }
      area {
        code
      }
      fate
      boundary(maxPoints: $points)
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeLinesQuery, ChangeLinesQueryVariables>;
export const SetsDocument = new TypedDocumentString(`
    query Sets {
  boundarySets {
    kind
    from
    to
  }
}
    `) as unknown as TypedDocumentString<SetsQuery, SetsQueryVariables>;
export const CouncilsDocument = new TypedDocumentString(`
    query Councils($asAt: Date) {
  areas(kind: "upper-tier", asAt: $asAt) {
    kind
    code
    gss
    name
  }
}
    `) as unknown as TypedDocumentString<CouncilsQuery, CouncilsQueryVariables>;
export const CompareDocument = new TypedDocumentString(`
    query Compare($left: String!, $right: String!, $asAt: Date, $weight: Weight, $within: String) {
  coterminosity(
    left: $left
    right: $right
    asAt: $asAt
    weight: $weight
    within: $within
  ) {
    left
    right
    asAt
    weight
    leftCount
    rightCount
    homogeneity
    completeness
    vMeasure
    leftInRight
    rightInLeft
    overlaps {
      left {
        code
        name
      }
      right {
        code
        name
      }
      arrangements {
        id
        type
        name
        description
        checkedOn
        stale
        contact {
          label
          phone
        }
      }
      km2
      postcodes
      residents
      weight
      shareOfLeft
      shareOfRight
      relation
    }
    misfits(first: 10) {
      left {
        code
        name
      }
      right {
        code
        name
      }
    }
    ofLeft: partners(side: LEFT) {
      ...PartnersOfArea
    }
    ofRight: partners(side: RIGHT) {
      ...PartnersOfArea
    }
    remainders {
      area {
        kind
        code
        name
      }
      weight
      share
    }
    slivers {
      count
      km2
    }
    release {
      id
      sources {
        licence
        attribution
      }
    }
  }
}
    fragment PartnersOfArea on Partners {
  area {
    code
    name
  }
  count
  effective
  main {
    name
  }
  mainShare
}`) as unknown as TypedDocumentString<CompareQuery, CompareQueryVariables>;
export const LinesDocument = new TypedDocumentString(`
    query Lines($left: String!, $right: String!, $asAt: Date, $weight: Weight, $within: String, $points: Int) {
  coterminosity(
    left: $left
    right: $right
    asAt: $asAt
    weight: $weight
    within: $within
  ) {
    leftCount
    overlaps {
      left {
        code
      }
      right {
        code
      }
      shareOfLeft
      boundary(maxPoints: $points)
    }
    remainders {
      area {
        name
        boundary(maxPoints: $points)
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LinesQuery, LinesQueryVariables>;
export const FindOnMapDocument = new TypedDocumentString(`
    query FindOnMap($postcode: String!, $asAt: Date) {
  place(postcode: $postcode, asAt: $asAt) {
    __typename
    ... on Located {
      position {
        lat
        lon
      }
      precision
      areas {
        share
        area {
          kind
          code
          name
        }
      }
    }
    ... on NotLocated {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FindOnMapQuery, FindOnMapQueryVariables>;
export const TakeAwayFactsDocument = new TypedDocumentString(`
    query TakeAwayFacts($asAt: Date!) {
  boundarySets(asAt: $asAt) {
    kind
    edition
    status
    source
    licence
  }
  release {
    id
    loadedAt
    notices
    sources {
      licence
      attribution
    }
  }
}
    `) as unknown as TypedDocumentString<TakeAwayFactsQuery, TakeAwayFactsQueryVariables>;
export const OverlapShapesDocument = new TypedDocumentString(`
    query OverlapShapes($left: String!, $right: String!, $asAt: Date, $weight: Weight, $within: String) {
  coterminosity(
    left: $left
    right: $right
    asAt: $asAt
    weight: $weight
    within: $within
  ) {
    overlaps {
      left {
        code
      }
      right {
        code
      }
      boundary
    }
    release {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<OverlapShapesQuery, OverlapShapesQueryVariables>;
export const CoverListsDocument = new TypedDocumentString(`
    query CoverLists {
  needs {
    id
    name
    description
    urgent
    ages {
      from
      to
    }
    sectors {
      rule
    }
  }
  boundarySets {
    kind
    from
    to
  }
}
    `) as unknown as TypedDocumentString<CoverListsQuery, CoverListsQueryVariables>;
export const CoversDocument = new TypedDocumentString(`
    query Covers($asAt: Date!) {
  coverByNeed(asAt: $asAt) {
    need {
      id
      name
    }
    isRuled
    gap {
      ...CountFacts
    }
    several {
      ...CountFacts
    }
    notOffered {
      ...CountFacts
    }
  }
  ...CoverSourceFacts
}
    fragment CountFacts on CoverCounts {
  grounds
  postcodes
  residents
}
fragment CoverSourceFacts on Query {
  boundarySets(asAt: $asAt) {
    kind
    from
    status
    source
    licence
  }
  release {
    id
    sources {
      licence
      attribution
    }
  }
}`) as unknown as TypedDocumentString<CoversQuery, CoversQueryVariables>;
export const CoverDocument = new TypedDocumentString(`
    query Cover($need: String!, $asAt: Date!) {
  cover(need: $need, asAt: $asAt) {
    need {
      id
      name
      ages {
        from
        to
      }
    }
    isRuled
    gap {
      ...CountFacts
    }
    several {
      ...CountFacts
    }
    notOffered {
      ...CountFacts
    }
    one {
      ...CountFacts
    }
    pieces(coverage: [GAP, SEVERAL, NOT_OFFERED]) {
      key
      ground {
        kind
        code
        name
      }
      sector
      ages {
        from
        to
      }
      coverage
      teams {
        name
        organisation
      }
      body {
        kind
        name
        gss
      }
      gap {
        cause
        teams {
          name
          organisation
          ages {
            from
            to
          }
        }
      }
      notOffered {
        because
        instead
      }
      postcodes
      residents
    }
  }
  ...CoverSourceFacts
}
    fragment CountFacts on CoverCounts {
  grounds
  postcodes
  residents
}
fragment CoverSourceFacts on Query {
  boundarySets(asAt: $asAt) {
    kind
    from
    status
    source
    licence
  }
  release {
    id
    sources {
      licence
      attribution
    }
  }
}`) as unknown as TypedDocumentString<CoverQuery, CoverQueryVariables>;
export const CoverLinesDocument = new TypedDocumentString(`
    query CoverLines($need: String!, $asAt: Date!, $kind: String!, $points: Int) {
  areas(kind: $kind, asAt: $asAt) {
    name
    boundary(maxPoints: $points)
  }
  cover(need: $need, asAt: $asAt) {
    grounds {
      key
      coverage
      isWhole
      boundary(maxPoints: $points)
    }
  }
}
    `) as unknown as TypedDocumentString<CoverLinesQuery, CoverLinesQueryVariables>;
export const LicencesDocument = new TypedDocumentString(`
    query Licences {
  release {
    id
    sources {
      name
      licence
      attribution
    }
  }
}
    `) as unknown as TypedDocumentString<LicencesQuery, LicencesQueryVariables>;
export const NeedsDocument = new TypedDocumentString(`
    query Needs {
  needs {
    id
    name
    description
    urgent
    ages {
      from
      to
    }
    sectors {
      rule
    }
  }
}
    `) as unknown as TypedDocumentString<NeedsQuery, NeedsQueryVariables>;
export const PracticesDocument = new TypedDocumentString(`
    query Practices($search: String!, $asAt: Date) {
  practices(search: $search, asAt: $asAt, first: 10) {
    code
    name
    postcode
    closed
    body {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PracticesQuery, PracticesQueryVariables>;
export const AskDocument = new TypedDocumentString(`
    query Ask($input: ReferralInput!) {
  referral(input: $input) {
    __typename
    ...RoutedFacts
    ...ChoiceFacts
    ...NoAnswerFacts
  }
}
    fragment ContactFacts on Contact {
  label
  phone
  email
  url
}
fragment OfferFacts on TeamOffer {
  openNow
  opensNext
  stale
  tied
  because
  sectors
  contactNow {
    ...ContactFacts
  }
  team {
    id
    name
    organisation
    sectors
    does
    doesNot
    hours
    sharing
    checkedOn
    day {
      ...ContactFacts
    }
    outOfHours {
      ...ContactFacts
    }
  }
}
fragment RoutedFacts on Routed {
  at
  bankHoliday
  holdsUntil
  confidence
  need {
    name
    urgent
  }
  place {
    postcode
    precision
    position {
      lat
      lon
    }
    ended
    warnings {
      code
      message
    }
    areas {
      share
      metresToBoundary
      area {
        kind
        code
        gss
        name
      }
    }
  }
  responsible {
    sector
    presumed
    because
    rule
    body {
      kind
      name
      gss
    }
  }
  teams {
    ...OfferFacts
  }
  arrangements {
    id
    type
    name
    description
    checkedOn
    stale
    contact {
      ...ContactFacts
    }
  }
  reasons {
    rule
    fact
    source
    link
  }
  release {
    id
    notices
  }
}
fragment ChoiceFacts on NeedsChoice {
  cause
  key
  question
  message
  nearby
  options {
    answer
    label
    share
    area {
      kind
      name
      gss
    }
  }
  urgent {
    ...OfferFacts
  }
  release {
    id
  }
}
fragment NoAnswerFacts on NotRoutable {
  reason
  message
  next {
    label
    detail
  }
  candidates {
    area {
      kind
      name
    }
  }
}`) as unknown as TypedDocumentString<AskQuery, AskQueryVariables>;
export const SuggestionsDocument = new TypedDocumentString(`
    query Suggestions($postcode: String!) {
  place(postcode: $postcode) {
    __typename
    ... on NotLocated {
      suggestions
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
export const ReleaseNowDocument = new TypedDocumentString(`
    query ReleaseNow {
  release {
    id
  }
}
    `) as unknown as TypedDocumentString<ReleaseNowQuery, ReleaseNowQueryVariables>;
export const PlaceLinesDocument = new TypedDocumentString(`
    query PlaceLines($postcode: String, $point: PointInput, $asAt: Date) {
  place(postcode: $postcode, point: $point, asAt: $asAt) {
    __typename
    ... on Located {
      position {
        lat
        lon
      }
      areas {
        area {
          kind
          name
          boundary(maxPoints: 300)
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceLinesQuery, PlaceLinesQueryVariables>;
export const PointWordsDocument = new TypedDocumentString(`
    query PointWords($point: PointInput!) {
  place(point: $point) {
    __typename
    ... on Located {
      areas {
        area {
          kind
          name
        }
      }
    }
    ... on NotLocated {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PointWordsQuery, PointWordsQueryVariables>;
export const DistrictLinesDocument = new TypedDocumentString(`
    query DistrictLines {
  areas(kind: "district") {
    name
    boundary(maxPoints: 120)
  }
}
    `) as unknown as TypedDocumentString<DistrictLinesQuery, DistrictLinesQueryVariables>;
export const KnownAreasDocument = new TypedDocumentString(`
    query KnownAreas($kind: String!, $asAt: Date) {
  areas(kind: $kind, asAt: $asAt) {
    code
    gss
    ods
    name
  }
}
    `) as unknown as TypedDocumentString<KnownAreasQuery, KnownAreasQueryVariables>;
export const RecutDocument = new TypedDocumentString(`
    query Recut($left: String!, $right: String!, $asAt: Date, $weight: Weight, $within: String, $counts: [AreaCountInput!]!) {
  recut(
    left: $left
    right: $right
    asAt: $asAt
    weight: $weight
    within: $within
    counts: $counts
  ) {
    total
    unplaced
    crossing
    areas {
      area {
        code
        name
      }
      count
      atLeast
      atMost
      standardError
    }
  }
}
    `) as unknown as TypedDocumentString<RecutQuery, RecutQueryVariables>;
export const CurrentReleaseDocument = new TypedDocumentString(`
    query CurrentRelease {
  release {
    id
    loadedAt
    coverage
    notices
    sources {
      name
      licence
      attribution
    }
  }
}
    `) as unknown as TypedDocumentString<CurrentReleaseQuery, CurrentReleaseQueryVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($left: String!, $right: [String!]!, $from: Date!, $to: Date!, $weight: Weight!, $within: String) {
  coterminosityHistory(
    left: $left
    right: $right
    from: $from
    to: $to
    weight: $weight
    within: $within
  ) {
    from
    to
    left {
      ...SetInHistory
    }
    right {
      ...SetInHistory
    }
    scores {
      leftCount
      rightCount
      homogeneity
      completeness
      vMeasure
      leftInRight
      rightInLeft
    }
    refused
  }
  release {
    id
  }
}
    fragment SetInHistory on BoundarySet {
  kind
  edition
  status
  areaCount
}`) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const WhatIfDocument = new TypedDocumentString(`
    query WhatIf($left: String!, $right: String!, $asAt: Date, $weight: Weight, $within: String, $areas: [ProposedAreaInput!]!) {
  proposal(
    left: $left
    right: $right
    asAt: $asAt
    weight: $weight
    within: $within
    areas: $areas
  ) {
    before {
      ...Scores
    }
    after {
      ...Scores
    }
    areas {
      area {
        code
        name
      }
      change
      successors {
        area {
          code
          name
        }
        took {
          residents
          postcodes
          km2
        }
      }
    }
    moved {
      residents
      postcodes
      km2
    }
    movers {
      from {
        code
        name
      }
      to {
        name
      }
      right {
        code
        name
      }
      counts {
        residents
        postcodes
        km2
      }
      fate
    }
    affected {
      team {
        id
        name
        organisation
      }
      areas {
        name
      }
    }
  }
}
    fragment Scores on Coterminosity {
  leftCount
  rightCount
  homogeneity
  completeness
  vMeasure
  leftInRight
  rightInLeft
}`) as unknown as TypedDocumentString<WhatIfQuery, WhatIfQueryVariables>;