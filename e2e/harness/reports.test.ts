import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { browserCounts, unitCounts } from './reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'nsview-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function reportOf(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const RED_WORDS = '\u001b[31mExpected 1\u001b[39m\n    at somewhere';

it('counts unit tests, and names those that failed, and files that could not be read', () => {
  const assertion = (fullName: string, status: string, ...failureMessages: string[]) => {
    return { fullName, status, failureMessages };
  };
  const report = reportOf({
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          assertion('adds', 'passed'),
          assertion('takes away', 'failed', RED_WORDS),
          assertion('needs root', 'pending'),
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'No such module', assertionResults: [] },
    ],
  });
  expect(unitCounts(report)).toEqual({
    passed: 1,
    failed: 2,
    failures: ['b.test.ts: No such module', 'takes away: Expected 1'],
    skipped: ['needs root'],
  });
});

it('counts browser tests, and names those that failed, at times or always', () => {
  const spec = (title: string, status: string, error?: string) => ({
    title,
    file: 'a.spec.ts',
    tests: [
      {
        status,
        annotations: status === 'skipped' ? [{ type: 'skip', description: 'no second user' }] : [],
        results: [error === undefined ? {} : { error: { message: error } }],
      },
    ],
  });
  const report = reportOf({
    stats: { expected: 1, unexpected: 1, flaky: 1 },
    suites: [
      {
        specs: [spec('opens', 'expected'), spec('closes', 'unexpected', RED_WORDS)],
        suites: [{ specs: [spec('waits', 'flaky', 'Too late'), spec('two users', 'skipped')] }],
      },
    ],
  });
  expect(browserCounts(report)).toEqual({
    passed: 1,
    failed: 2,
    failures: ['a.spec.ts › closes: Expected 1', 'a.spec.ts › waits: Too late'],
    skipped: ['a.spec.ts › two users: no second user'],
  });
});

it('counts nothing when the runner wrote no report', () => {
  expect(unitCounts(join(folder, 'none.json'))).toBeUndefined();
});
