import { defineConfig } from '@playwright/test';
import { launchOptions, pageOptions } from './e2e/harness/browser';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  testMatch: '*.spec.ts',
  // They tell of the whole machine: what one makes, another would be told of; and some measure.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
  // No trace: an eighth of the time went into those of tests that pass. `--trace on` has one.
  use: { ...pageOptions, launchOptions: launchOptions() },
});
