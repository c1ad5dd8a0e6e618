import { inHostNamespace } from '../host-namespace';
import { cis, docker } from '../references';
import type { Rule } from '../rule';

/** It can read and write what processes of the host share in memory. */
export const hostIpc: Rule = {
  name: 'host-ipc',
  severity: 'medium',
  change: [{ how: 'without', text: '--ipc host' }],
  reference: [cis('5.17'), docker('IPC settings', 'engine/containers/run/#ipc-settings---ipc')],
  check: (about) => inHostNamespace(about, 'ipc'),
};
