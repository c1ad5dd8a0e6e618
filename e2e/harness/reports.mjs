/** What vitest and Playwright wrote into their JSON reports, as counts. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Counts
 * skipped: for each test its name and, where it gave one, its reason
 */

/** @param {string} file @returns {unknown} undefined when the runner never wrote it */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {string} file as `vitest --reporter=json` writes it @returns {Counts | undefined} */
export function unitCounts(file) {
  /**
   * @typedef {{ fullName: string, status: string }} Assertion
   * @typedef {{ status: string, assertionResults: Assertion[] }} TestFile
   */
  const report = /** @type {{ testResults: TestFile[] } | undefined} */ (read(file));
  if (report === undefined) return undefined;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  };
}

/** @param {string} file as Playwright's json reporter writes it @returns {Counts | undefined} */
export function browserCounts(file) {
  /**
   * @typedef {{ type: string, description?: string }} Annotation
   * @typedef {{ status: string, annotations: Annotation[] }} Test
   * @typedef {{ title: string, file: string, tests: Test[] }} Spec
   * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
   */
  const report =
    /** @type {{ suites: Suite[], stats: { expected: number, unexpected: number, flaky: number } } | undefined} */ (
      read(file)
    );
  if (report === undefined) return undefined;
  /** @param {Suite} suite @returns {Spec[]} */
  const specsOf = ({ specs, suites = [] }) => [...specs, ...suites.flatMap(specsOf)];
  const skipped = report.suites.flatMap(specsOf).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(({ annotations }) => {
        const reason = annotations.find(({ type }) => type === 'skip')?.description;
        return `${file} › ${title}: ${reason ?? 'no reason given'}`;
      }),
  );
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
