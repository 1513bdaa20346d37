/** The outcome of an answer in a few words: its types, each with its reason; or the first error. */
export function outcomeOf(answer: unknown): string {
  const errors = member(answer, 'errors');
  if (Array.isArray(errors)) return `an error, ${text(member(errors[0], 'message'))}`;
  const data = member(answer, 'data');
  const first: unknown = typeof data === 'object' && data !== null ? Object.values(data)[0] : null;
  const outcomes = (Array.isArray(first) ? first : [first])
    .map(inWords)
    .filter((each) => each !== '');
  return outcomes.length > 0 ? [...new Set(outcomes)].join(', ') : 'data';
}

function inWords(outcome: unknown): string {
  const parts = ['__typename', 'reason', 'cause'].map((name) => text(member(outcome, name)));
  return parts.filter((part) => part !== '').join(' ');
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
