/* What of CRI's messages is read; https://github.com/kubernetes/cri-api (Apache-2.0). */

/** What a list tells of a sandbox, which is what holds a pod, or of a container in one. */
export interface CriListed {
  id: string;
  /** As Kubernetes calls it: the pod, or the container in it. */
  name: string;
  /** As the enumeration of its kind numbers it. */
  state: number;
  labels: Readonly<Record<string, string>>;
  /** When it was made, in nanoseconds since the epoch. */
  createdAt: number;
  /** Of a sandbox: by which of the runtimes that are set up it runs; empty: by the usual one. */
  handler: string;
}

/** `ContainerStatus`: what is told of one container besides. */
export interface CriStatus {
  image: string;
  /** In nanoseconds since the epoch; 0: never. */
  startedAt: number;
  exitCode: number;
}
