import type { NamespaceType } from '../../../lib/model/namespace-type';

/** What Docker lets a container join. */
type Joined = Extract<NamespaceType, 'pid' | 'net' | 'ipc' | 'uts'>;

/** A container in few words; what is not named is as Docker's defaults make it. */
export interface Plan {
  name: string;
  image: string;
  project: string | null;
  /** `host`, or the name of a container that is planned before this one. */
  joins: Partial<Record<Joined, string>>;
  /** It has exited. */
  stopped: boolean;
}

interface Service {
  name: string;
  image: string;
  /** `host`, or a service of the same project that comes before. */
  joins?: Plan['joins'];
}

/** Compose projects as people run them: most share nothing, some have sidecars. */
const PROJECTS: readonly { name: string; services: readonly Service[] }[] = [
  {
    name: 'shop',
    services: [
      { name: 'web', image: 'nginx:1.27' },
      { name: 'proxy', image: 'envoyproxy/envoy:v1.31', joins: { net: 'web' } },
      { name: 'api', image: 'node:20' },
      { name: 'cache', image: 'redis:7', joins: { ipc: 'api' } },
      { name: 'db', image: 'postgres:16' },
    ],
  },
  {
    name: 'blog',
    services: [
      { name: 'nginx', image: 'nginx:1.27' },
      { name: 'php', image: 'php:8.3-fpm' },
      { name: 'mysql', image: 'mysql:8.4' },
    ],
  },
  {
    name: 'etl',
    services: [
      { name: 'scheduler', image: 'python:3.12' },
      { name: 'worker-1', image: 'python:3.12' },
      { name: 'worker-2', image: 'python:3.12' },
      { name: 'worker-3', image: 'python:3.12' },
      { name: 'redis', image: 'redis:7' },
    ],
  },
  {
    name: 'mesh',
    services: [
      { name: 'app', image: 'registry.example.com/team/app:2.3' },
      { name: 'envoy', image: 'envoyproxy/envoy:v1.31', joins: { net: 'app' } },
      { name: 'agent', image: 'agent:5', joins: { net: 'app', pid: 'app' } },
      { name: 'db', image: 'postgres:16' },
      { name: 'backup', image: 'postgres:16', joins: { pid: 'db' } },
    ],
  },
  {
    name: 'monitoring',
    services: [
      { name: 'prometheus', image: 'prom/prometheus:v2.54' },
      { name: 'grafana', image: 'grafana/grafana:11.2' },
      {
        name: 'node-exporter',
        image: 'prom/node-exporter:v1.8',
        joins: { pid: 'host', net: 'host' },
      },
    ],
  },
  {
    name: 'mail',
    services: [
      { name: 'smtp', image: 'postfix:3' },
      { name: 'imap', image: 'dovecot:2' },
    ],
  },
];

const SINGLES: readonly string[] = ['ubuntu', 'busybox', 'alpine:3.20', 'node:20', 'golang:1.23'];

/** Of ten that run by themselves, how many do so in what way. */
const ALONE = { hostNet: 1, hostPid: 1, stopped: 1 };

/**
 * What runs on a machine with so many containers, in the order of their start: projects again and
 * again, and between them containers of no project, some of them on the host's network or in its PID
 * namespace, some exited.
 *
 * @param random numbers from 0 to 1: the same ones make the same machine
 */
export function plansFor(containers: number, random: () => number): Plan[] {
  const plans: Plan[] = [];
  for (let turn = 0; plans.length < containers; turn += 1) {
    const group = random() < 0.5 ? project(turn, random) : [single(turn, random)];
    plans.push(...group.slice(0, containers - plans.length));
  }
  return plans;
}

/** A machine on which few run and many have ended: `c1`, `c2`, …, and then `job-1`, `job-2`, … */
export function fewAmongEnded(running: number, ended: number): Plan[] {
  const plan = (name: string, stopped: boolean): Plan => {
    return { name, image: 'ubuntu', project: null, joins: {}, stopped };
  };
  return [
    ...Array.from({ length: running }, (_, index) => plan(`c${index + 1}`, false)),
    ...Array.from({ length: ended }, (_, index) => plan(`job-${index + 1}`, true)),
  ];
}

/** The same machine with so many of its containers in one network namespace, the first one's. */
export function inOneNetwork(plans: readonly Plan[], count: number): Plan[] {
  const able = plans.filter(({ stopped, joins }) => !stopped && joins.net === undefined);
  const [donor, ...others] = able.slice(0, count);
  if (donor === undefined || able.length < count) {
    throw new RangeError(`fewer than ${count} have a network of their own`);
  }
  const joining = new Set(others);
  return plans.map((plan) =>
    joining.has(plan) ? { ...plan, joins: { ...plan.joins, net: donor.name } } : plan,
  );
}

/** A project of one of the kinds; a number tells those of one kind apart. */
function project(turn: number, random: () => number): Plan[] {
  const kind = PROJECTS[Math.floor(random() * PROJECTS.length)];
  if (kind === undefined) throw new RangeError('a random number that is not below 1');
  const name = `${kind.name}${turn}`;
  const nameOf = (service: string) => (service === 'host' ? service : `${name}-${service}-1`);
  return kind.services.map(({ name: service, image, joins = {} }) => ({
    name: nameOf(service),
    image,
    project: name,
    joins: Object.fromEntries(Object.entries(joins).map(([type, to]) => [type, nameOf(to)])),
    stopped: false,
  }));
}

function single(turn: number, random: () => number): Plan {
  const image = SINGLES[Math.floor(random() * SINGLES.length)] ?? 'ubuntu';
  const kind = Math.floor(random() * 10);
  const { hostNet, hostPid, stopped } = ALONE;
  const joins: Plan['joins'] =
    kind < hostNet ? { net: 'host' } : kind < hostNet + hostPid ? { pid: 'host' } : {};
  const exited = kind >= hostNet + hostPid && kind < hostNet + hostPid + stopped;
  return { name: `c${turn}`, image, project: null, joins, stopped: exited };
}
