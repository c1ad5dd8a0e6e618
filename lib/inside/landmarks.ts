/**
 * Paths that tell much of a machine to whoever sees them: passwords, keys, what people have, how it starts,
 * what happened on it.
 */
export const LANDMARKS: readonly string[] = [
  ...['/etc/shadow', '/etc/ssh', '/etc/kubernetes/pki', '/root/.ssh', '/home', '/boot'],
  ...['/var/log', '/var/lib/kubelet'],
];
