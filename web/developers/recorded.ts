/** Outcomes the embedded pack cannot give, as the drawn world of the tests answers them: a test holds these to it. */
export type Recorded = {
  readonly title: string;
  readonly says: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: unknown;
};

export const RECORDED: readonly Recorded[] = [
  {
    title: 'UNKNOWN',
    says: 'Written as a postcode is, and not in the list.',
    input: {
      postcode: 'SO99 1AZ',
      need: 'carers',
      asAt: '2026-11-18',
      at: '2026-11-18T14:00:00Z',
    },
    answer: {
      data: {
        referral: {
          __typename: 'NotRoutable',
          reason: 'UNKNOWN',
          message: 'No postcode like this is known in SO99. Check it with the person.',
          next: [
            {
              label: 'Did you mean',
              detail:
                'SO99 1AA or SO99 1AB or SO99 1AD or SO99 1AE or SO99 1AF? Check with the person.',
            },
            {
              label: 'What to do',
              detail:
                'Check the postcode on a letter or with the person; a new one may not be in this release.',
            },
            {
              label: 'If someone is in danger now',
              detail: 'Ring 999. For urgent medical advice ring 111.',
            },
          ],
        },
      },
    },
  },
  {
    title: 'NO_POSITION',
    says: 'Listed, and nobody knows where it is.',
    input: {
      postcode: 'SO99 1AE',
      need: 'carers',
      asAt: '2026-11-18',
      at: '2026-11-18T14:00:00Z',
    },
    answer: {
      data: {
        referral: {
          __typename: 'NotRoutable',
          reason: 'NO_POSITION',
          message: 'This postcode is real, but its directory gives no place for it.',
          next: [
            {
              label: 'What to do',
              detail:
                'Ask the person which council is on their council tax bill, and ring that council.',
            },
            {
              label: 'If someone is in danger now',
              detail: 'Ring 999. For urgent medical advice ring 111.',
            },
          ],
        },
      },
    },
  },
  {
    title: 'NOT_OFFERED_HERE',
    says: 'The need is not met here; what is, instead.',
    input: {
      postcode: 'SO99 1AA',
      need: 'night-sitting',
      asAt: '2026-11-18',
      at: '2026-11-18T14:00:00Z',
    },
    answer: {
      data: {
        referral: {
          __typename: 'NotRoutable',
          reason: 'NOT_OFFERED_HERE',
          message: 'Night sitting is not offered here. It ended with the PCTs.',
          next: [
            {
              label: 'Instead',
              detail: 'Ring the county.',
            },
            {
              label: 'If someone is in danger now',
              detail: 'Ring 999. For urgent medical advice ring 111.',
            },
          ],
        },
      },
    },
  },
  {
    title: 'ENDED',
    says: 'The postcode has ended: it is asked whether the person still lives there.',
    input: {
      postcode: 'SO99 1AF',
      need: 'carers',
      asAt: '2026-11-18',
      at: '2026-11-18T14:00:00Z',
    },
    answer: {
      data: {
        referral: {
          __typename: 'NeedsChoice',
          cause: 'ENDED',
          key: 'ended',
          question: 'Does the person still live where this postcode was?',
          message:
            'This postcode ended on 1 January 2010. If the home has a new postcode, use that one.',
          options: [
            {
              answer: 'still-there',
              label: 'Yes, it is an old postcode of the same home',
              share: null,
            },
            {
              answer: 'not-there',
              label: 'No, or not sure',
              share: null,
            },
          ],
        },
      },
    },
  },
];
