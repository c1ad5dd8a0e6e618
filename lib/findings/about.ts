import type { Config, Mount } from '../config/config';
import { clientLine, readLink, volumeDevice } from '../shell/proof';
import type { Container } from '../model/container';
import { NO_ID } from '../model/id-map';
import { kernelName, type NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import { OWN_KERNEL } from '../model/own-kernel';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import type { Privileges } from '../privileges/privileges';
import type { Limits } from '../use/tell-limits';
import type { Evidence } from './finding';
import { Unreadable } from './unreadable';

/** What was read of a container besides the snapshot; a text says why it was not. */
export interface Details {
  config: Config | { unread: string };
  /** Of its leader. */
  privileges: Privileges | { unread: string };
  /** What limits its memory and its tasks. */
  use: Limits | { unread: string };
}

/** All that rules ask of one container. What was not read is `Unreadable`, and no rule has to look for that. */
export class About {
  constructor(
    readonly snapshot: Snapshot,
    readonly container: Container,
    private readonly details: Details,
  ) {}

  /** A field of how it was started. @throws Unreadable */
  config<K extends keyof Config>(field: K): Config[K] {
    const { config } = this.details;
    if ('unread' in config) throw new Unreadable(config.unread);
    const { unreadable } = config;
    const [, reason] =
      Object.entries(unreadable).find(
        ([name]) => name === field || name === 'flags' || name.startsWith(`${field}.`),
      ) ?? [];
    if (reason !== undefined) throw new Unreadable(reason);
    return config[field];
  }

  /** What the leader may do. @throws Unreadable */
  right<K extends 'seccomp' | 'noNewPrivileges' | 'lsm'>(field: K): Privileges[K] {
    const { unreadable, [field]: right } = this.privileges();
    const reason = unreadable[field];
    if (reason !== undefined) throw new Unreadable(reason);
    return right;
  }

  /** All that any program of it could get, by name. @throws Unreadable */
  boundingCapabilities(): string[] {
    const { unreadable, capabilities } = this.privileges();
    const { bounding } = capabilities;
    if (bounding !== null) return bounding;
    throw new Unreadable(unreadable['capabilities.bounding'] ?? 'ENODATA');
  }

  /** Which namespace its leader is in. @throws Unreadable */
  namespace(type: NamespaceType): NamespaceId {
    const { namespaces, unreadable } = this.container;
    const id = namespaces[type];
    if (id !== null) return id;
    throw new Unreadable(unreadable[`namespaces.${type}`] ?? 'ENODATA');
  }

  /** A limit that counts, whoever set it; null: there is none. @throws Unreadable */
  limit(of: 'memory' | 'pids'): number | null {
    const { use } = this.details;
    if ('unread' in use) throw new Unreadable(use.unread);
    const [limit, field] =
      of === 'memory'
        ? [use.memory.limitBytes, 'memory.limitBytes']
        : [use.pids.limit, 'pids.limit'];
    const reason = use.unreadable[field];
    if (limit === null && reason !== undefined) throw new Unreadable(reason);
    return limit;
  }

  /** Its processes that are root on the host, by their numbers here. @throws Unreadable */
  hostRoots(): Process[] {
    const { host, namespaces, processes } = this.snapshot;
    this.plain();
    const own = processes.filter(
      (each) =>
        each.container !== null &&
        each.container === this.container.id &&
        each.engine === this.container.engine,
    );
    if (own.length === 0) throw new Unreadable('ESRCH');
    const users = namespaces.find(({ id }) => id === host.namespaces.user);
    // Who reads is in another user namespace than the host: 0 is somebody else's number then.
    if (users?.uidMap?.some(([, outside]) => outside === NO_ID) === true) {
      throw new Unreadable('users-elsewhere');
    }
    const roots = own.filter(({ uid }) => uid === 0);
    const unread = own.find(({ uid }) => uid === null);
    if (roots.length === 0 && unread !== undefined) {
      throw new Unreadable(unread.unreadable.uid ?? 'ENODATA');
    }
    return roots;
  }

  /** What the engine keeps of it, and its value there. */
  inspected(field: string, value: unknown): Evidence {
    const command = this.client('inspect', '--format', `{{json ${field}}}`);
    return { command, value: JSON.stringify(value) };
  }

  /** Where what it was given of the host is told, and of volumes what of the host they are made of. */
  mounts(given: readonly Mount[]): Evidence[] {
    const format = '{{range .Mounts}}{{println .Source .Destination .RW}}{{end}}';
    const lines = given.map(
      ({ source, target, writable }) => `${source ?? ''} ${target} ${writable}`,
    );
    const command = this.client('inspect', '--format', format);
    const volumes = given.flatMap(({ volume, bound }) =>
      volume === null || bound === null
        ? []
        : { command: volumeDevice(this.snapshot, this.container, volume), value: bound },
    );
    return [{ command, value: lines.join('\n') }, ...volumes];
  }

  /** A command line of its engine's client, about it. */
  client(...words: string[]): string {
    return clientLine(this.snapshot, this.container, ...words);
  }

  /** A line of /proc/PID/status of its leader. */
  status(name: string, value: string): Evidence {
    return { command: `grep ${name}: /proc/${this.container.pid}/status`, value };
  }

  /** The name of a namespace, as its link has it. */
  link(type: NamespaceType, pid = this.container.pid): Evidence {
    const value = kernelName(this.namespace(type));
    return { command: readLink(pid, type), value };
  }

  private privileges(): Privileges {
    this.plain();
    const { privileges } = this.details;
    if ('unread' in privileges) throw new Unreadable(privileges.unread);
    return privileges;
  }

  /** @throws Unreadable where it runs on a kernel of its own: what its process may do here is not what it may do there */
  private plain(): void {
    if (Object.values(this.container.unreadable).includes(OWN_KERNEL))
      throw new Unreadable(OWN_KERNEL);
  }
}
