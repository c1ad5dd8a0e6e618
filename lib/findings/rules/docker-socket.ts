import { engineSockets, socketsAt } from '../../inside/danger';
import type { Snapshot } from '../../model/snapshot';
import type { Mount } from '../../config/config';
import { hostSource, mountText, withoutMount } from '../mounts';
import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';

/** Who talks to an engine can have any container started, with all of the host's files in it that the engine may use. */
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
    const known = engineSockets(about.snapshot.engines);
    const socketsOf = (mount: Mount) => {
      const source = hostSource(mount);
      return source === null ? [] : socketsAt(source, known);
    };
    const given = about.config('mounts').filter((mount) => socketsOf(mount).length > 0);
    if (given.length === 0) return null;
    const isRootless = rootlessIn(about.snapshot);
    return {
      rootless: given.flatMap(socketsOf).every(isRootless),
      of: given.map(mountText),
      evidence: about.mounts(given),
      change: given.map(withoutMount),
    };
  },
};

/** Who runs the engine at a socket: another user than root, as it says itself, or as the folder that is a user's own shows. */
function rootlessIn({ engines, host }: Snapshot): (socket: string) => boolean {
  const endpoints = host.notices.flatMap(({ code, params }) =>
    code === 'rootless' ? params.endpoint : [],
  );
  const said = engineSockets(engines.filter(({ endpoint }) => endpoints.includes(endpoint)));
  return (socket) => said.has(socket) || /^\/run\/user\/[1-9]/.test(socket);
}
