import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What is pure leaves nothing behind for the next file: all its files share a process. */
const PURE = '{lib,components}/**/*.test.{ts,tsx}';

export default defineConfig({
  test: {
    environment: 'node',
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'pure', include: [PURE], isolate: false } },
      { extends: true, test: { name: 'server', include: ['server/**/*.test.ts'] } },
    ],
  },
  resolve: {
    alias: {
      '@lib': new URL('./lib', import.meta.url).pathname,
      '@components': new URL('./components', import.meta.url).pathname,
    },
  },
});
