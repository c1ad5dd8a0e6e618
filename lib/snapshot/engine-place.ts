import { INITIAL_NAMESPACES } from '../proc/initial-namespaces';
import type { HostReading } from '../proc/reading';
import type { EngineReading } from './readings';

/**
 * Where an engine's daemon runs, as far as it matters to process numbers: `here` on the kernel whose
 * /proc is read; `remote` at an address of another machine; `other-kernel` reached through a socket
 * of this one (a tunnel), for the kernel it tells of is another; `docker-desktop` in the virtual
 * machine that Docker Desktop keeps for itself.
 */
export type EnginePlace = 'here' | 'remote' | 'other-kernel' | 'docker-desktop';

/** What Docker Desktop calls itself in `GET /info`. */
const DOCKER_DESKTOP = 'Docker Desktop';

export function placeOf({ remote, info }: EngineReading, host: HostReading): EnginePlace {
  if (remote) return 'remote';
  const sameKernel = info === null || info.kernel === null || info.kernel === host.kernel;
  if (info?.operatingSystem === DOCKER_DESKTOP) {
    // Under WSL all distributions have one kernel, and each has a PID namespace.
    const inside = sameKernel && host.reader.namespaces.pid === INITIAL_NAMESPACES.pid;
    return inside ? 'here' : 'docker-desktop';
  }
  return sameKernel ? 'here' : 'other-kernel';
}
