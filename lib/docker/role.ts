import type { Container } from '../model/container';

/** nsview's own mark. */
const OWN = 'nsview.role';

/** What marks the pause container of a pod: containerd's CRI plugin, and cri-dockerd. */
const PAUSE: Readonly<Record<string, string>> = {
  'io.cri-containerd.kind': 'sandbox',
  'io.kubernetes.docker.type': 'podsandbox',
};

/** What a container is there for besides what runs in it, as its labels say. */
export function roleOf(labels: Readonly<Record<string, string>>): Container['role'] {
  if (labels[OWN] === 'reader') return 'reader';
  return Object.entries(PAUSE).some(([label, value]) => labels[label] === value) ? 'pause' : null;
}
