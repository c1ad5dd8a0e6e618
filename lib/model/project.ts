import type { Container } from './container';

/** The labels by which Docker Compose and podman-compose mark the containers of one project. */
const PROJECT_LABELS = ['com.docker.compose.project', 'io.podman.compose.project'];

/** The labels by which whatever runs pods for Kubernetes marks their containers: containerd, CRI-O, cri-dockerd. */
const POD = 'io.kubernetes.pod.name';
const POD_NAMESPACE = 'io.kubernetes.pod.namespace';

/** What stands for a namespace of Kubernetes where Podman itself made the pod. */
const OF_PODMAN = 'podman';

/** What a container belongs to: a Compose project, or a pod, as `namespace/pod` or `podman/pod`; null for neither. */
export function projectOf({ labels, pod: own }: Pick<Container, 'labels' | 'pod'>): string | null {
  for (const label of PROJECT_LABELS) {
    const project = labels[label];
    if (project !== undefined && project !== '') return project;
  }
  const pod = labels[POD] ?? '';
  if (pod !== '') return `${labels[POD_NAMESPACE] ?? ''}/${pod}`;
  return own === undefined ? null : `${OF_PODMAN}/${own}`;
}

/** The pod that it is in, as `namespace/pod`; null: in none. */
export function podOf(container: Pick<Container, 'labels' | 'pod'>): string | null {
  const project = projectOf(container);
  return project !== null && isPod(project) ? project : null;
}

/** Is it a pod? No project of Compose's has a slash in its name; the id of an engine may, which is told after an `@`. */
export function isPod(project: string): boolean {
  return withoutEngine(project).includes('/');
}

/** Its own name, where it was told with its engine: `shop` of `shop@podman`. No name has an `@` in it. */
export function withoutEngine(project: string): string {
  return project.split('@', 1).join('');
}
