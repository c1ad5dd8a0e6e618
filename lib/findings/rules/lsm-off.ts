import { securityLabel } from '../../shell/proof';
import { DoesNotApply } from '../does-not-apply';
import { isPrivileged } from '../is-privileged';
import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';

/** Labels with which a module confines nothing: AppArmor's, and types of SELinux's policies. */
const CONFINES_NOTHING = /^unconfined$|:(?:unconfined_t|spc_t|container_runtime_t|kernel_t)(?::|$)/;

/** The machine has AppArmor or SELinux, and it does not hold this one. Of a privileged one that is said already. */
export const lsmOff: Rule = {
  name: 'lsm-off',
  severity: 'medium',
  change: [
    { how: 'without', text: '--security-opt apparmor=unconfined' },
    { how: 'without', text: '--security-opt label=disable' },
  ],
  reference: [cis('5.2'), cis('5.3'), owasp('6'), docker('AppArmor', 'engine/security/apparmor/')],
  check: (about) => {
    if (isPrivileged(about)) return null;
    const label = about.right('lsm');
    // A machine without one has nothing to switch off.
    if (label === null) throw new DoesNotApply('no-security-module');
    if (!CONFINES_NOTHING.test(label)) return null;
    const { pid } = about.container;
    return { evidence: [{ command: securityLabel(pid), value: label }] };
  },
};
