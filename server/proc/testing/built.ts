import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

/** Within the project, where koffi is found. */
const CACHE = join(import.meta.dirname, '../../../.cache');

/**
 * A program of ours built as for users while the tests of a file run: from its source a thread or process
 * starts far more slowly.
 *
 * @param source path of its .ts file
 * @returns tells where the built one lies, once tests run
 */
export function builtForTests(source: string): () => string {
  let outdir: string | null = null;
  beforeAll(async () => {
    mkdirSync(CACHE, { recursive: true });
    outdir = mkdtempSync(join(CACHE, 'built-'));
    await build({
      entryPoints: { program: source },
      outdir,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['koffi'],
      logLevel: 'error',
    });
  });
  afterAll(() => {
    if (outdir !== null) rmSync(outdir, { recursive: true });
  });
  return () => {
    if (outdir === null) throw new Error('it is built when tests run');
    return join(outdir, 'program.js');
  };
}
