import { inHostNamespace } from '../host-namespace';
import { cis, docker } from '../references';
import type { Rule } from '../rule';

/** It is called as the host is, and with SYS_ADMIN may rename it. */
export const hostUts: Rule = {
  name: 'host-uts',
  severity: 'low',
  change: [{ how: 'without', text: '--uts host' }],
  reference: [cis('5.21'), docker('UTS settings', 'engine/containers/run/#uts-settings---uts')],
  check: (about) => inHostNamespace(about, 'uts'),
};
