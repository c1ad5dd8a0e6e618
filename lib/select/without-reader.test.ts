import { expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import type { Namespace } from '../model/namespace';
import type { Snapshot } from '../model/snapshot';
import { container, courseMachine, process } from './course-machine';
import { withoutReader } from './without-reader';

const host = courseMachine.host.namespaces;
const netOfReader = namespaceId('net', '4026532900');
const namespaces = { ...host, net: netOfReader };
const reader = container({ name: 'nsview-reader-1', role: 'reader', pid: 90, namespaces });

const [some] = courseMachine.namespaces;
if (some === undefined) throw new Error('the course machine has namespaces');

/** The course machine with a reader of two processes, the first of all in the host's namespaces. */
const withReader: Snapshot = {
  ...courseMachine,
  containers: [...courseMachine.containers, reader],
  processes: [
    process({ pid: 0, container: reader.id, namespaces }),
    ...courseMachine.processes,
    process({ pid: 91, container: reader.id, namespaces }),
  ],
  namespaces: [
    ...courseMachine.namespaces.map((namespace): Namespace => {
      if (!Object.values(namespaces).includes(namespace.id)) return namespace;
      return {
        ...namespace,
        processes: namespace.processes + 2,
        containers: [...namespace.containers, reader.id],
        leader: 0,
      };
    }),
    {
      ...some,
      id: netOfReader,
      type: 'net',
      host: false,
      leader: 0,
      processes: 2,
      containers: [reader.id],
      heldBy: [{ kind: 'mount', pid: 18, path: '/run/docker/netns/1' }],
    },
  ],
};

it('is the machine as it is without the reader', () => {
  const snapshot = withoutReader(withReader);
  expect(snapshot.containers).toEqual(courseMachine.containers);
  expect(snapshot.processes).toEqual(courseMachine.processes);
  expect(snapshot.namespaces).toEqual(
    courseMachine.namespaces.map((each) => ({
      ...each,
      leader: courseMachine.processes.find(({ namespaces: of }) => of[each.type] === each.id)?.pid,
    })),
  );
});

it('keeps a container of the id of a reader that another engine has', () => {
  const engine = 'containerd:containerd:///run/containerd.sock';
  const twin = container({ name: 'twin', id: reader.id, engine, pid: 95, namespaces: host });
  const snapshot = withoutReader({
    ...withReader,
    containers: [...withReader.containers, twin],
    processes: [...withReader.processes, process({ pid: 95, container: twin.id, engine })],
  });
  expect(snapshot.containers).toContain(twin);
  for (const { host: isHosts, type, containers } of snapshot.namespaces)
    expect(containers.includes(twin.id), type).toBe(isHosts && type !== 'net');
});

it('is the very same where there is no reader', () => {
  expect(withoutReader(courseMachine)).toBe(courseMachine);
});
