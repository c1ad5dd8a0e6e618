import { describe, expect, it } from 'vitest';
import type { Container } from '../model/container';
import { namespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { courseMachine } from '../select/course-machine';
import { endingOf, pidInside } from './pid';

const named = (name: string): Container => {
  const found = courseMachine.containers.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const pidOf = (name: string) => named(name).namespaces.pid ?? namespaceId('pid', '0');
const host = courseMachine.host.namespaces.pid ?? namespaceId('pid', '0');

/** The machine with a namespace below that of c1, in which only `nested` is. */
const NESTED = namespaceId('pid', '4026532999');
const nested: Snapshot = {
  ...courseMachine,
  namespaces: courseMachine.namespaces.flatMap((each) =>
    each.id === pidOf('c1')
      ? [each, { ...each, id: NESTED, parent: each.id, leader: 9500 }]
      : [each],
  ),
  containers: courseMachine.containers.map((each) =>
    each.name === 'metrics' ? { ...each, namespaces: { ...each.namespaces, pid: NESTED } } : each,
  ),
};

describe('pidInside', () => {
  it('tells who else ends with the container whose first process is number 1', () => {
    expect(pidInside(pidOf('c1'), courseMachine)).toEqual({
      type: 'pid',
      init: named('c1').pid,
      levels: 1,
      endsWith: [named('c2').id],
      unreadable: {},
    });
  });

  it('tells that nobody else does, of one that no other joins', () => {
    expect(pidInside(pidOf('vault'), courseMachine)).toMatchObject({ levels: 1, endsWith: [] });
  });

  it('counts what is nested in it', () => {
    const told = pidInside(pidOf('c1'), nested);
    expect(new Set(told.endsWith)).toEqual(new Set([named('c2').id, named('metrics').id]));
    expect(pidInside(NESTED, nested).levels).toBe(2);
  });

  it('tells of the host’s that everything ends with it', () => {
    const running = courseMachine.containers.filter(({ pid }) => pid !== 0);
    expect(pidInside(host, courseMachine)).toMatchObject({
      init: 1,
      levels: 0,
      endsWith: running.map(({ id }) => id),
    });
  });

  it.each<[string, Partial<Snapshot>, object]>([
    [
      'no first process where nobody seen is number 1',
      { processes: courseMachine.processes.map((each) => ({ ...each, nsPids: null })) },
      { init: null, unreadable: { init: 'not-seen' } },
    ],
    [
      'no level where the way up to the host’s is not known',
      { namespaces: courseMachine.namespaces.map((each) => ({ ...each, parent: null })) },
      { levels: null, endsWith: null, unreadable: { levels: 'not-seen', endsWith: 'not-seen' } },
    ],
    [
      'no list where somebody’s namespace could not be read, with the reason',
      {
        containers: courseMachine.containers.map((each) => ({
          ...each,
          namespaces: { ...each.namespaces, pid: null },
          unreadable: { 'namespaces.pid': 'EACCES' },
        })),
      },
      { endsWith: null, unreadable: { endsWith: 'EACCES' } },
    ],
  ])('tells %s', (_name, change, expected) => {
    expect(pidInside(pidOf('c1'), { ...courseMachine, ...change })).toMatchObject(expected);
  });

  it('ends where parents go round in a circle', () => {
    const id = pidOf('c1');
    const round = courseMachine.namespaces.map((each) =>
      each.id === id ? { ...each, parent: id } : each,
    );
    expect(pidInside(id, { ...courseMachine, namespaces: round }).levels).toBeNull();
  });
});

it('tells nothing of a container on another machine, be its number that of the first process', () => {
  const elsewhere = {
    ...named('c1'),
    ...{ id: 'e'.repeat(64), engine: 'docker:tcp://far:2375', name: 'far' },
    namespaces: perType(() => null),
    unreadable: { 'namespaces.pid': 'EREMOTE' },
  };
  const both = { ...courseMachine, containers: [elsewhere, ...courseMachine.containers] };
  const told = pidInside(pidOf('c1'), both);
  expect(told).toMatchObject({ endsWith: [named('c2').id], unreadable: {} });
  expect(endingOf(told, both)).toEqual({ with: named('c1'), others: [named('c2')] });
  const other = { ...both, containers: [{ ...elsewhere, pid: 7 }, ...courseMachine.containers] };
  expect(pidInside(pidOf('c1'), other)).toMatchObject({ endsWith: [named('c2').id] });
});

it('tells of the one that ends, where another engine has a container of its id', () => {
  const c2 = named('c2');
  const podman = { ...c2, engine: 'podman:unix:///p.sock', name: 'other', pid: 9600 };
  // It stands first, and is elsewhere.
  const apart = { ...podman, namespaces: named('vault').namespaces };
  const both = { ...nested, containers: [apart, ...courseMachine.containers] };
  const told = pidInside(pidOf('c1'), both);
  expect(told.endsWith).toEqual([`${c2.id}@${c2.engine}`]);
  expect(endingOf(told, both).others).toEqual([c2]);
});
