/** Every call to containerd that nsview can make, and what its messages are: none changes anything. */
export const CALLS = {
  version: ['containerd.services.version.v1.Version/Version', 'Empty', 'VersionResponse'],
  namespaces: [
    'containerd.services.namespaces.v1.Namespaces/List',
    'Empty',
    'ListNamespacesResponse',
  ],
  containers: [
    'containerd.services.containers.v1.Containers/List',
    'Empty',
    'ListContainersResponse',
  ],
  container: [
    'containerd.services.containers.v1.Containers/Get',
    'GetContainerRequest',
    'GetContainerResponse',
  ],
  tasks: ['containerd.services.tasks.v1.Tasks/List', 'Empty', 'ListTasksResponse'],
  task: ['containerd.services.tasks.v1.Tasks/Get', 'GetTaskRequest', 'GetTaskResponse'],
  events: ['containerd.services.events.v1.Events/Subscribe', 'SubscribeRequest', 'Envelope'],
} as const;
export type Call = keyof typeof CALLS;
