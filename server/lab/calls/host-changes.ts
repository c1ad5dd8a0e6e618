import { leaderOf } from '../leader';
import { LEADER, type Shape } from '../shape';

/** What lessons do to the first process of a container of theirs, and to the firewall in its network. */
export const HOST_CHANGES: readonly Shape[] = [
  {
    pattern: new RegExp(`^sudo kill -(STOP|CONT|TERM|KILL|9) ${LEADER}$`),
    call: ([, named = '', container = '']) => ({
      rule: 'signals',
      needsRoot: true,
      does: async (doing) => {
        const pid = await leaderOf(doing, container);
        process.kill(pid, SIGNALS[named] ?? 0);
        return 0;
      },
    }),
  },
  {
    pattern: new RegExp(
      `^sudo nsenter -t ${LEADER} --net iptables -A INPUT -p (tcp|udp) --dport (\\d{1,5}) -j (DROP|REJECT)$`,
    ),
    call: ([, container = '', protocol = '', port = '', target = '']) => ({
      rule: 'inside-network',
      needsRoot: true,
      does: async (doing) => {
        const pid = String(await leaderOf(doing, container));
        const rule = ['-A', 'INPUT', '-p', protocol, '--dport', port, '-j', target];
        return doing.run({
          argv: ['nsenter', '-t', pid, '--net', 'iptables', ...rule],
          environment: doing.docker.environment,
        });
      },
    }),
  },
];

const SIGNALS: Readonly<Record<string, NodeJS.Signals>> = {
  STOP: 'SIGSTOP',
  CONT: 'SIGCONT',
  TERM: 'SIGTERM',
  KILL: 'SIGKILL',
  '9': 'SIGKILL',
};
