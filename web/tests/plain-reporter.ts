import type { FullConfig, Reporter, Suite } from "@playwright/test/reporter";

/** Ends with the one plain line that build.sh adds up: `web: 3 passed, 0 failed`. */
export default class PlainReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      counts[outcome === "skipped" ? "skipped" : outcome === "unexpected" ? "failed" : "passed"]++;
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
    console.log(`web: ${counts.passed} passed, ${counts.failed} failed${skipped}`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
