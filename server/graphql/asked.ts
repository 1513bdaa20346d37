/** A request as GraphQL over HTTP has it, its variables unchecked. */
export type Asked = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
};

const KEYS: ReadonlySet<string> = new Set<keyof Asked>(['query', 'variables', 'operationName']);

/** Undefined for a body that is no plain question. */
export function readAsked(body: string): Asked | undefined {
  const said = parsed(body);
  if (!isObject(said) || !Object.keys(said).every((key) => KEYS.has(key))) return undefined;
  const { query, variables = {}, operationName } = said;
  const named = operationName === undefined || typeof operationName === 'string';
  return typeof query === 'string' && isObject(variables) && named
    ? { query, variables, operationName }
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // whoever reads it next says what is wrong with it
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
