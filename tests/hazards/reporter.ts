import { readFileSync } from 'node:fs';

import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';

import { faultsOf, type Ran } from './judge.ts';
import { readHazards } from './read-hazards.ts';

/** Fails a run of the tests in which one that docs/hazards.md names was not there, was left out or failed. */
export class HazardReporter implements Reporter {
  readonly #page: string;
  #isPartial = false;

  constructor(page: string) {
    this.#page = page;
  }

  onInit({ config }: Vitest): void {
    this.#isPartial = config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (this.#isPartial) return;
    const named = readHazards(readFileSync(this.#page, 'utf8')).flatMap(({ tests }) => tests);
    const files = new Set(modules.map(({ relativeModuleId }) => relativeModuleId));
    const faults = faultsOf(named, files, modules.flatMap(ranIn));
    if (faults.length === 0) return;
    process.stderr.write(`\nHazards without their proof (${this.#page}):\n${faults.join('\n')}\n`);
    process.exitCode = 1;
  }
}

function ranIn(module: TestModule): Ran[] {
  return Array.from(module.children.allTests(), (test) => ({
    file: module.relativeModuleId,
    titles: titlesOf(test),
    // One that is to fail shows nothing by failing.
    state: test.options.fails ? 'failed' : test.result().state,
  }));
}

function titlesOf(each: TestCase | TestSuite): string[] {
  const { parent, name } = each;
  return parent.type === 'module' ? [name] : [...titlesOf(parent), name];
}
