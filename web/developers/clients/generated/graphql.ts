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

/** How sure the answer is; the cause of any doubt is always given in words. */
export type Confidence =
  /** Nothing speaks against it. */
  | 'HIGH'
  /** Check before you act on it. */
  | 'LOW'
  /** Something does: read it out with the answer. */
  | 'MEDIUM';

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

/** WGS84 degrees. */
export type PointInput = {
  /** Degrees north. */
  readonly lat: number;
  /** Degrees east; west is negative. */
  readonly lon: number;
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

/** Which part of the system answers. */
export type Sector =
  /** The NHS. */
  | 'HEALTH'
  /** The district or unitary council. */
  | 'HOUSING'
  /** The county or unitary council. */
  | 'SOCIAL_CARE';

export type FirstAnswerQueryVariables = Exact<{
  input: ReferralInput;
}>;


export type FirstAnswerQuery = { readonly referral:
    | { readonly __typename: 'NeedsChoice', readonly question: string, readonly options: ReadonlyArray<{ readonly answer: string, readonly label: string }> }
    | { readonly __typename: 'NotRoutable', readonly reason: NotRoutableReason, readonly message: string }
    | { readonly __typename: 'Routed', readonly confidence: Confidence, readonly responsible: ReadonlyArray<{ readonly sector: Sector, readonly presumed: boolean, readonly body: { readonly name: string } }>, readonly teams: ReadonlyArray<{ readonly contactNow: { readonly phone: string } | null, readonly team: { readonly name: string } }> }
   };

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

export const FirstAnswerDocument = new TypedDocumentString(`
    query FirstAnswer($input: ReferralInput!) {
  referral(input: $input) {
    __typename
    ... on Routed {
      confidence
      responsible {
        sector
        presumed
        body {
          name
        }
      }
      teams {
        contactNow {
          phone
        }
        team {
          name
        }
      }
    }
    ... on NeedsChoice {
      question
      options {
        answer
        label
      }
    }
    ... on NotRoutable {
      reason
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FirstAnswerQuery, FirstAnswerQueryVariables>;