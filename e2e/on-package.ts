/**
 * `npm run test:package [-- FILE…]`: the browser tests on what is installed from the package in place of the clone, in
 * which Next makes the page. Packs and installs it first; after `npm run build` and `npm run build:package`.
 */
import { spawnSync } from 'node:child_process';
import { installPackage } from './harness/package';

const { program, remove } = await installPackage();
try {
  const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
    cwd: new URL('..', import.meta.url).pathname,
    env: { ...process.env, NSVIEW_PROGRAM: program },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  remove();
}
