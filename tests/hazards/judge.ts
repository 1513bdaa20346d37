import type { Named } from './read-hazards.ts';

/** A test as it went. */
export type Ran = {
  readonly file: string;
  /** Its title, after those of the groups it stands in. */
  readonly titles: readonly string[];
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
};

/** What keeps the tests named in docs/hazards.md from showing anything, of the files that were run. */
export function faultsOf(
  named: readonly Named[],
  filesRun: ReadonlySet<string>,
  ran: readonly Ran[],
): string[] {
  return named
    .filter(({ file }) => filesRun.has(file))
    .flatMap((each) => {
      const found = ran.filter(({ file, titles }) => file === each.file && isNamed(each, titles));
      const fault = faultOf(found, each.needsRealFiles);
      return fault ? [`${each.hazard}: ${each.file}: "${each.title}" ${fault}`] : [];
    });
}

function faultOf(found: readonly Ran[], mayBeSkipped: boolean): string | undefined {
  if (found.length === 0) return 'is missing';
  if (found.some(({ state }) => state === 'failed')) return 'is red';
  if (found.every(({ state }) => state === 'passed')) return undefined;
  return mayBeSkipped ? undefined : 'was skipped';
}

/** `%s` and `$name`, which `test.each` fills in. */
const PLACEHOLDER = /%[sdifjo]|\$[a-z][\w.]*/i;

function isNamed({ title }: Named, titles: readonly string[]): boolean {
  const pieces = title.split(PLACEHOLDER).map(literally);
  const pattern = new RegExp(`^${pieces.join('.+')}$`);
  return titles.some((each) => pattern.test(each));
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
