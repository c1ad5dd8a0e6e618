import type { Container } from './container';

/** The labels by which Docker Compose and podman-compose mark the containers of one project. */
const PROJECT_LABELS = ['com.docker.compose.project', 'io.podman.compose.project'];

/** The compose project that a container belongs to; null for none. */
export function projectOf({ labels }: Container): string | null {
  for (const label of PROJECT_LABELS) {
    const project = labels[label];
    if (project !== undefined && project !== '') return project;
  }
  return null;
}
