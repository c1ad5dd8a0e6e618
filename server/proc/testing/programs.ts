import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with PROGRAMS as they are built for users: from its source each starts far more slowly. */
    programs: string;
  }
}

const SERVER = join(import.meta.dirname, '../..');
/** Within the project, where packages are found. */
const CACHE = join(SERVER, '../.cache');
const PROGRAMS = [
  'main.ts',
  'reader/worker.ts',
  'enter/entering.ts',
  'below/helper-program.ts',
  'inside/testing/read-net.ts',
  'proc/testing/read-privileges.ts',
];

/** Before the unit tests of the server: builds once what many of them start. @returns what removes it */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'programs-'));
  await build({
    entryPoints: PROGRAMS.map((each) => join(SERVER, each)),
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  process.env.NSVIEW_TEST_PROGRAMS = folder;
  provide('programs', folder);
  return () => rmSync(folder, { recursive: true });
}
