import { Unreadable } from '../findings/unreadable';
import { engineForLessons } from './engine';
import { unmetUsers } from './required-users';
import type { Step } from './lesson';
import type { Witness } from './witness';

type Requirement = Step['requires'][number];

/** What of a container's use tells that a controller is not there. */
const CONTROLLED = {
  'cgroup-memory': 'memory.limitBytes',
  'cgroup-cpu': 'cpu.quotaMs',
  'cgroup-pids': 'pids.limit',
  'cgroup-io': 'io',
} as const;

const REGISTRIES: readonly string[] = ['registry', 'docker-registry'];

/**
 * Why a step cannot be done on this machine, a word for lib/i18n's `unknownBecause`; null: it can, or nothing that
 * is known speaks against it.
 */
export function unmet(requirement: Requirement, witness: Witness): string | null {
  try {
    return check(requirement, witness);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** @throws Unreadable */
function check(requirement: Requirement, witness: Witness): string | null {
  switch (requirement) {
    case 'remapped-daemon':
    case 'host-users':
      return unmetUsers(requirement, witness);
    case 'registry':
      if (witness.snapshot.processes.some(({ comm }) => REGISTRIES.includes(comm))) return null;
      witness.seesAll();
      return 'no-registry';
    case 'bridge':
      return hasBridge(witness) === false ? 'no-bridge' : null;
    case 'docker':
      return engineForLessons(witness.snapshot.engines) === 'podman' ? 'podman-otherwise' : null;
    case 'cgroup-memory':
    case 'cgroup-cpu':
    case 'cgroup-pids':
    case 'cgroup-io': {
      // Before the lesson's first container runs nobody can tell.
      const [name] = witness.names.filter((each) => witness.alive(each) !== null);
      const container = name === undefined ? null : witness.alive(name);
      const why =
        container === null ? null : witness.use(container).unreadable[CONTROLLED[requirement]];
      return why === 'controller-absent' ? why : null;
    }
  }
}

/** Of the first engine that answers; null: not known. @throws Unreadable */
function hasBridge(witness: Witness): boolean | null {
  const engine = witness.snapshot.engines.find(({ state }) => state === 'connected');
  const id = engine?.namespaces.net ?? null;
  const told = id === null ? null : witness.inside(id);
  if (told?.type !== 'net' || told.devices === null) return null;
  return told.devices.some(({ kind }) => kind === 'bridge');
}
