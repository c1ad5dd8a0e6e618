import { randomLcg } from 'd3';
import type { ContainerReading } from '../../../lib/docker/reading';
import { namespaceId, type NamespaceId } from '../../../lib/model/ids';
import type { NamespaceType } from '../../../lib/model/namespace-type';
import type { NamespaceSet } from '../../../lib/model/namespace-set';
import type { Snapshot } from '../../../lib/model/snapshot';
import { INITIAL_NAMESPACES } from '../../../lib/proc/initial-namespaces';
import type { HostReading, NamespaceReading, ProcessReading } from '../../../lib/proc/reading';
import { imageName } from '../../../lib/layout/node-text';
import { assemble } from '../../../lib/snapshot/assemble';
import { ProcessRecords } from '../../../lib/snapshot/process-records';
import { inOneNetwork, plansFor, type Plan } from './plans';

const BOOTED = Date.UTC(2026, 8, 1, 8);
const TICKS = 100;
const NO_FIRST = 4026532200;
const DOCKERD = 900;

const HOST_NAMESPACES: NamespaceSet = {
  ...INITIAL_NAMESPACES,
  net: namespaceId('net', '4026531840'),
  mnt: namespaceId('mnt', '4026531841'),
};

const HOST: HostReading = {
  bootId: '5d8f1a0e-7c7b-4b44-9e2c-0d9f3b6a1c55',
  bootTime: BOOTED,
  unreadable: {},
  ticksPerSecond: TICKS,
  hostname: 'generated',
  kernel: '6.8.0-45-generic',
  cgroups: 'v2',
  namespaces: HOST_NAMESPACES,
  lacks: [],
  namespacesFrom: 'pid1',
  reader: { uid: 0, namespaces: HOST_NAMESPACES },
  hidepid: null,
};

/** What runs besides containers. */
const DAEMONS = ['systemd-journald', 'systemd-udevd', 'dbus-daemon', 'cron', 'rsyslogd', 'sshd'];
const KERNEL_THREADS = ['kworker/0:1', 'kworker/1:0', 'ksoftirqd/0', 'migration/1', 'kswapd0'];
const THREADS = 60;

/** What Docker makes anew for each container, in the order of their numbers. */
const MADE: readonly NamespaceType[] = ['mnt', 'uts', 'ipc', 'pid', 'cgroup', 'net'];

interface Running {
  id: string;
  namespaces: NamespaceSet;
}

/**
 * A machine that never was, the same one for the same numbers: readings as its kernel and its Docker
 * would have given them, joined as nsview joins them.
 */
export class GeneratedMachine {
  private readonly random: () => number;
  private readonly processes = new Map<number, ProcessReading>();
  private readonly namespaces = new Map<NamespaceId, NamespaceReading>();
  private readonly containers: ContainerReading[] = [];
  private readonly records = new ProcessRecords();
  private readonly running = new Map<string, Running>();
  /** The last number given out in each PID namespace but the host's. */
  private readonly lastInside = new Map<NamespaceId, number>();
  private lastPid = 1000;
  private inode = NO_FIRST;
  private ticks = 6000;
  private seq = 0;

  /**
   * @param processes on the whole machine, if so many are needed; else what a few for each make
   * @param sharers how many are in one network namespace, besides what projects share
   */
  constructor(containers: number, processes = 0, seed = 1, sharers = 0) {
    this.random = randomLcg(seed / 1000);
    this.boot();
    const plans = plansFor(containers, this.random);
    for (const plan of sharers === 0 ? plans : inOneNetwork(plans, sharers)) this.run(plan);
    const full = this.containers.filter(({ pid }) => pid > 0);
    const least = Math.max(
      processes,
      this.processes.size + (processes === 0 ? 2 * full.length : 0),
    );
    for (let turn = 0; this.processes.size < least && full.length > 0; turn += 1) {
      const container = full[turn % full.length];
      if (container !== undefined) this.fork(container);
    }
  }

  /** Starts one more container, with so many processes. */
  run(plan: Plan, processes = 1): void {
    const id = this.hex(64);
    this.ticks += 1 + Math.floor(this.random() * 300);
    const pid = plan.stopped ? 0 : this.start(plan, id);
    const container: ContainerReading = {
      id,
      name: plan.name,
      image: plan.image,
      command: [programOf(plan.image)],
      state: plan.stopped ? 'exited' : 'running',
      pid,
      startedAt: this.now(),
      labels: plan.project === null ? {} : { 'com.docker.compose.project': plan.project },
      runtime: null,
      joins: Object.fromEntries(
        Object.entries(plan.joins).map(([type, to]) => [type, this.joinOf(to)]),
      ),
      role: null,
      unreadable: {},
    };
    this.containers.push(container);
    for (let more = 1; more < processes; more += 1) this.fork(container);
  }

  /** What there is now. */
  snapshot(): Snapshot {
    this.seq += 1;
    const engine = {
      id: 'docker:unix:///run/docker.sock',
      kind: 'docker' as const,
      endpoint: 'unix:///run/docker.sock',
      version: '27.3.1',
      apiVersion: '1.47',
      minApiVersion: '1.24',
      state: 'connected' as const,
      message: null,
      tried: [],
      pid: DOCKERD,
    };
    const info = {
      operatingSystem: 'Ubuntu 24.04 LTS',
      kernel: HOST.kernel,
      rootless: false,
      usernsRemap: false,
      cgroupDriver: 'systemd',
      storageDriver: 'overlay2',
      backingFilesystem: 'extfs',
      containerdStore: false,
    };
    const sight = assemble(
      {
        host: HOST,
        reader: 'direct',
        processes: this.processes,
        namespaces: this.namespaces,
        engines: [
          {
            engine,
            info,
            problem: null,
            remote: false,
            delays: { list: false, events: false },
            containers: this.containers,
          },
        ],
        unreached: [],
        unasked: 0,
        hidden: 0,
      },
      this.now(),
      this.records,
    );
    return { ...sight, seq: this.seq };
  }

  private boot(): void {
    for (const id of Object.values(HOST_NAMESPACES)) {
      if (id !== null) this.tell(id, null);
    }
    this.add(1, 0, 'systemd', ['/sbin/init']);
    this.add(2, 0, 'kthreadd', null);
    for (let nth = 0; nth < THREADS; nth += 1) {
      this.add(3 + nth, 2, KERNEL_THREADS[nth % KERNEL_THREADS.length] ?? '', null);
    }
    DAEMONS.forEach((name, nth) => this.add(400 + nth, 1, name, [`/usr/sbin/${name}`]));
    this.add(DOCKERD, 1, 'dockerd', ['/usr/bin/dockerd', '-H', 'fd://']);
  }

  /** A leader below its monitor. @returns its number */
  private start(plan: Plan, id: string): number {
    const shim = this.nextPid();
    const name = 'containerd-shim-runc-v2';
    this.add(shim, 1, name.slice(0, 15), [`/usr/bin/${name}`, '-id', id]);
    const namespaces: NamespaceSet = { ...HOST_NAMESPACES };
    for (const type of MADE) namespaces[type] = this.namespaceFor(type, plan);
    this.running.set(plan.name, { id, namespaces });
    const pid = this.nextPid();
    const program = programOf(plan.image);
    this.addInside(pid, shim, id, namespaces, program, program);
    return pid;
  }

  private namespaceFor(type: NamespaceType, { joins }: Plan): NamespaceId | null {
    const joined = Object.entries(joins).find(([each]) => each === type)?.[1];
    if (joined === 'host') return HOST_NAMESPACES[type];
    if (joined !== undefined) return this.donor(joined).namespaces[type];
    const id = namespaceId(type, String(this.inode));
    this.inode += 1;
    this.tell(id, type === 'pid' ? HOST_NAMESPACES.pid : null);
    return id;
  }

  private donor(name: string): Running {
    const donor = this.running.get(name);
    if (donor === undefined) throw new Error(`${name} does not run, so it cannot be joined`);
    return donor;
  }

  private joinOf(to: string): string {
    return to === 'host' ? to : `container:${this.donor(to).id}`;
  }

  /** One more process in a container. */
  private fork({ id, pid }: ContainerReading): void {
    const leader = this.processes.get(pid);
    if (leader === undefined) return;
    const { namespaces, comm } = leader;
    this.addInside(this.nextPid(), pid, id, namespaces, comm, `${comm}: worker process`);
  }

  private addInside(
    pid: number,
    ppid: number,
    id: string,
    namespaces: NamespaceSet,
    comm: string,
    line: string,
  ): void {
    const inside = namespaces.pid === HOST_NAMESPACES.pid ? null : namespaces.pid;
    const number = inside === null ? 0 : (this.lastInside.get(inside) ?? 0) + 1;
    if (inside !== null) this.lastInside.set(inside, number);
    this.processes.set(pid, {
      ...this.add(pid, ppid, comm, [line]),
      nsPids: inside === null ? [pid] : [pid, number],
      cgroup: `/system.slice/docker-${id}.scope`,
      namespaces,
    });
  }

  /** @param args null for a kernel thread */
  private add(pid: number, ppid: number, comm: string, args: string[] | null): ProcessReading {
    this.ticks += Math.floor(this.random() * 3);
    const reading: ProcessReading = {
      pid,
      ppid,
      comm,
      args: args ?? [],
      startTicks: String(this.ticks),
      state: 'S',
      threads: 1,
      rssBytes: 8e6,
      cpuTicks: 10,
      kernelThread: args === null,
      argsTruncated: false,
      nsPids: [pid],
      uid: 0,
      gid: 0,
      cgroup: args === null ? '/' : '/system.slice',
      namespaces: HOST_NAMESPACES,
      unreadable: {},
    };
    this.processes.set(pid, reading);
    return reading;
  }

  private tell(id: NamespaceId, parent: NamespaceId | null): void {
    const ofUsers = id.startsWith('user:');
    this.namespaces.set(id, {
      id,
      relations: {
        parent,
        owner: ofUsers ? null : HOST_NAMESPACES.user,
        ownerUid: ofUsers ? 0 : null,
      },
      lifetime: '1',
      heldBy: [],
      uidMap: ofUsers ? [[0, 0, 4294967295]] : null,
      gidMap: ofUsers ? [[0, 0, 4294967295]] : null,
      unreadable: {},
    });
  }

  private nextPid(): number {
    this.lastPid += 1 + Math.floor(this.random() * 3);
    return this.lastPid;
  }

  private now(): string {
    return new Date(BOOTED + (this.ticks / TICKS) * 1000).toISOString();
  }

  private hex(digits: number): string {
    const digit = () => Math.floor(this.random() * 16).toString(16);
    return Array.from({ length: digits }, digit).join('');
  }
}

/** `nginx` of `registry.example.com/nginx:1.27`: an image is mostly named after what runs in it. */
function programOf(image: string): string {
  return imageName(image).replace(/:.*/, '');
}
