import { describe, expect, it } from 'vitest';
import { NAMESPACE_TYPES, perType } from '../model/namespace-type';
import { container, courseMachine, courseMachineWith, process } from '../select/course-machine';
import { findContainer } from '../model/container-ref';
import { containerFacts } from './container';

function factsOf(name: string, snapshot = courseMachine) {
  const found = findContainer(snapshot, name);
  if (found === null) throw new Error(`no ${name}`);
  return containerFacts(snapshot, found);
}
const of = (name: string, type: string, snapshot = courseMachine) => {
  const fact = factsOf(name, snapshot).namespaces.find((each) => each.type === type);
  if (fact === undefined) throw new Error(`no ${type}`);
  return fact;
};

describe('namespaces', () => {
  it('names those it shares one with, and the link that shows it', () => {
    const fact = of('c2', 'pid');
    expect(fact.sharers.map((each) => each.name)).toEqual(['c1']);
    expect(fact.proof).toBe('sudo readlink /proc/7148/ns/pid');
  });

  it('says why a link could not be read', () => {
    const hidden = container({
      name: 'hidden',
      pid: 9700,
      sharing: perType(() => 'unknown'),
      unreadable: { 'namespaces.pid': 'EACCES' },
    });
    const snapshot = courseMachineWith({ containers: [hidden] });
    expect(of('hidden', 'pid', snapshot).reason).toBe('EACCES');
    expect(of('hidden', 'net', snapshot).reason).toBeNull();
    expect(of('c1', 'net', snapshot).mayShareWith).toEqual([hidden]);
    expect(of('c1', 'pid', snapshot).mayShareWith).toEqual([]);
  });

  it('tells the engine’s own namespace from the host’s', () => {
    const net = of('c1', 'net').id;
    const [metrics] = courseMachine.containers.filter((each) => each.name === 'metrics');
    if (metrics === undefined) throw new Error('no metrics');
    const inEngine = { ...metrics, namespaces: { ...metrics.namespaces, net } };
    expect(of('metrics', 'net', courseMachineWith({ containers: [inEngine] })).sharing).toBe(
      'engine',
    );
    expect(of('metrics', 'net').sharing).toBe('host');
  });

  it('has no command where there is no process', () => {
    expect(of('old', 'pid')).toMatchObject({ id: null, sharing: 'none', proof: null });
  });
});

describe('its first process', () => {
  // 611 is one of the host's here, 4242 nobody's.
  it.each<[reason: string, pid: number]>([
    ['EREMOTE', 611],
    ['EREMOTE', 4242],
    ['ESRCH', 611],
    ['sandbox', 6897],
  ])('is not known where it was not found: %s, and the engine says %i', (reason, pid) => {
    const [c1] = courseMachine.containers;
    if (c1 === undefined) throw new Error('no container');
    const unreadable = Object.fromEntries(
      NAMESPACE_TYPES.map((type) => [`namespaces.${type}`, reason]),
    );
    const unfound = { ...c1, pid, namespaces: perType(() => null), unreadable };
    const { leader, proofs } = containerFacts(courseMachine, unfound);
    expect(leader).toEqual({ process: null, reason });
    expect(proofs.leader).toBeNull();
  });

  it('is not known where its number is not told', () => {
    const untold = container({ name: 'untold', unreadable: { pid: 'EBADMSG' } });
    const { leader } = containerFacts(courseMachine, untold);
    expect(leader).toEqual({ process: null, reason: 'EBADMSG' });
  });

  it('is the one with its number that is in it', () => {
    expect(factsOf('c2').leader.process?.pid).toBe(7148);
    expect(factsOf('c2').proofs.leader).toContain('/proc/7148/status');
  });
});

describe('joins', () => {
  it('are told as the option that was given, with the container’s name', () => {
    const [join] = factsOf('c2').joins;
    expect(join).toMatchObject({ option: '--pid=container:c1', gone: false });
    expect(join?.target?.name).toBe('c1');
    expect(factsOf('metrics').joins[0]?.option).toBe('--network=host');
    expect(factsOf('c1').joins).toEqual([]);
  });

  it('say when the container joined is gone', () => {
    const joins = { net: `container:${'d'.repeat(64)}` };
    const guest = container({ name: 'guest', joins });
    const [join] = factsOf('guest', courseMachineWith({ containers: [guest] })).joins;
    expect(join).toMatchObject({ option: '--network=container:dddddddddddd', gone: true });
    const named = container({ name: 'named', joins: { net: 'container:frontend-web-1' } });
    const [other] = factsOf('named', courseMachineWith({ containers: [named] })).joins;
    expect(other).toMatchObject({ option: '--network=container:frontend-web-1', gone: true });
  });
});

describe('what it sees', () => {
  it('is each process with both PIDs and whose it is', () => {
    const rows = factsOf('c2').seen?.rows.map((row) => [
      row.pidInside,
      row.process.pid,
      row.from?.name,
      row.command,
    ]);
    expect(rows).toEqual([
      [1, 6897, 'c1', 'sh -c sleep 1d'],
      [6, 6939, 'c1', 'sleep 1d'],
      [13, 7148, 'c2', 'sh -c sleep 999d'],
      [18, 7186, 'c2', 'sleep 999d'],
    ]);
  });

  it('says of each process whom it runs as, in there and on the host', () => {
    const rows = factsOf('vault').seen?.rows.map(({ process: { uid }, uidInside }) => [
      uidInside,
      uid,
    ]);
    expect(rows).toEqual([
      [{ is: 'known', id: 0 }, 231_072],
      [{ is: 'unmapped' }, 1000],
    ]);
  });

  it('is the first fifty, and the number of the others', () => {
    const { namespaces } = factsOf('c1').container;
    const processes = Array.from({ length: 100 }, (_, nth) =>
      process({ pid: 20000 + nth, nsPids: [20000 + nth, 100 + nth], namespaces }),
    );
    const { seen } = factsOf('c1', courseMachineWith({ processes }));
    expect([seen?.rows.length, seen?.more]).toEqual([50, 54]);
  });

  it('is null when it cannot be told', () => {
    expect(factsOf('old').seen).toBeNull();
  });
});

describe('commands', () => {
  const engineAt = (change: object) => ({
    ...courseMachine,
    engines: courseMachine.engines.map((engine) => ({ ...engine, ...change })),
  });
  it.each([
    ['the usual socket', {}, 'docker exec c2 ps'],
    [
      'another socket',
      { endpoint: 'unix:///tmp/my dir/d.sock' },
      "docker -H 'unix:///tmp/my dir/d.sock' exec c2 ps",
    ],
    [
      'podman',
      { kind: 'podman', endpoint: 'unix:///run/podman/podman.sock' },
      'sudo podman --url unix:///run/podman/podman.sock exec c2 ps',
    ],
  ])('ask the engine at %s', (_, change, expected) => {
    expect(factsOf('c2', engineAt(change)).proofs.seen).toBe(expected);
  });

  it('name a container with a hostile name by its id', () => {
    const hostile = container({ name: '--help; <img src=x>', id: 'a'.repeat(64) });
    const facts = containerFacts(courseMachineWith({ containers: [hostile] }), hostile);
    expect(facts.proofs.inspect).toBe(`docker inspect ${'a'.repeat(64)}`);
  });
});
