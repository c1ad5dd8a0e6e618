import { dangerOfPath, engineSockets } from '../../inside/danger';
import { mountText, withoutMount } from '../mounts';
import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';

/** Who talks to an engine can have any container started, with all of the host's files in it, as root. */
export const dockerSocket: Rule = {
  name: 'docker-socket',
  severity: 'high',
  change: [{ how: 'without', text: '-v /var/run/docker.sock:/var/run/docker.sock' }],
  reference: [
    cis('5.32'),
    owasp('1'),
    docker('attack surface of the daemon', 'engine/security/#docker-daemon-attack-surface'),
  ],
  check: (about) => {
    const sockets = engineSockets(about.snapshot.engines);
    const given = about
      .config('mounts')
      .filter(({ source }) => source !== null && dangerOfPath(source, sockets) === 'engine');
    if (given.length === 0) return null;
    return {
      of: given.map(mountText),
      evidence: [about.mounts(given)],
      change: given.map(withoutMount),
    };
  },
};
