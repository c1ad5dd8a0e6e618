/** What vitest and Playwright wrote into their JSON reports, as counts. */
import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ passed: number, failed: number, failures: string[], skipped: string[] }} Counts
 * failures: for each test that failed its name and what it said first
 * skipped: for each test its name and, where it gave one, its reason
 */

/** @param {string | undefined} message @returns {string} its first line, without colours */
function firstLine(message) {
  return stripVTControlCharacters(message ?? 'no reason given').split('\n', 1)[0] ?? '';
}

/** @param {string} file @returns {unknown} undefined when the runner never wrote it */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {string} file as `vitest --reporter=json` writes it @returns {Counts | undefined} */
export function unitCounts(file) {
  /**
   * @typedef {{ fullName: string, status: string, failureMessages: string[] }} Assertion
   * @typedef {{ name: string, status: string, message: string, assertionResults: Assertion[] }} TestFile
   */
  const report = /** @type {{ testResults: TestFile[] } | undefined} */ (read(file));
  if (report === undefined) return undefined;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failures = [
    ...broken.map(({ name, message }) => `${name}: ${firstLine(message)}`),
    ...tests
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [said] }) => `${fullName}: ${firstLine(said)}`),
  ];
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failures.length,
    failures,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  };
}

/** @param {string} file as Playwright's json reporter writes it @returns {Counts | undefined} */
export function browserCounts(file) {
  /**
   * @typedef {{ type: string, description?: string }} Annotation
   * @typedef {{ error?: { message?: string } }} Result
   * @typedef {{ status: string, annotations: Annotation[], results: Result[] }} Test
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
  const tests = report.suites
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) =>
      tests.map((test) => ({ name: `${file} › ${title}`, test })),
    );
  const failures = tests
    .filter(({ test: { status } }) => status === 'unexpected' || status === 'flaky')
    .map(({ name, test: { results } }) => {
      const said = results.find(({ error }) => error !== undefined)?.error?.message;
      return `${name}: ${firstLine(said)}`;
    });
  const skipped = tests
    .filter(({ test: { status } }) => status === 'skipped')
    .map(({ name, test: { annotations } }) => {
      const reason = annotations.find(({ type }) => type === 'skip')?.description;
      return `${name}: ${reason ?? 'no reason given'}`;
    });
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky, failures, skipped };
}
