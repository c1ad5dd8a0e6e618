import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

declare module 'vitest' {
  interface ProvidedContext {
    /** How many inputs each parser is given. */
    parserCases: number;
  }
}

/** What is pure leaves nothing behind for the next file: all its files share a process. */
const PURE = '{lib,components,app}/**/*.test.{ts,tsx}';

/** What looks at the process that it runs in, or at what that has started, has one to itself. */
const ALONE = 'server/{below,enter,inside,proc,questions,reader,use}/**/*.test.ts';

/** `--mode long`: a million inputs for each parser, which take many minutes. */
function casesIn(mode: string) {
  return mode === 'long'
    ? { provide: { parserCases: 1_000_000 }, testTimeout: 3_600_000 }
    : { provide: { parserCases: 300 } };
}

export default defineConfig(({ mode }) => ({
  test: {
    environment: 'node',
    // A test that looks at nothing cannot fail.
    expect: { requireAssertions: true },
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // For what hangs; a busy machine is slow, and that is no failure.
    testTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: [PURE], isolate: false, ...casesIn(mode) } },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['{server,e2e}/**/*.test.ts'],
          exclude: [ALONE],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [ALONE],
          globalSetup: 'server/proc/testing/programs.ts',
        },
      },
    ],
  },
  resolve: {
    alias: {
      '@lib': new URL('./lib', import.meta.url).pathname,
      '@components': new URL('./components', import.meta.url).pathname,
    },
  },
}));
