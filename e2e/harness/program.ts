import { join } from 'node:path';

/** What the tests run: the build of this clone, or the package that NSVIEW_PROGRAM names (`npm run test:package`). */
export const PROGRAM =
  process.env.NSVIEW_PROGRAM ?? join(import.meta.dirname, '../../dist/main.js');
