import { isPrivileged } from '../is-privileged';
import { cis, docker } from '../references';
import type { Rule } from '../rule';

/**
 * Nothing filters its system calls: some that containers never need have let others out. Of a privileged one
 * that is said already.
 */
export const seccompOff: Rule = {
  name: 'seccomp-off',
  severity: 'high',
  change: [{ how: 'without', text: '--security-opt seccomp=unconfined' }],
  reference: [cis('5.22'), docker('seccomp profiles', 'engine/security/seccomp/')],
  check: (about) => {
    if (isPrivileged(about)) return null;
    return about.right('seccomp') === 'off' ? { evidence: [about.status('Seccomp', '0')] } : null;
  },
};
