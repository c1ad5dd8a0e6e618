import { noLimit } from '../no-limit';
import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';

/** It can start processes until nobody else can: a fork bomb. */
export const noPidsLimit: Rule = {
  name: 'no-pids-limit',
  severity: 'medium',
  change: [{ how: 'with', text: '--pids-limit 100' }],
  reference: [
    cis('5.29'),
    owasp('7'),
    docker('resource constraints', 'engine/containers/resource_constraints/'),
  ],
  check: (about) => noLimit(about, 'pids'),
};
