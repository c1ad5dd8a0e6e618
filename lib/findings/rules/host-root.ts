import { idMapText } from '../id-map-text';
import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';

/** Its root is the host's root: what keeps it inside is all that there is between it and the host. */
export const hostRoot: Rule = {
  name: 'host-root',
  severity: 'high',
  change: [
    { how: 'with', text: '--user 1000:1000' },
    { how: 'daemon', text: '"userns-remap": "default"' },
  ],
  reference: [
    cis('4.1'),
    cis('2.9'),
    owasp('2'),
    docker('isolate containers with a user namespace', 'engine/security/userns-remap/'),
  ],
  check: (about) => {
    const [root] = about.hostRoots();
    if (root === undefined) return null;
    const users = about.snapshot.namespaces.find(({ id }) => id === root.namespaces.user);
    return {
      evidence: [
        { command: `ps -o uid= -p ${root.pid}`, value: '0' },
        ...(users?.uidMap === undefined || users.uidMap === null
          ? []
          : [{ command: `cat /proc/${root.pid}/uid_map`, value: idMapText(users.uidMap) }]),
      ],
    };
  },
};
