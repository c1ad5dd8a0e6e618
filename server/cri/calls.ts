/** Every call by CRI that nsview can make, and what its messages are: none changes anything. */
export const CALLS = {
  version: ['runtime.v1.RuntimeService/Version', 'Empty', 'VersionResponse'],
  sandboxes: ['runtime.v1.RuntimeService/ListPodSandbox', 'Empty', 'ListPodSandboxResponse'],
  containers: ['runtime.v1.RuntimeService/ListContainers', 'Empty', 'ListContainersResponse'],
  sandbox: [
    'runtime.v1.RuntimeService/PodSandboxStatus',
    'PodSandboxStatusRequest',
    'PodSandboxStatusResponse',
  ],
  container: [
    'runtime.v1.RuntimeService/ContainerStatus',
    'ContainerStatusRequest',
    'ContainerStatusResponse',
  ],
} as const;
export type Call = keyof typeof CALLS;
