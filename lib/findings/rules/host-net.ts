import { inHostNamespace } from '../host-namespace';
import { cis, docker } from '../references';
import type { Rule } from '../rule';

/** It has the host's devices, and reaches what listens at 127.0.0.1 there. */
export const hostNet: Rule = {
  name: 'host-net',
  severity: 'high',
  change: [{ how: 'without', text: '--network host' }],
  reference: [cis('5.10'), docker('host network', 'engine/containers/run/#network-settings')],
  check: (about) => inHostNamespace(about, 'net'),
};
