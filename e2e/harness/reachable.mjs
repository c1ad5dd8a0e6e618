import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The kernel's overflow user: as good as any who is not root. */
const NOBODY = ['--reuid=65534', '--regid=65534', '--clear-groups'];

/**
 * Some tests run nsview as an ordinary user, who must be able to read it. A checkout that others may
 * not enter, as one below /root, is mounted at a place where they may.
 *
 * @param {string} root of the checkout
 * @returns {{ root: string, close: () => void }} where the tests find it, and how to end that
 */
export function reachable(root) {
  const readable = spawnSync('setpriv', [...NOBODY, 'test', '-r', join(root, 'package.json')]);
  if (process.getuid?.() !== 0 || readable.status === 0) return { root, close: () => undefined };
  const place = mkdtempSync(join(tmpdir(), 'nsv-checkout-'));
  chmodSync(place, 0o755);
  const mounted = spawnSync('mount', ['--bind', root, place], { encoding: 'utf8' });
  if (mounted.status !== 0) {
    rmdirSync(place);
    console.log(
      `others cannot enter ${root}, and it cannot be mounted elsewhere: ${mounted.stderr}`,
    );
    return { root, close: () => undefined };
  }
  return {
    root: place,
    close: () => {
      spawnSync('umount', ['--lazy', place], { stdio: 'inherit' });
      rmdirSync(place);
    },
  };
}
