import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';

/** A program that is set-user-ID, or has capabilities of its own, gives them to whoever runs it. */
export const newPrivileges: Rule = {
  name: 'new-privileges',
  severity: 'medium',
  change: [{ how: 'with', text: '--security-opt no-new-privileges' }],
  reference: [
    cis('5.26'),
    owasp('4'),
    docker('docker run --security-opt', 'reference/cli/docker/container/run/#security-opt'),
  ],
  check: (about) =>
    about.right('noNewPrivileges') === false
      ? { evidence: [about.status('NoNewPrivs', '0')] }
      : null,
};
