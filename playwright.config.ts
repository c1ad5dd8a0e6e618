import { defineConfig } from '@playwright/test';
import { launchOptions, pageOptions } from './e2e/harness/browser';

/**
 * What measures how soon something is there, or how much of a processor was had: nothing should run beside it, so
 * `npm test` and `npm run test:e2e` run this project when the other has ended.
 */
const ALONE = [
  'container-may-use.spec.ts',
  'daemon-lost.spec.ts',
  'faults.spec.ts',
  'lifecycle.spec.ts',
  'start-times.spec.ts',
  'use.spec.ts',
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/harness/global-setup.ts',
  projects: [
    { name: 'beside', testMatch: '*.spec.ts', testIgnore: ALONE },
    { name: 'alone', testMatch: ALONE, workers: 1 },
  ],
  // Each has a daemon and a server of its own, and waits for them most of the time.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: { ...pageOptions, launchOptions: launchOptions(), trace: 'retain-on-failure' },
});
