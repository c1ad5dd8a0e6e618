import type { ContainerReading } from '../docker/reading';
import { roleOf } from '../docker/role';
import { joinsOf } from './joins';
import type { ContainerMessage } from './message';
import { readSpec } from './spec';
import type { Task } from './task';

/** The namespace of containerd's that its CRI plugin keeps all containers of Kubernetes in. */
export const OF_KUBERNETES = 'k8s.io';

/** The one that Docker keeps its own in, of which its daemon tells more. */
export const OF_DOCKER = 'moby';

const LONG_ID = /^[0-9a-f]{64}$/;

/** One without a task has no process: it was never started, or what came of it was taken away. */
const NO_TASK: Task = { state: 'exited', pid: 0, exitCode: null };

/** What Kubernetes' own words for it are, in labels: alike in containerd, CRI-O and cri-dockerd. */
const NAME = 'io.kubernetes.container.name';
const POD = 'io.kubernetes.pod.name';
const NERDCTL_NAME = 'nerdctl/name';

/**
 * The id of a container among all of one containerd. Ids are unique within a namespace of containerd's;
 * one of 64 digits is, by chance, everywhere.
 */
export function containerdId(namespace: string, id: string): string {
  return LONG_ID.test(id) ? id : `${namespace}/${id}`;
}

/**
 * What containerd tells of one container, and of its task where it has one.
 *
 * @param namespace containerd's own word for a set of containers: `default`, `k8s.io`
 * Source: containerd's API, Containers and Tasks; labels as its CRI plugin sets them.
 */
export function readContainerd(
  namespace: string,
  { id, labels, image, runtime, spec: json }: ContainerMessage,
  task: Task | null,
): ContainerReading {
  const spec = readSpec(json);
  const { state, pid, exitCode } = task ?? NO_TASK;
  return {
    id: containerdId(namespace, id),
    within: namespace,
    name: nameOf(namespace, id, labels),
    image,
    command: spec.command,
    state,
    pid,
    // It does not tell when; the kernel knows of what runs.
    startedAt: null,
    ...(exitCode === null ? {} : { exitCode }),
    labels: { ...labels },
    ...(spec.cgroup === null ? {} : { cgroup: spec.cgroup }),
    runtime,
    joins: joinsOf(spec, id),
    role: roleIn(namespace, labels),
    unreadable: {
      ...spec.unreadable,
      ...(image === '' ? { image: 'ENODATA' } : {}),
      startedAt: 'ENODATA',
    },
  };
}

/** In other namespaces of containerd's than Kubernetes' own, a label that marks a pause container is anybody's. */
function roleIn(namespace: string, labels: ContainerMessage['labels']): ContainerReading['role'] {
  const role = roleOf(labels);
  return role === 'pause' && namespace !== OF_KUBERNETES ? null : role;
}

/** What Docker calls its own is not told: they are known by as many digits as its client shows. */
function nameOf(namespace: string, id: string, labels: ContainerMessage['labels']): string {
  const known = labels[NAME] ?? labels[POD] ?? labels[NERDCTL_NAME];
  return known ?? (namespace === OF_DOCKER && LONG_ID.test(id) ? id.slice(0, 12) : id);
}
