/* What of containerd's messages is read; https://github.com/containerd/containerd/tree/main/api (Apache-2.0). */

/** `containerd.services.containers.v1.Container`, of one of its namespaces. */
export interface ContainerMessage {
  id: string;
  labels: Readonly<Record<string, string>>;
  image: string;
  /** The name of what runs it: `io.containerd.runc.v2`; null: none is told. */
  runtime: string | null;
  /** The OCI specification, parsed; undefined where it is none. */
  spec: unknown;
}

/** `containerd.v1.types.Process`: what runs of a container. */
export interface TaskMessage {
  pid: number;
  /** As its enumeration numbers it. */
  status: number;
  exitStatus: number;
}
