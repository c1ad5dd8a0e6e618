import { expect, it } from 'vitest';
import { courseMachine } from '../select/course-machine';
import { hostFacts } from './host';

it.each([
  ['v1', 'host'],
  ['hybrid', 'host'],
  ['v2', 'own'],
  [null, null],
] as const)('tells what a container gets by default with cgroups %s', (cgroups, expected) => {
  const snapshot = { ...courseMachine, host: { ...courseMachine.host, cgroups } };
  expect(hostFacts(snapshot).cgroupDefault).toBe(expected);
});

it.each([
  ['pid1', 'sudo readlink /proc/1/ns/net'],
  ['kthreadd', 'sudo readlink /proc/2/ns/net'],
  ['initial', null],
] as const)('shows the links they were read from: %s', (namespacesFrom, command) => {
  const snapshot = { ...courseMachine, host: { ...courseMachine.host, namespacesFrom } };
  const net = hostFacts(snapshot).namespaces.find((each) => each.type === 'net');
  expect(net).toEqual({ type: 'net', id: 'net:4026531840', said: 'host', proof: command });
});
