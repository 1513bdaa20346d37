/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query About {\n    release {\n      id\n      loadedAt\n      coverage\n      notices\n      sources {\n        name\n        licence\n        attribution\n      }\n    }\n    boundarySets {\n      kind\n      edition\n      from\n      to\n      status\n      source\n      licence\n      areaCount\n      resolutionMetres\n    }\n  }\n": typeof types.AboutDocument,
    "\n  query Sets {\n    boundarySets {\n      kind\n      from\n      to\n    }\n  }\n": typeof types.SetsDocument,
    "\n  query Councils($asAt: Date) {\n    areas(kind: \"upper-tier\", asAt: $asAt) {\n      kind\n      code\n      gss\n      name\n    }\n  }\n": typeof types.CouncilsDocument,
    "\n  query Compare($left: String!, $right: String!, $asAt: Date, $weight: Weight, $within: String) {\n    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {\n      left\n      right\n      asAt\n      weight\n      leftCount\n      rightCount\n      homogeneity\n      completeness\n      vMeasure\n      leftInRight\n      rightInLeft\n      overlaps {\n        left {\n          code\n          name\n        }\n        right {\n          code\n          name\n        }\n        km2\n        postcodes\n        residents\n        shareOfLeft\n        shareOfRight\n        relation\n      }\n      misfits(first: 10) {\n        left {\n          code\n          name\n        }\n        right {\n          code\n          name\n        }\n      }\n      remainders {\n        area {\n          kind\n          name\n        }\n        share\n      }\n      slivers {\n        count\n        km2\n      }\n      release {\n        id\n      }\n    }\n  }\n": typeof types.CompareDocument,
    "\n  query Lines(\n    $left: String!\n    $right: String!\n    $asAt: Date\n    $weight: Weight\n    $within: String\n    $points: Int\n  ) {\n    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {\n      leftCount\n      overlaps {\n        left {\n          code\n        }\n        right {\n          code\n        }\n        shareOfLeft\n        boundary(maxPoints: $points)\n      }\n      remainders {\n        area {\n          name\n          boundary(maxPoints: $points)\n        }\n      }\n    }\n  }\n": typeof types.LinesDocument,
    "\n  query Needs {\n    needs {\n      id\n      name\n      description\n      urgent\n      ages {\n        from\n        to\n      }\n    }\n  }\n": typeof types.NeedsDocument,
    "\n  query Practices($search: String!, $asAt: Date) {\n    practices(search: $search, asAt: $asAt, first: 10) {\n      code\n      name\n      postcode\n      closed\n      body {\n        name\n      }\n    }\n  }\n": typeof types.PracticesDocument,
    "\n  fragment ContactFacts on Contact {\n    label\n    phone\n    email\n    url\n  }\n": typeof types.ContactFactsFragmentDoc,
    "\n  fragment OfferFacts on TeamOffer {\n    openNow\n    opensNext\n    stale\n    tied\n    because\n    sectors\n    contactNow {\n      ...ContactFacts\n    }\n    team {\n      id\n      name\n      organisation\n      sectors\n      does\n      doesNot\n      hours\n      sharing\n      checkedOn\n      day {\n        ...ContactFacts\n      }\n      outOfHours {\n        ...ContactFacts\n      }\n    }\n  }\n": typeof types.OfferFactsFragmentDoc,
    "\n  fragment RoutedFacts on Routed {\n    at\n    bankHoliday\n    holdsUntil\n    confidence\n    need {\n      name\n      urgent\n    }\n    place {\n      postcode\n      precision\n      position {\n        lat\n        lon\n      }\n      ended\n      warnings {\n        code\n        message\n      }\n      areas {\n        share\n        metresToBoundary\n        area {\n          kind\n          code\n          gss\n          name\n        }\n      }\n    }\n    responsible {\n      sector\n      presumed\n      because\n      rule\n      body {\n        kind\n        name\n        gss\n      }\n    }\n    teams {\n      ...OfferFacts\n    }\n    arrangements {\n      id\n      type\n      name\n      description\n      checkedOn\n      stale\n      contact {\n        ...ContactFacts\n      }\n    }\n    reasons {\n      rule\n      fact\n      source\n      link\n    }\n    release {\n      id\n      notices\n    }\n  }\n": typeof types.RoutedFactsFragmentDoc,
    "\n  fragment ChoiceFacts on NeedsChoice {\n    cause\n    key\n    question\n    message\n    nearby\n    options {\n      answer\n      label\n      share\n      area {\n        kind\n        name\n        gss\n      }\n    }\n    urgent {\n      ...OfferFacts\n    }\n    release {\n      id\n    }\n  }\n": typeof types.ChoiceFactsFragmentDoc,
    "\n  fragment NoAnswerFacts on NotRoutable {\n    reason\n    message\n    next {\n      label\n      detail\n    }\n    candidates {\n      area {\n        kind\n        name\n      }\n    }\n  }\n": typeof types.NoAnswerFactsFragmentDoc,
    "\n  query Ask($input: ReferralInput!) {\n    referral(input: $input) {\n      __typename\n      ...RoutedFacts\n      ...ChoiceFacts\n      ...NoAnswerFacts\n    }\n  }\n": typeof types.AskDocument,
    "\n  query Suggestions($postcode: String!) {\n    place(postcode: $postcode) {\n      __typename\n      ... on NotLocated {\n        suggestions\n      }\n    }\n  }\n": typeof types.SuggestionsDocument,
    "\n  query ReleaseNow {\n    release {\n      id\n    }\n  }\n": typeof types.ReleaseNowDocument,
    "\n  query PlaceLines($postcode: String, $point: PointInput, $asAt: Date) {\n    place(postcode: $postcode, point: $point, asAt: $asAt) {\n      __typename\n      ... on Located {\n        position {\n          lat\n          lon\n        }\n        areas {\n          area {\n            kind\n            name\n            boundary(maxPoints: 300)\n          }\n        }\n      }\n    }\n  }\n": typeof types.PlaceLinesDocument,
    "\n  query PointWords($point: PointInput!) {\n    place(point: $point) {\n      __typename\n      ... on Located {\n        areas {\n          area {\n            kind\n            name\n          }\n        }\n      }\n      ... on NotLocated {\n        message\n      }\n    }\n  }\n": typeof types.PointWordsDocument,
    "\n  query DistrictLines {\n    areas(kind: \"district\") {\n      name\n      boundary(maxPoints: 120)\n    }\n  }\n": typeof types.DistrictLinesDocument,
    "\n  query CurrentRelease {\n    release {\n      id\n      loadedAt\n      coverage\n      notices\n      sources {\n        name\n        licence\n        attribution\n      }\n    }\n  }\n": typeof types.CurrentReleaseDocument,
};
const documents: Documents = {
    "\n  query About {\n    release {\n      id\n      loadedAt\n      coverage\n      notices\n      sources {\n        name\n        licence\n        attribution\n      }\n    }\n    boundarySets {\n      kind\n      edition\n      from\n      to\n      status\n      source\n      licence\n      areaCount\n      resolutionMetres\n    }\n  }\n": types.AboutDocument,
    "\n  query Sets {\n    boundarySets {\n      kind\n      from\n      to\n    }\n  }\n": types.SetsDocument,
    "\n  query Councils($asAt: Date) {\n    areas(kind: \"upper-tier\", asAt: $asAt) {\n      kind\n      code\n      gss\n      name\n    }\n  }\n": types.CouncilsDocument,
    "\n  query Compare($left: String!, $right: String!, $asAt: Date, $weight: Weight, $within: String) {\n    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {\n      left\n      right\n      asAt\n      weight\n      leftCount\n      rightCount\n      homogeneity\n      completeness\n      vMeasure\n      leftInRight\n      rightInLeft\n      overlaps {\n        left {\n          code\n          name\n        }\n        right {\n          code\n          name\n        }\n        km2\n        postcodes\n        residents\n        shareOfLeft\n        shareOfRight\n        relation\n      }\n      misfits(first: 10) {\n        left {\n          code\n          name\n        }\n        right {\n          code\n          name\n        }\n      }\n      remainders {\n        area {\n          kind\n          name\n        }\n        share\n      }\n      slivers {\n        count\n        km2\n      }\n      release {\n        id\n      }\n    }\n  }\n": types.CompareDocument,
    "\n  query Lines(\n    $left: String!\n    $right: String!\n    $asAt: Date\n    $weight: Weight\n    $within: String\n    $points: Int\n  ) {\n    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {\n      leftCount\n      overlaps {\n        left {\n          code\n        }\n        right {\n          code\n        }\n        shareOfLeft\n        boundary(maxPoints: $points)\n      }\n      remainders {\n        area {\n          name\n          boundary(maxPoints: $points)\n        }\n      }\n    }\n  }\n": types.LinesDocument,
    "\n  query Needs {\n    needs {\n      id\n      name\n      description\n      urgent\n      ages {\n        from\n        to\n      }\n    }\n  }\n": types.NeedsDocument,
    "\n  query Practices($search: String!, $asAt: Date) {\n    practices(search: $search, asAt: $asAt, first: 10) {\n      code\n      name\n      postcode\n      closed\n      body {\n        name\n      }\n    }\n  }\n": types.PracticesDocument,
    "\n  fragment ContactFacts on Contact {\n    label\n    phone\n    email\n    url\n  }\n": types.ContactFactsFragmentDoc,
    "\n  fragment OfferFacts on TeamOffer {\n    openNow\n    opensNext\n    stale\n    tied\n    because\n    sectors\n    contactNow {\n      ...ContactFacts\n    }\n    team {\n      id\n      name\n      organisation\n      sectors\n      does\n      doesNot\n      hours\n      sharing\n      checkedOn\n      day {\n        ...ContactFacts\n      }\n      outOfHours {\n        ...ContactFacts\n      }\n    }\n  }\n": types.OfferFactsFragmentDoc,
    "\n  fragment RoutedFacts on Routed {\n    at\n    bankHoliday\n    holdsUntil\n    confidence\n    need {\n      name\n      urgent\n    }\n    place {\n      postcode\n      precision\n      position {\n        lat\n        lon\n      }\n      ended\n      warnings {\n        code\n        message\n      }\n      areas {\n        share\n        metresToBoundary\n        area {\n          kind\n          code\n          gss\n          name\n        }\n      }\n    }\n    responsible {\n      sector\n      presumed\n      because\n      rule\n      body {\n        kind\n        name\n        gss\n      }\n    }\n    teams {\n      ...OfferFacts\n    }\n    arrangements {\n      id\n      type\n      name\n      description\n      checkedOn\n      stale\n      contact {\n        ...ContactFacts\n      }\n    }\n    reasons {\n      rule\n      fact\n      source\n      link\n    }\n    release {\n      id\n      notices\n    }\n  }\n": types.RoutedFactsFragmentDoc,
    "\n  fragment ChoiceFacts on NeedsChoice {\n    cause\n    key\n    question\n    message\n    nearby\n    options {\n      answer\n      label\n      share\n      area {\n        kind\n        name\n        gss\n      }\n    }\n    urgent {\n      ...OfferFacts\n    }\n    release {\n      id\n    }\n  }\n": types.ChoiceFactsFragmentDoc,
    "\n  fragment NoAnswerFacts on NotRoutable {\n    reason\n    message\n    next {\n      label\n      detail\n    }\n    candidates {\n      area {\n        kind\n        name\n      }\n    }\n  }\n": types.NoAnswerFactsFragmentDoc,
    "\n  query Ask($input: ReferralInput!) {\n    referral(input: $input) {\n      __typename\n      ...RoutedFacts\n      ...ChoiceFacts\n      ...NoAnswerFacts\n    }\n  }\n": types.AskDocument,
    "\n  query Suggestions($postcode: String!) {\n    place(postcode: $postcode) {\n      __typename\n      ... on NotLocated {\n        suggestions\n      }\n    }\n  }\n": types.SuggestionsDocument,
    "\n  query ReleaseNow {\n    release {\n      id\n    }\n  }\n": types.ReleaseNowDocument,
    "\n  query PlaceLines($postcode: String, $point: PointInput, $asAt: Date) {\n    place(postcode: $postcode, point: $point, asAt: $asAt) {\n      __typename\n      ... on Located {\n        position {\n          lat\n          lon\n        }\n        areas {\n          area {\n            kind\n            name\n            boundary(maxPoints: 300)\n          }\n        }\n      }\n    }\n  }\n": types.PlaceLinesDocument,
    "\n  query PointWords($point: PointInput!) {\n    place(point: $point) {\n      __typename\n      ... on Located {\n        areas {\n          area {\n            kind\n            name\n          }\n        }\n      }\n      ... on NotLocated {\n        message\n      }\n    }\n  }\n": types.PointWordsDocument,
    "\n  query DistrictLines {\n    areas(kind: \"district\") {\n      name\n      boundary(maxPoints: 120)\n    }\n  }\n": types.DistrictLinesDocument,
    "\n  query CurrentRelease {\n    release {\n      id\n      loadedAt\n      coverage\n      notices\n      sources {\n        name\n        licence\n        attribution\n      }\n    }\n  }\n": types.CurrentReleaseDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query About {\n    release {\n      id\n      loadedAt\n      coverage\n      notices\n      sources {\n        name\n        licence\n        attribution\n      }\n    }\n    boundarySets {\n      kind\n      edition\n      from\n      to\n      status\n      source\n      licence\n      areaCount\n      resolutionMetres\n    }\n  }\n"): typeof import('./graphql.ts').AboutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sets {\n    boundarySets {\n      kind\n      from\n      to\n    }\n  }\n"): typeof import('./graphql.ts').SetsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Councils($asAt: Date) {\n    areas(kind: \"upper-tier\", asAt: $asAt) {\n      kind\n      code\n      gss\n      name\n    }\n  }\n"): typeof import('./graphql.ts').CouncilsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Compare($left: String!, $right: String!, $asAt: Date, $weight: Weight, $within: String) {\n    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {\n      left\n      right\n      asAt\n      weight\n      leftCount\n      rightCount\n      homogeneity\n      completeness\n      vMeasure\n      leftInRight\n      rightInLeft\n      overlaps {\n        left {\n          code\n          name\n        }\n        right {\n          code\n          name\n        }\n        km2\n        postcodes\n        residents\n        shareOfLeft\n        shareOfRight\n        relation\n      }\n      misfits(first: 10) {\n        left {\n          code\n          name\n        }\n        right {\n          code\n          name\n        }\n      }\n      remainders {\n        area {\n          kind\n          name\n        }\n        share\n      }\n      slivers {\n        count\n        km2\n      }\n      release {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CompareDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Lines(\n    $left: String!\n    $right: String!\n    $asAt: Date\n    $weight: Weight\n    $within: String\n    $points: Int\n  ) {\n    coterminosity(left: $left, right: $right, asAt: $asAt, weight: $weight, within: $within) {\n      leftCount\n      overlaps {\n        left {\n          code\n        }\n        right {\n          code\n        }\n        shareOfLeft\n        boundary(maxPoints: $points)\n      }\n      remainders {\n        area {\n          name\n          boundary(maxPoints: $points)\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LinesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Needs {\n    needs {\n      id\n      name\n      description\n      urgent\n      ages {\n        from\n        to\n      }\n    }\n  }\n"): typeof import('./graphql.ts').NeedsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Practices($search: String!, $asAt: Date) {\n    practices(search: $search, asAt: $asAt, first: 10) {\n      code\n      name\n      postcode\n      closed\n      body {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PracticesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ContactFacts on Contact {\n    label\n    phone\n    email\n    url\n  }\n"): typeof import('./graphql.ts').ContactFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OfferFacts on TeamOffer {\n    openNow\n    opensNext\n    stale\n    tied\n    because\n    sectors\n    contactNow {\n      ...ContactFacts\n    }\n    team {\n      id\n      name\n      organisation\n      sectors\n      does\n      doesNot\n      hours\n      sharing\n      checkedOn\n      day {\n        ...ContactFacts\n      }\n      outOfHours {\n        ...ContactFacts\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OfferFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RoutedFacts on Routed {\n    at\n    bankHoliday\n    holdsUntil\n    confidence\n    need {\n      name\n      urgent\n    }\n    place {\n      postcode\n      precision\n      position {\n        lat\n        lon\n      }\n      ended\n      warnings {\n        code\n        message\n      }\n      areas {\n        share\n        metresToBoundary\n        area {\n          kind\n          code\n          gss\n          name\n        }\n      }\n    }\n    responsible {\n      sector\n      presumed\n      because\n      rule\n      body {\n        kind\n        name\n        gss\n      }\n    }\n    teams {\n      ...OfferFacts\n    }\n    arrangements {\n      id\n      type\n      name\n      description\n      checkedOn\n      stale\n      contact {\n        ...ContactFacts\n      }\n    }\n    reasons {\n      rule\n      fact\n      source\n      link\n    }\n    release {\n      id\n      notices\n    }\n  }\n"): typeof import('./graphql.ts').RoutedFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChoiceFacts on NeedsChoice {\n    cause\n    key\n    question\n    message\n    nearby\n    options {\n      answer\n      label\n      share\n      area {\n        kind\n        name\n        gss\n      }\n    }\n    urgent {\n      ...OfferFacts\n    }\n    release {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').ChoiceFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NoAnswerFacts on NotRoutable {\n    reason\n    message\n    next {\n      label\n      detail\n    }\n    candidates {\n      area {\n        kind\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').NoAnswerFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Ask($input: ReferralInput!) {\n    referral(input: $input) {\n      __typename\n      ...RoutedFacts\n      ...ChoiceFacts\n      ...NoAnswerFacts\n    }\n  }\n"): typeof import('./graphql.ts').AskDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Suggestions($postcode: String!) {\n    place(postcode: $postcode) {\n      __typename\n      ... on NotLocated {\n        suggestions\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SuggestionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReleaseNow {\n    release {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').ReleaseNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlaceLines($postcode: String, $point: PointInput, $asAt: Date) {\n    place(postcode: $postcode, point: $point, asAt: $asAt) {\n      __typename\n      ... on Located {\n        position {\n          lat\n          lon\n        }\n        areas {\n          area {\n            kind\n            name\n            boundary(maxPoints: 300)\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PlaceLinesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PointWords($point: PointInput!) {\n    place(point: $point) {\n      __typename\n      ... on Located {\n        areas {\n          area {\n            kind\n            name\n          }\n        }\n      }\n      ... on NotLocated {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PointWordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DistrictLines {\n    areas(kind: \"district\") {\n      name\n      boundary(maxPoints: 120)\n    }\n  }\n"): typeof import('./graphql.ts').DistrictLinesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CurrentRelease {\n    release {\n      id\n      loadedAt\n      coverage\n      notices\n      sources {\n        name\n        licence\n        attribution\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CurrentReleaseDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
