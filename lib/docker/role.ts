import type { Container } from '../model/container';

/** nsview's own mark. */
const OWN = 'nsview.role';

/** What marks the pause container of a pod: containerd's CRI plugin, and cri-dockerd. */
const PAUSE: Readonly<Record<string, string>> = {
  'io.cri-containerd.kind': 'sandbox',
  'io.kubernetes.docker.type': 'podsandbox',
};

/** What has all that is in a pod told apart by: an image that only bears the mark is none. */
const OF_POD = ['io.kubernetes.pod.name', 'io.kubernetes.pod.namespace'];

/**
 * What a container is there for besides what runs in it, as its labels say. An image can bear any label: what depends on
 * the role may leave out no danger.
 */
export function roleOf(labels: Readonly<Record<string, string>>): Container['role'] {
  if (labels[OWN] === 'reader') return 'reader';
  const marked = Object.entries(PAUSE).some(([label, value]) => labels[label] === value);
  const inPod = OF_POD.every((label) => (labels[label] ?? '') !== '');
  return marked && inPod ? 'pause' : null;
}
