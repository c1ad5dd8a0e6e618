import { expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { courseMachine, courseMachineWith, process } from '../select/course-machine';
import { namespaceFacts } from './namespace';

const shared = namespaceId('pid', '4026532183');

it('tells members, processes with their number in it, and the first one', () => {
  const facts = namespaceFacts(courseMachine, shared);
  expect(facts?.kernelName).toBe('pid:[4026532183]');
  expect(facts?.members.map((each) => each.name)).toEqual(['c1', 'c2']);
  expect(facts?.processes.rows.map((row) => row.pidInside)).toEqual([1, 6, 13, 18]);
  expect(facts?.leader?.process.pid).toBe(6897);
  expect(facts?.proofs).toEqual({
    members: 'sudo lsns 4026532183',
    relations: 'sudo lsns -t pid -o NS,PNS,ONS,NPROCS,PID,COMMAND',
    inside: 'sudo nsenter -t 6897 --pid --mount ps',
    link: 'sudo readlink /proc/6897/ns/pid',
  });
});

it('numbers processes inside only where the type numbers them', () => {
  const facts = namespaceFacts(courseMachine, namespaceId('user', '4026532399'));
  expect(facts?.processes.rows.map((row) => [row.process.pid, row.pidInside])).toEqual([
    [9000, null],
    [9001, null],
  ]);
  expect(facts?.nests).toBe(true);
});

it('has no command that needs a process where none is in it', () => {
  const snapshot = {
    ...courseMachine,
    processes: courseMachine.processes.filter((each) => each.namespaces.pid !== shared),
  };
  expect(namespaceFacts(snapshot, shared)).toMatchObject({
    leader: null,
    proofs: { inside: null, link: null },
  });
});

it('shows the first twenty of many', () => {
  const { namespaces } =
    courseMachine.processes.find((each) => each.pid === 6897) ?? process({ pid: 1 });
  const processes = Array.from({ length: 30 }, (_, nth) =>
    process({ pid: 20000 + nth, nsPids: [20000 + nth, 100 + nth], namespaces }),
  );
  const { rows, more } = namespaceFacts(courseMachineWith({ processes }), shared)?.processes ?? {};
  expect([rows?.length, more]).toEqual([20, 14]);
});

it('is null for one that is not there', () => {
  expect(namespaceFacts(courseMachine, namespaceId('net', '1'))).toBeNull();
});
