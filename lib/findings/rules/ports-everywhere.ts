import { cis, docker, owasp } from '../references';
import type { Rule } from '../rule';
import { Unreadable } from '../unreadable';

const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

/** Whoever reaches any address of the host reaches these; the engine's rules stand before the host's own firewall. */
export const portsEverywhere: Rule = {
  name: 'ports-everywhere',
  severity: 'medium',
  change: [{ how: 'with', text: '-p 127.0.0.1:8080:80' }],
  reference: [
    cis('5.14'),
    owasp('5a'),
    docker('publishing ports', 'engine/network/port-publishing/'),
  ],
  check: (about) => {
    const { ports, unreadable } = about.container;
    if (ports === undefined) throw new Unreadable(unreadable.ports ?? 'ENODATA');
    const open = ports.filter(({ hostAddress }) => EVERY_ADDRESS.has(hostAddress));
    if (open.length === 0) return null;
    const lines = open.map(({ port, protocol, hostAddress, hostPort }) => {
      const address = hostAddress.includes(':') ? `[${hostAddress}]` : hostAddress;
      return `${port}/${protocol} -> ${address}:${hostPort}`;
    });
    const flags = new Set(
      open.map(({ port, protocol, hostPort }) => {
        const end = protocol === 'tcp' ? '' : `/${protocol}`;
        return `-p 127.0.0.1:${hostPort}:${port}${end}`;
      }),
    );
    return {
      of: lines,
      evidence: [{ command: about.client('port'), value: lines.join('\n') }],
      change: [...flags].map((text) => ({ how: 'with', text })),
    };
  },
};
