import type { MountInside } from '../inside/mnt';
import type { Names as NamesOfUsers } from '../inside/names';
import type { InsideReading } from '../inside/reading';
import type { Container } from '../model/container';
import type { Engine, Host } from '../model/host';
import type { Namespace } from '../model/namespace';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { anonymousNet } from './anonymize-net';
import { replaceNames, type Names } from './names';
import type { Change } from './timeline';

/** Stands for the machine's boot id, which tells one machine from all others until it is restarted. */
export const BOOT_ID = '00000000-0000-4000-8000-000000000000';

/**
 * A snapshot in which the machine's and its users' names are replaced; docs/recording.md says what
 * is and what is not. Names that are new are added to `names`, so that a recording's lines, done in
 * order, have the same replacement for the same name throughout.
 */
export function anonymousSnapshot(snapshot: Snapshot, names: Names): Snapshot {
  return {
    ...snapshot,
    bootId: BOOT_ID,
    host: host(snapshot.host, names),
    engines: snapshot.engines.map((record) => engine(record, names)),
    namespaces: snapshot.namespaces.map((record) => namespace(record, names)),
    containers: snapshot.containers.map((record) => container(record, names)),
    processes: snapshot.processes.map((record) => process(record, names)),
  };
}

/** The same for what changed. */
export function anonymousChange({ seq, put, remove }: Change, names: Names): Change {
  return {
    seq,
    put: {
      takenAt: put.takenAt,
      ...(put.host === undefined ? {} : { host: host(put.host, names) }),
      engines: put.engines.map((record) => engine(record, names)),
      namespaces: put.namespaces.map((record) => namespace(record, names)),
      containers: put.containers.map((record) => container(record, names)),
      processes: put.processes.map((record) => process(record, names)),
    },
    remove: {
      ...remove,
      engines: remove.engines.map((id) => replaceNames(id, names)),
      // They begin with the engine's.
      containers: remove.containers.map((key) => replaceNames(key, names)),
    },
  };
}

/** The same for what was read inside a namespace. */
export function anonymousReading(reading: InsideReading, names: Names): InsideReading {
  const text = (told: string | null) => (told === null ? null : replaceNames(told, names));
  switch (reading.type) {
    case 'uts':
      return {
        ...reading,
        hostname: knownName(reading.hostname, names),
        domainname: text(reading.domainname),
      };
    case 'cgroup':
      return { ...reading, root: text(reading.root) };
    case 'mnt': {
      const { mounts, root } = reading;
      return {
        ...reading,
        root: text(root),
        mounts: mounts?.map((record) => mount(record, names)) ?? null,
      };
    }
    case 'user': {
      const { inside, outside } = reading.names;
      return {
        ...reading,
        names: { inside: users(inside, names), outside: users(outside, names) },
      };
    }
    case 'net':
      return anonymousNet(reading, names);
    case 'ipc':
    case 'time':
      return reading;
  }
}

function mount(record: MountInside, names: Names): MountInside {
  const text = (told: string) => replaceNames(told, names);
  return {
    ...record,
    target: text(record.target),
    root: text(record.root),
    source: text(record.source),
    options: record.options.map(text),
    fsOptions: record.fsOptions.map(text),
    hostPath: record.hostPath === null ? null : text(record.hostPath),
  };
}

function users(named: NamesOfUsers | null, names: Names): NamesOfUsers | null {
  if (named === null) return null;
  return Object.fromEntries(
    Object.entries(named).map(([uid, name]) => [uid, knownName(name, names)]),
  );
}

/** Of the machine, or of a user. However short: here it can mean nothing else. */
function knownName<T extends string | null>(name: T, names: Names): T | string {
  return name === null ? name : (names.replacements.get(name.toLowerCase()) ?? name);
}

function host(record: Host, names: Names): Host {
  return {
    ...record,
    hostname: knownName(record.hostname, names),
    // What follows the version number was chosen by those who built the kernel.
    kernel: record.kernel.replace(/^(\d+(?:\.\d+)*).*$/s, '$1'),
    notices: record.notices.map(({ code, params, text }) => ({
      code,
      params: values(params, names),
      text: replaceNames(text, names),
    })),
  };
}

function engine(record: Engine, names: Names): Engine {
  return {
    ...record,
    id: replaceNames(record.id, names),
    endpoint: replaceNames(record.endpoint, names),
    message: record.message === null ? null : replaceNames(record.message, names),
    tried: record.tried.map((attempt) => ({
      ...attempt,
      url: replaceNames(attempt.url, names),
      reason: replaceNames(attempt.reason, names),
    })),
  };
}

function namespace(record: Namespace, names: Names): Namespace {
  return {
    ...record,
    heldBy: record.heldBy.map((holder) => ({
      ...holder,
      path: holder.path === null ? null : replaceNames(holder.path, names),
    })),
  };
}

function container(record: Container, names: Names): Container {
  return {
    ...record,
    // Of containerd's the id has the name in it.
    id: replaceNames(record.id, names),
    engine: replaceNames(record.engine, names),
    ...(record.within === undefined ? {} : { within: replaceNames(record.within, names) }),
    ...(record.pod === undefined ? {} : { pod: replaceNames(record.pod, names) }),
    ...(record.cgroup === undefined ? {} : { cgroup: replaceNames(record.cgroup, names) }),
    name: replaceNames(record.name, names),
    image: replaceNames(record.image, names),
    command: record.command.map((word) => replaceNames(word, names)),
    labels: values(record.labels, names),
  };
}

function process(record: Process, names: Names): Process {
  return {
    ...record,
    comm: replaceNames(record.comm, names),
    args: record.args?.map((word) => replaceNames(word, names)) ?? null,
    cgroup: record.cgroup === null ? null : replaceNames(record.cgroup, names),
    engine: record.engine === null ? null : replaceNames(record.engine, names),
    container: record.container === null ? null : replaceNames(record.container, names),
  };
}

function values(record: Record<string, string>, names: Names): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      replaceNames(key, names),
      replaceNames(value, names),
    ]),
  );
}
