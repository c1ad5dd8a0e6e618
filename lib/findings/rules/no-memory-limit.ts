import { noLimit } from '../no-limit';
import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';

/** It can take all memory that there is, so that the kernel ends processes, whoever's they are. */
export const noMemoryLimit: Rule = {
  name: 'no-memory-limit',
  severity: 'medium',
  change: [{ how: 'with', text: '--memory 512m' }],
  reference: [
    cis('5.11'),
    owasp('7'),
    docker('resource constraints', 'engine/containers/resource_constraints/'),
  ],
  check: (about) => noLimit(about, 'memory'),
};
