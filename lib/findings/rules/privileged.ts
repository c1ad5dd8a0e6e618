import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';

/** It has every capability and device, and nothing filters its calls: as good as the host itself. */
export const privileged: Rule = {
  name: 'privileged',
  severity: 'high',
  change: [{ how: 'without', text: '--privileged' }],
  reference: [
    cis('5.5'),
    owasp('3'),
    docker(
      'privileged containers',
      'engine/containers/run/#runtime-privilege-and-linux-capabilities',
    ),
  ],
  check: (about) =>
    about.config('privileged')
      ? { evidence: [about.inspected('.HostConfig.Privileged', true)] }
      : null,
};
