import { OF_KUBERNETES } from '../containerd/container';
import { joinsOf } from '../containerd/joins';
import { readSpec } from '../containerd/spec';
import type { ContainerReading } from '../docker/reading';
import type { ContainerState } from '../model/container';
import { readInfo, type CriInfo } from './info';
import type { CriListed, CriStatus } from './message';

/** Of `ContainerState`: CREATED, RUNNING, EXITED. It has no word for a paused one, and UNKNOWN is none. */
const STATES: readonly ContainerState[] = ['created', 'running', 'exited'];

/** Of `PodSandboxState`: READY, NOTREADY. */
const SANDBOX_STATES: readonly ContainerState[] = ['running', 'exited'];

/** What the list tells of a container's state; null: nothing that is known. */
export function containerState({ state }: CriListed): ContainerState | null {
  return STATES[state] ?? null;
}

/** The same of what holds a pod. */
export function sandboxState({ state }: CriListed): ContainerState | null {
  return SANDBOX_STATES[state] ?? null;
}

/**
 * What CRI tells of one container.
 *
 * @param handler of the sandbox that it is in
 * @param text in the runtime's own words; undefined: nothing is told
 */
export function readContainer(
  listed: CriListed,
  handler: string,
  { image, startedAt, exitCode }: CriStatus,
  text: string | undefined,
): ContainerReading {
  const reading = readingOf(listed, containerState(listed), handler, readInfo(text));
  return {
    ...reading,
    image,
    startedAt: timeOf(startedAt),
    ...(reading.state === 'exited' ? { exitCode } : {}),
    role: null,
  };
}

/**
 * What CRI tells of what holds a pod: its pause container. Null where it has no process, as CRI-O keeps most: then files
 * hold the namespaces, and there is no container.
 */
export function readSandbox(listed: CriListed, text: string | undefined): ContainerReading | null {
  const info = readInfo(text);
  if (info.pid === null && !('pid' in info.unreadable)) return null;
  const reading = readingOf(listed, sandboxState(listed), listed.handler, info);
  const startedAt = timeOf(listed.createdAt);
  return { ...reading, image: info.image, startedAt, role: 'pause' };
}

function readingOf(
  { id, name, labels }: CriListed,
  told: ContainerState | null,
  handler: string,
  info: CriInfo,
): Omit<ContainerReading, 'image' | 'startedAt' | 'role'> {
  const spec = readSpec(info.spec);
  const pid = info.pid ?? 0;
  const state = told ?? (pid > 0 ? 'running' : 'exited');
  return {
    ...{ id, name, labels: { ...labels }, state },
    // containerd alone tells what runs one, and has all that it runs for Kubernetes in one of its namespaces.
    ...(info.runtime === null ? {} : { within: OF_KUBERNETES }),
    command: spec.command,
    pid: state === 'exited' ? 0 : pid,
    ...(spec.cgroup === null ? {} : { cgroup: spec.cgroup }),
    runtime: info.runtime ?? (handler === '' ? null : handler),
    joins: joinsOf(spec, id),
    unreadable: {
      ...spec.unreadable,
      ...info.unreadable,
      ...(told === null ? { state: 'EINVAL' } : {}),
    },
  };
}

/** @param nanoseconds since the epoch; 0, or before it: never */
function timeOf(nanoseconds: number): string | null {
  return nanoseconds > 0 ? new Date(nanoseconds / 1e6).toISOString() : null;
}
