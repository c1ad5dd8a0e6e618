import type { Container, ContainerState } from '../model/container';
import type { Unreadable } from '../model/process';

/** What the engine says about one container: validated, nothing resolved and nothing concluded. */
export interface ContainerReading {
  /** The full id. */
  id: string;
  /** Without Docker's leading slash. */
  name: string;
  /** As the person named it: `ubuntu`, not the image's digest. */
  image: string;
  command: string[];
  state: ContainerState;
  /** The leader's PID as the engine numbers it; 0 when there is no process. */
  pid: number;
  /** ISO 8601; null when it was never started. */
  startedAt: string | null;
  labels: Record<string, string>;
  /** `host` or `container:<id or name>`, as the configuration says; what is private has no entry. */
  joins: Container['joins'];
  role: Container['role'];
  /** Keys: a field's name; values: `ENODATA` (missing), `EINVAL` (odd), or why there was no answer. */
  unreadable: Unreadable;
}

/** One line of `GET /containers/json`: enough to know that a container exists and in what state. */
export interface ContainerListing {
  id: string;
  name: string;
  image: string;
  /** Null where the engine says a state that nsview does not know. */
  state: ContainerState | null;
  labels: Record<string, string>;
}

/** Something happened to a container. */
export interface ContainerEvent {
  id: string;
  /** The first word of Docker's action: what follows a colon can hold a command line and its secrets. */
  action: string;
  /** Nanoseconds since the epoch by the daemon's clock, to the 256 ns that a double can tell apart. */
  timeNano: number;
}

/** `GET /version`. */
export interface EngineVersion {
  kind: 'docker' | 'podman';
  version: string | null;
  apiVersion: string | null;
  minApiVersion: string | null;
}
