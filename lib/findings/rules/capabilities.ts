import { beyondDefault, CAPABILITIES } from '../../privileges/capabilities';
import type { About } from '../about';
import { cis, docker, owasp } from '../references';
import type { Found, Rule } from '../rule';
import { Unreadable } from '../unreadable';

/** With one of these a process gets out, or reads what is everybody's: capabilities(7). */
const STRONG = new Set([
  ...['SYS_ADMIN', 'SYS_MODULE', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_BOOT', 'DAC_READ_SEARCH'],
  ...['BPF', 'PERFMON', 'MAC_ADMIN', 'MAC_OVERRIDE', 'CHECKPOINT_RESTORE'],
]);

/** Rights that no container has which asks for nothing. Of a privileged one that is said already. */
export const capabilities: Rule = {
  name: 'capabilities',
  severity: 'medium',
  worst: 'high',
  change: [{ how: 'without', text: '--cap-add' }],
  reference: [
    cis('5.4'),
    owasp('3'),
    docker('Linux capabilities', 'engine/containers/run/#runtime-privilege-and-linux-capabilities'),
  ],
  check: (about) => {
    if (isPrivileged(about)) return null;
    try {
      const held = about.boundingCapabilities();
      const beyond = beyondDefault(held);
      return beyond.length === 0 ? null : found(beyond, [about.status('CapBnd', maskText(held))]);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // What it was started with tells of them as well; that it asked for none does not tell that it has none.
      const added = about.config('capAdd');
      const beyond = beyondDefault(added.map((name) => name.replace(/^CAP_/, '')));
      if (beyond.length === 0) throw error;
      return found(beyond, [about.inspected('.HostConfig.CapAdd', added)]);
    }
  },
};

function isPrivileged(about: About): boolean {
  try {
    return about.config('privileged');
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

function found(beyond: string[], evidence: Found['evidence']): Found {
  return {
    severity: beyond.some((name) => STRONG.has(name) || name === 'ALL') ? 'high' : 'medium',
    of: beyond,
    evidence,
    change: beyond.map((name) => ({ how: 'without', text: `--cap-add ${name}` })),
  };
}

/** As /proc/PID/status has them: 16 digits. */
function maskText(names: readonly string[]): string {
  const bits = names.map((name) => {
    const known = CAPABILITIES.findIndex((each) => each === name);
    return 1n << BigInt(known === -1 ? name : known);
  });
  return bits
    .reduce((all, bit) => all | bit, 0n)
    .toString(16)
    .padStart(16, '0');
}
