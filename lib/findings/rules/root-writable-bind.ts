import { hostSource, mountText, readOnlyMount } from '../mounts';
import { docker, owasp } from '../references';
import type { Rule } from '../rule';

/** What it writes there is root's on the host: also a program that is set-user-ID. */
export const rootWritableBind: Rule = {
  name: 'root-writable-bind',
  severity: 'medium',
  change: [
    { how: 'with', text: '-v SOURCE:TARGET:ro' },
    { how: 'with', text: '--user 1000:1000' },
  ],
  reference: [owasp('2'), owasp('8'), docker('bind mounts', 'engine/storage/bind-mounts/')],
  check: (about) => {
    const binds = about
      .config('mounts')
      .filter((mount) => mount.writable && hostSource(mount) !== null);
    if (binds.length === 0) return null;
    const [root] = about.hostRoots();
    if (root === undefined) return null;
    return {
      of: binds.map(mountText),
      evidence: [...about.mounts(binds), { command: `ps -o uid= -p ${root.pid}`, value: '0' }],
      change: [...binds.map(readOnlyMount), { how: 'with', text: '--user 1000:1000' }],
    };
  },
};
