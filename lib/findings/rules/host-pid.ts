import { inHostNamespace } from '../host-namespace';
import { cis, docker } from '../references';
import type { Rule } from '../rule';

/** It sees every process of the host, and as root may signal them and read their memory. */
export const hostPid: Rule = {
  name: 'host-pid',
  severity: 'high',
  change: [{ how: 'without', text: '--pid host' }],
  reference: [cis('5.16'), docker('PID settings', 'engine/containers/run/#pid-settings---pid')],
  check: (about) => inHostNamespace(about, 'pid'),
};
