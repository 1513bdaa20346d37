/** docs/hazards.md: fifteen hazards, each with the tests that show it is kept off. */
export type Named = {
  readonly hazard: string;
  readonly file: string;
  readonly title: string;
  /** It is left out where the files of the publishers are not to hand. */
  readonly needsRealFiles: boolean;
};

export type Hazard = {
  readonly title: string;
  readonly text: string;
  readonly tests: readonly Named[];
};

const NAMED = /^- `(tests\/[^`]+)`(, where the real files are)?: (.+)$/gm;

export function readHazards(page: string): Hazard[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const title = text.split('\n')[0] ?? '';
      const tests = Array.from(text.matchAll(NAMED), ([, file = '', real, name = '']) => ({
        hazard: title.split(' ')[0] ?? '',
        file,
        title: name,
        needsRealFiles: real !== undefined,
      }));
      return { title, text, tests };
    });
}
