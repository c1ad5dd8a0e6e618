import { beyondDefault, CAPABILITIES } from '../../privileges/capabilities';
import type { About } from '../about';
import { isPrivileged } from '../is-privileged';
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
      if (beyond.length === 0) return null;
      return found(beyond, asksForAll(about), [about.status('CapBnd', maskText(held))]);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // What it was started with tells of them as well; that it asked for none does not tell that it has none.
      const added = about.config('capAdd');
      const asked = added.map(plainName);
      const beyond = beyondDefault(asked);
      if (beyond.length === 0) throw error;
      return found(beyond, asked.includes('ALL'), [about.inspected('.HostConfig.CapAdd', added)]);
    }
  },
};

/** Engines keep what they were told: `NET_ADMIN`, `CAP_NET_ADMIN`, `net_admin`. */
function plainName(asked: string): string {
  return asked.toUpperCase().replace(/^CAP_/, '');
}

/** Was it given them by one word? Where that is not known, each is told by its name. */
function asksForAll(about: About): boolean {
  try {
    return about.config('capAdd').map(plainName).includes('ALL');
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

function found(beyond: string[], byOneWord: boolean, evidence: Found['evidence']): Found {
  return {
    severity: beyond.some((name) => STRONG.has(name) || name === 'ALL') ? 'high' : 'medium',
    of: beyond,
    evidence,
    change: (byOneWord ? ['ALL'] : beyond).map((name) => ({
      how: 'without',
      text: `--cap-add ${name}`,
    })),
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
