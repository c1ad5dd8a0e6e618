import type { Change, RuleName, Severity } from '../../findings/finding';
import { unknownBecause } from './unknown-because';

type Says = (name: string, of: readonly string[], rootless?: boolean) => string;

const list = (of: readonly string[]) => of.join(', ');

/** What each rule says of a container. */
const says: Record<RuleName, Says> = {
  privileged: (name) => `${name} is privileged: it may do nearly all that the host may`,
  'docker-socket': (name, _of, rootless = false) =>
    `Who is in ${name} can start anything on the host, ${rootless ? 'as the user who runs the engine' : 'as root'}, by its engine's socket`,
  'host-paths': (name, of) => `${name} has folders by which the host is run: ${list(of)}`,
  'host-root': (name) => `Root in ${name} is root on the host`,
  'host-pid': (name) => `${name} sees every process of the host`,
  'host-net': (name) => `${name} has the host's network, also what listens at 127.0.0.1 there`,
  capabilities: (name, of) => `${name} has rights beyond the engine's default: ${list(of)}`,
  'seccomp-off': (name) => `Nothing filters the system calls of ${name}`,
  'lsm-off': (name) => `No profile of the machine's security module confines ${name}`,
  'new-privileges': (name) =>
    `no-new-privileges is off: in ${name} a set-user-ID file can raise rights`,
  'host-ipc': (name) => `${name} can read and write what the host's processes share in memory`,
  'host-uts': (name) => `${name} has the host's name`,
  'host-user': (name) => `${name} was asked to have the host's users`,
  joined: (name, of) => `${name} shares namespaces with other containers: ${list(of)}`,
  'not-joined': (name, of) =>
    `${name} was to share namespaces, and was left behind in old ones: ${list(of)}`,
  'pod-processes': (name, of) =>
    `${name} sees the processes of others in its pod, and as root can end them: ${list(of)}`,
  'root-writable-bind': (name, of) =>
    `What ${name} writes there is root's on the host: ${list(of)}`,
  'ports-everywhere': (name, of) =>
    `Ports of ${name} are open at every address of the host: ${list(of)}`,
  'no-memory-limit': (name) => `Nothing limits the memory of ${name}`,
  'no-pids-limit': (name) => `Nothing limits how many processes ${name} may start`,
  'mutable-tag': (name, of) =>
    `${name} runs from a tag, which can name another image tomorrow: ${list(of)}`,
};

/** What is not known where a rule is not decided. */
const looksFor: Record<RuleName, string> = {
  privileged: 'whether it is privileged',
  'docker-socket': 'whether it has an engine’s socket',
  'host-paths': 'whether it has folders by which the host is run',
  'host-root': 'whether its root is the host’s root',
  'host-pid': 'whether it sees every process of the host',
  'host-net': 'whether it has the host’s network',
  capabilities: 'whether it has rights beyond the engine’s default',
  'seccomp-off': 'whether its system calls are filtered',
  'lsm-off': 'whether a security module confines it',
  'new-privileges': 'whether its processes can gain rights',
  'host-ipc': 'whether it shares memory with the host',
  'host-uts': 'whether it has the host’s name',
  'host-user': 'whether it was asked to have the host’s users',
  joined: 'whether it shares namespaces with other containers',
  'not-joined': 'whether it was left behind in old namespaces',
  'pod-processes': 'whether it sees the processes of others in its pod',
  'root-writable-bind': 'whether it writes as root to folders of the host',
  'ports-everywhere': 'whether its ports are open at every address',
  'no-memory-limit': 'whether its memory is limited',
  'no-pids-limit': 'whether the number of its processes is limited',
  'mutable-tag': 'whether it runs from a tag that can change',
};

const severity: Record<Severity, string> = { high: 'high', medium: 'medium', low: 'low' };

const how: Record<Change['how'], string> = {
  with: 'start it with',
  without: 'start it without',
  daemon: 'in daemon.json',
  run: 'run',
};

export const findings = {
  says,
  looksFor,
  severity,
  how,
  reason: unknownBecause,
  /** Heads of a table. */
  columns: {
    severity: 'Severity',
    container: 'Container',
    finding: 'Finding',
    see: 'How to see it',
    change: 'How to change it',
    reference: 'Reference',
  },
  none: 'Nothing is found.',
  silent: (endpoint: string) =>
    `No engine told of containers at ${endpoint}: what there is to say of them is not known.`,
  title: 'Findings',
  counted: (n: number) => (n === 1 ? '1 finding' : `${n} findings`),
  unknown: 'Could not be decided',
  undecided: (rule: string, names: readonly string[], why: string) =>
    `${rule} of ${names.join(', ')}: ${why}`,
  inapplicable: (rule: string, why: string) => `${rule} does not apply here: ${why}`,
};
