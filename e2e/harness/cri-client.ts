import { Channel } from '../../server/grpc/channel';
import { Messages } from '../../server/grpc/messages';

/*
 * What Kubernetes asks a runtime for, as far as the tests do: pods and containers are made and removed.
 * https://github.com/kubernetes/cri-api/blob/master/pkg/apis/runtime/v1/api.proto (Apache-2.0)
 */

const CHANGES = new Messages(`
message Empty {}
message Metadata { string name = 1; string uid = 2; string namespace = 3; }
message Namespaces { int32 network = 1; int32 pid = 2; int32 ipc = 3; }
message Security { Namespaces namespace_options = 1; }
message ContainerSecurity { Namespaces namespace_options = 3; }
message PodLinux { string cgroup_parent = 1; Security security_context = 2; }
message PodConfig {
  Metadata metadata = 1;
  string hostname = 2;
  map<string, string> labels = 6;
  PodLinux linux = 8;
}
message RunPod { PodConfig config = 1; }
message Pod { string pod_sandbox_id = 1; }
message Image { string image = 1; }
message ContainerLinux { ContainerSecurity security_context = 2; }
message ContainerConfig {
  Metadata metadata = 1;
  Image image = 2;
  repeated string command = 3;
  map<string, string> labels = 9;
  ContainerLinux linux = 15;
}
message Create { string pod_sandbox_id = 1; ContainerConfig config = 2; PodConfig sandbox_config = 3; }
message Container { string container_id = 1; int64 timeout = 2; }
`);

const CALLS = {
  runPod: ['runtime.v1.RuntimeService/RunPodSandbox', 'RunPod', 'Pod'],
  stopPod: ['runtime.v1.RuntimeService/StopPodSandbox', 'Pod', 'Empty'],
  removePod: ['runtime.v1.RuntimeService/RemovePodSandbox', 'Pod', 'Empty'],
  create: ['runtime.v1.RuntimeService/CreateContainer', 'Create', 'Container'],
  start: ['runtime.v1.RuntimeService/StartContainer', 'Container', 'Empty'],
  stop: ['runtime.v1.RuntimeService/StopContainer', 'Container', 'Empty'],
  remove: ['runtime.v1.RuntimeService/RemoveContainer', 'Container', 'Empty'],
} as const;

/** Milliseconds; a sandbox is made in two seconds where nothing else runs. */
const PATIENCE = 60_000;
/** Of `NamespaceMode`: what a namespace is of. */
const MODES = { pod: 0, container: 1, node: 2 } as const;
export type Mode = keyof typeof MODES;

/** Whose namespaces a pod's containers have; as Kubernetes has it, if nothing is said. */
export interface PodNamespaces {
  network?: Mode;
  pid?: Mode;
  ipc?: Mode;
}

/** A pod that was made. */
export interface Pod {
  id: string;
  config: Record<string, unknown>;
  namespaces: Record<string, number>;
}

/** Does by CRI what Kubernetes would. */
export class CriClient {
  readonly #channel: Channel<keyof typeof CALLS>;

  /** @param socket of the runtime @param image of all containers */
  constructor(
    socket: string,
    private readonly image: string,
  ) {
    this.#channel = new Channel({ kind: 'unix', path: socket }, CALLS, CHANGES, PATIENCE);
  }

  async runPod(namespace: string, name: string, chosen: PodNamespaces = {}): Promise<Pod> {
    const { network = 'pod', pid = 'container', ipc = 'pod' } = chosen;
    const namespaces = { network: MODES[network], pid: MODES[pid], ipc: MODES[ipc] };
    const config = {
      metadata: { name, namespace, uid: `uid-of-${name}` },
      hostname: name,
      labels: labelsOf(namespace, name),
      linux: { security_context: { namespace_options: namespaces } },
    };
    const { pod_sandbox_id: id } = await this.#channel.ask('runPod', { config });
    return { id: String(id), config, namespaces };
  }

  /** @returns the id of a container of that name that runs in the pod */
  async run(pod: Pod, namespace: string, of: string, name: string): Promise<string> {
    const config = {
      metadata: { name },
      image: { image: this.image },
      command: ['sleep', '1d'],
      labels: { ...labelsOf(namespace, of), 'io.kubernetes.container.name': name },
      linux: { security_context: { namespace_options: pod.namespaces } },
    };
    const question = { pod_sandbox_id: pod.id, config, sandbox_config: pod.config };
    const { container_id: id } = await this.#channel.ask('create', question);
    await this.#channel.ask('start', { container_id: String(id) });
    return String(id);
  }

  async stop(id: string): Promise<void> {
    await this.#channel.ask('stop', { container_id: id, timeout: 0 });
  }

  async remove(id: string): Promise<void> {
    await this.#channel.ask('remove', { container_id: id });
  }

  /** With all that is in it. */
  async removePod({ id }: Pod): Promise<void> {
    await this.#channel.ask('stopPod', { pod_sandbox_id: id });
    await this.#channel.ask('removePod', { pod_sandbox_id: id });
  }

  close(): void {
    this.#channel.close();
  }
}

function labelsOf(namespace: string, pod: string): Record<string, string> {
  return { 'io.kubernetes.pod.name': pod, 'io.kubernetes.pod.namespace': namespace };
}
