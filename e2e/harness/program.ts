import { dirname, join } from 'node:path';

const CLONE = join(import.meta.dirname, '../..');
const INSTALLED = process.env.NSVIEW_PROGRAM;

/** What the tests run: the build of this clone, or the package that NSVIEW_PROGRAM names (`npm run test:package`). */
export const PROGRAM = INSTALLED ?? join(CLONE, 'dist/main.js');

/** The folder in which {@link PROGRAM} has all that it needs: the clone, or the one that the package was installed in. */
export const HOME = INSTALLED === undefined ? CLONE : join(dirname(INSTALLED), '../../..');

/** What is copied of {@link HOME} to run it elsewhere. The packages of a clone are too many to be copied. */
export const PARTS =
  INSTALLED === undefined
    ? [
        'app',
        'dist',
        'lib/lessons/course',
        '.next',
        'public',
        'package.json',
        'package-lock.json',
        'next.config.js',
        // The configuration asks for it.
        'server/bundled.mjs',
      ]
    : ['node_modules'];
