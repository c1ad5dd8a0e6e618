import { cis, docker } from '../references';
import type { Rule } from '../rule';

/** It was asked to have the host's users, where its engine would give it others. */
export const hostUser: Rule = {
  name: 'host-user',
  severity: 'medium',
  change: [{ how: 'without', text: '--userns host' }],
  reference: [
    cis('5.31'),
    docker(
      'disable namespace remapping',
      'engine/security/userns-remap/#disable-namespace-remapping-for-a-container',
    ),
  ],
  check: (about) => {
    const { userns } = about.config('modes');
    if (userns !== 'host') return null;
    return { evidence: [about.inspected('.HostConfig.UsernsMode', userns)] };
  },
};
