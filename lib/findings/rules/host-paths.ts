import { dangerOfPath, engineSockets } from '../../inside/danger';
import { hostSource, mountText, readOnlyMount, withoutMount } from '../mounts';
import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';

/** Folders by which the host is run: who writes there can have anything run on the host. */
export const hostPaths: Rule = {
  name: 'host-paths',
  severity: 'high',
  change: [{ how: 'without', text: '-v /etc:/etc' }],
  reference: [cis('5.6'), owasp('8'), docker('bind mounts', 'engine/storage/bind-mounts/')],
  check: (about) => {
    const sockets = engineSockets(about.snapshot.engines);
    const given = about.config('mounts').filter((mount) => {
      const source = hostSource(mount);
      const danger = source === null ? null : dangerOfPath(source, sockets);
      return danger === 'whole' || danger === 'system';
    });
    if (given.length === 0) return null;
    const writable = given.filter((each) => each.writable);
    return {
      // What can only be read tells much, and changes nothing.
      severity: writable.length > 0 ? 'high' : 'medium',
      of: given.map(mountText),
      evidence: about.mounts(given),
      change: [...given.map(withoutMount), ...writable.map(readOnlyMount)],
    };
  },
};
