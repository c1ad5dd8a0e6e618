import type { Engine, Host } from '../model/host';
import { hostProcess } from '../model/host-process';
import type { NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { saidOfHost } from '../sharing/said';
import { engineVersion } from './engine-proof';
import { readLink } from '../shell/proof';

/** One of the host's eight namespaces. */
export interface HostNamespaceFact {
  type: NamespaceType;
  id: NamespaceId | null;
  said: ReturnType<typeof saidOfHost>;
  proof: string | null;
}

/** What the inspector tells of the machine. */
export interface HostFacts {
  host: Host;
  processes: number;
  engines: { engine: Engine; proofs: string[] }[];
  namespaces: HostNamespaceFact[];
  /**
   * The cgroup namespace that a container has if nobody asks for another: it is decided by the
   * version of the cgroups (`docker run --cgroupns`; Podman does the same).
   */
  cgroupDefault: 'host' | 'own' | null;
  proofs: { hostname: string; kernel: string; cgroups: string };
}

export function hostFacts(snapshot: Snapshot): HostFacts {
  const { host } = snapshot;
  const pid = hostProcess(host);
  return {
    host,
    processes: snapshot.processes.length,
    engines: snapshot.engines.map((engine) => ({ engine, proofs: [engineVersion(engine)] })),
    namespaces: NAMESPACE_TYPES.map((type) => ({
      type,
      id: host.namespaces[type],
      said: saidOfHost(host, type),
      proof: pid === null || host.lacks.includes(type) ? null : readLink(pid, type),
    })),
    cgroupDefault: host.cgroups === null ? null : host.cgroups === 'v2' ? 'own' : 'host',
    proofs: { hostname: 'hostname', kernel: 'uname -r', cgroups: 'stat -fc %T /sys/fs/cgroup' },
  };
}
