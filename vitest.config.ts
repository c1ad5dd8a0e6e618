import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,server,components}/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
  resolve: {
    alias: {
      '@lib': new URL('./lib', import.meta.url).pathname,
      '@components': new URL('./components', import.meta.url).pathname,
    },
  },
});
