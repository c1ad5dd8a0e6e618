import type { Container, ContainerState } from '../model/container';
import type { Engine } from '../model/host';
import type { PublishedPort } from '../model/published-port';
import type { Unreadable } from '../model/unreadable';

/** What the engine says about one container: validated, nothing resolved and nothing concluded. */
export interface ContainerReading {
  /** The full id. */
  id: string;
  /** The namespace of containerd's that it is in; left out of other engines', which have none. */
  within?: string;
  /** The pod of Podman's that it is in; left out of those that are in none. */
  pod?: string;
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
  /** What its first process ended with; left out where it has not, or the engine does not tell. */
  exitCode?: number;
  labels: Record<string, string>;
  /** The path of its cgroup as its engine tells it; left out where that tells none. */
  cgroup?: string;
  /** What the engine runs it with, e.g. `runc`, `runsc`; null where it does not say. */
  runtime: string | null;
  /**
   * `host`, `container:<id or name>` or the path of a namespace's file, as the configuration says; what is private has
   * no entry.
   */
  joins: Container['joins'];
  role: Container['role'];
  /** Published now; left out where the engine does not tell them. */
  ports?: PublishedPort[];
  /** Keys: a field's name; values: `ENODATA` (missing), `EINVAL` (odd), or why there was no answer. */
  unreadable: Unreadable;
}

/** One line of a list, as of `GET /containers/json`: enough to know that a container exists and in what state. */
export interface ContainerListing {
  id: string;
  name: string;
  image: string;
  /** Null where the engine says a state that nsview does not know. */
  state: ContainerState | null;
  labels: Record<string, string>;
  /** The namespace of containerd's that it is in; left out of other engines', which have none. */
  within?: string;
  role: Container['role'];
  /** The digest of its image; null where the engine does not tell it. */
  imageId: string | null;
  /** All that an inspection would tell; left out where the list does not tell so much. */
  reading?: ContainerReading;
}

/** One line of `GET /images/json`. */
export type ImageListing = Pick<ImageReading, 'id' | 'tags' | 'bytes'>;

/** What the engine says about one image. */
export interface ImageReading {
  id: string;
  tags: string[];
  bytes: number | null;
  /** Of its layers, the lowest first. */
  digests: string[] | null;
  unreadable: Unreadable;
}

/** One entry of an image's history: what an instruction of its Dockerfile did. */
export interface HistoryEntry {
  /** The image that there was after it; null where the engine does not keep it. */
  id: string | null;
  createdBy: string;
  /** What its layer takes; 0 also where it made none. Null: not told. */
  bytes: number | null;
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
  kind: Engine['kind'];
  version: string | null;
  apiVersion: string | null;
  minApiVersion: string | null;
}

/** What came of asking for it; both null: not asked yet, or it has nothing to tell of itself. */
export interface EngineInfoAnswer {
  info: EngineInfo | null;
  /** Why there is no answer, in the words of the system. */
  problem: string | null;
}

/** `GET /info`: what is null was not said, or not in a way that makes sense. */
export interface EngineInfo {
  /** `Debian GNU/Linux 12 (bookworm)`; `Docker Desktop` of the one in a virtual machine. */
  operatingSystem: string | null;
  /** The release of the kernel that the daemon runs on, as `uname -r` has it. */
  kernel: string | null;
  /** It runs without root's rights, in a user namespace of its own. */
  rootless: boolean | null;
  /** It gives each container a user namespace. */
  usernsRemap: boolean | null;
  /** `cgroupfs`, `systemd`, or `none` where it may make no cgroups. */
  cgroupDriver: string | null;
  /** What keeps layers: `overlay2`, `vfs`, `overlayfs` of containerd. */
  storageDriver: string | null;
  /** The file system below those layers as it names them, `extfs`, `xfs`; null as well where it has no word for that. */
  backingFilesystem: string | null;
  /** Images are in containerd's store; false as well where it does not say so. */
  containerdStore: boolean;
}
