/**
 * Threads and programs of ours that start from source: none inherits the loader that understands TypeScript, and each
 * takes half a second to load with one of its own. Runs on Node alone.
 */
import { basename, join } from 'node:path';

/** A folder with what was built of them for a run of unit tests, which starts a hundred (server/proc/testing/programs.ts). */
const BUILT = process.env.NSVIEW_TEST_PROGRAMS;

/** @param {URL} source a file that runs by itself: worker.ts */
export async function runFromSource(source) {
  if (BUILT !== undefined) {
    await import(join(BUILT, basename(source.pathname).replace(/ts$/, 'js')));
    return;
  }
  const { register } = await import('tsx/esm/api');
  register();
  await import(source.href);
}
