import { describe, expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { idRef } from './container-names';
import { findContainer, nameTold, namesTold, refOf, refsOf } from './container-ref';
import { containerKey } from './ids';
import type { Container } from './container';

/* What tells containers of one name from each other: their pods, their engines, or both. */

interface Its {
  name: string;
  /** `namespace/pod`. */
  pod?: string;
  engine?: string;
  stopped?: boolean;
}

const DOCKER = 'docker:unix:///run/docker.sock';
const CONTAINERD = 'containerd:containerd:///run/containerd.sock';

function machine(all: readonly Its[]) {
  const made = sampleSnapshot(
    all.map(({ stopped }, at) => ({
      name: `${at}`,
      state: stopped === true ? ('exited' as const) : ('running' as const),
    })),
  );
  const [docker = expect.fail('an engine')] = made.engines;
  const containers = made.containers.map((container, at): Container => {
    const { name = '', pod, engine = DOCKER } = all[at] ?? {};
    const [namespace = '', podName = ''] = pod?.split('/') ?? [];
    const labels = {
      'io.kubernetes.pod.name': podName,
      'io.kubernetes.pod.namespace': namespace,
    };
    return { ...container, name, engine, labels: pod === undefined ? {} : labels };
  });
  const engines = [
    { ...docker, id: DOCKER },
    { ...docker, id: CONTAINERD, kind: 'containerd' as const },
  ];
  return { ...made, engines, containers };
}

describe('how a link names containers', () => {
  it.each<[string, Its[], (string | null)[], string[]?]>([
    ['by its name', [{ name: 'c1' }, { name: 'c2', pod: 'shop/till-0' }], ['c1', 'c2']],
    [
      'by the pod, of those of one name in several pods',
      [
        { name: 'app', pod: 'shop/till-0' },
        { name: 'app', pod: 'shop/till-1' },
      ],
      ['shop/till-0/app', 'shop/till-1/app'],
    ],
    [
      'by the engine, of those of one name in several engines',
      [{ name: 'c1' }, { name: 'c1', engine: CONTAINERD }],
      ['c1@docker', 'c1@containerd'],
    ],
    [
      'one in no pod by the engine, one in a pod by that',
      [{ name: 'app' }, { name: 'app', pod: 'shop/till-0', engine: CONTAINERD }],
      ['app@docker', 'shop/till-0/app'],
    ],
    [
      'by both, of a pod of one name in two engines',
      [
        { name: 'app', pod: 'shop/till-0' },
        { name: 'app', pod: 'shop/till-0', engine: CONTAINERD },
        { name: 'app', pod: 'shop/till-1', engine: CONTAINERD },
      ],
      ['app@docker', 'shop/till-0/app@containerd', 'shop/till-1/app'],
    ],
    [
      'what was restarted by its pod, what it was before by its id',
      [
        { name: 'app', pod: 'shop/till-0', stopped: true },
        { name: 'app', pod: 'shop/till-0' },
        { name: 'app', pod: 'shop/till-1' },
      ],
      [null, 'shop/till-0/app', 'shop/till-1/app'],
      ['shop/till-0/app'],
    ],
    ['one with an @ in its name by its id', [{ name: 'a@docker' }], [null]],
  ])('%s', (_, all, expected, calledSo = []) => {
    const snapshot = machine(all);
    const { containers } = snapshot;
    const refs = containers.map((each, at) => expected[at] ?? each.id.slice(0, 12));
    expect(containers.map((each) => refOf(snapshot, each))).toEqual(refs);
    expect(containers.map((each) => refsOf(snapshot).get(containerKey(each)))).toEqual(refs);
    expect(refs.map((ref) => findContainer(snapshot, ref))).toEqual(containers);
    const told = containers.map(({ name }, at) => calledSo[at] ?? expected[at] ?? name);
    expect(containers.map((each) => nameTold(snapshot, each))).toEqual(told);
    expect(containers.map((each) => namesTold(snapshot)(each))).toEqual(told);
  });

  it('tells one that is gone from those of its name that are there, as those that are gone with it', () => {
    const before = machine([{ name: 'c1' }, { name: 'c1', engine: CONTAINERD }]);
    const [gone = expect.fail('c1'), left = expect.fail('c1')] = before.containers;
    const after = { ...before, containers: [left] };
    expect(nameTold(after, left)).toBe('c1');
    expect(nameTold(after, gone)).toBe('c1@docker');
    expect(namesTold(after)(gone)).toBe('c1@docker');
    expect(nameTold({ ...before, containers: [] }, gone)).toBe('c1');
  });

  it('finds it by its pod or its engine where the name would do', () => {
    const snapshot = machine([{ name: 'till', pod: 'shop/till-0' }]);
    const [till] = snapshot.containers;
    for (const ref of ['till', 'till@docker', 'shop/till-0/till', 'shop/till-0/till@docker'])
      expect(findContainer(snapshot, ref), ref).toBe(till);
    for (const ref of ['till@podman', 'shop/till-1/till', 'till-0/till', 'shop/till-0'])
      expect(findContainer(snapshot, ref), ref).toBeNull();
  });

  it('finds it by its id and its engine where another has that id, or is called so', () => {
    const made = machine([{ name: 'c1' }, { name: 'c2', engine: CONTAINERD }, { name: 'c3' }]);
    const [c1 = expect.fail('c1'), c2 = expect.fail('c2'), c3 = expect.fail('c3')] =
      made.containers;
    const twin = { ...c2, id: c1.id, name: c1.id };
    const snapshot = { ...made, containers: [twin, c1, c3] };
    for (const each of snapshot.containers) {
      const ref = idRef(snapshot.containers, each);
      expect(findContainer(snapshot, ref)).toBe(each);
      // What a recording answered, it answered to the id alone.
      expect(ref.includes('@')).toBe(each !== c3);
    }
    expect(findContainer(snapshot, `${c1.id}@docker`)).toBe(c1);
    expect(findContainer(snapshot, `${c1.id.slice(0, 12)}@docker`)).toBe(c1);
    expect(findContainer(snapshot, `${c3.id}@containerd`)).toBeNull();
  });

  it('shortens no id that is a name: others may begin alike', () => {
    const made = machine([
      { name: 'web', stopped: true },
      { name: 'web', engine: DOCKER },
      { name: 'web', stopped: true },
    ]);
    const ids = ['staging/frontend-api', 'staging/frontend-web', 'staging/frontend'];
    const containers = made.containers.map((each, at) => ({ ...each, id: ids[at] ?? '' }));
    const snapshot = { ...made, containers };
    const refs = containers.map((each) => refOf(snapshot, each));
    expect(refs).toEqual(['staging/frontend-api', 'web', 'staging/frontend']);
    expect(refs.map((ref) => findContainer(snapshot, ref))).toEqual(containers);
    expect(findContainer(snapshot, 'staging/frontend@docker')).toBe(containers[2]);
    expect(findContainer(snapshot, 'staging/fron')).toBeNull();
  });

  it('takes what is an id for no prefix of another', () => {
    const made = machine([{ name: 'a' }, { name: 'b' }]);
    const [a = expect.fail('a'), b = expect.fail('b')] = made.containers;
    const short = { ...b, id: a.id.slice(0, 12) };
    const snapshot = { ...made, containers: [a, short] };
    expect(findContainer(snapshot, short.id)).toBe(short);
  });

  it('finds it by its whole id, however short that is, and by 12 digits of a long one', () => {
    const made = machine([{ name: 'till' }, { name: 'log' }]);
    const [till = expect.fail('till'), log = expect.fail('log')] = made.containers;
    const snapshot = { ...made, containers: [{ ...till, id: 'k8s.io/x1' }, log] };
    expect(findContainer(snapshot, 'k8s.io/x1')?.name).toBe('till');
    expect(findContainer(snapshot, 'k8s.io/x')).toBeNull();
    expect(findContainer(snapshot, log.id.slice(0, 12))).toBe(log);
    expect(findContainer(snapshot, log.id.slice(0, 11))).toBeNull();
  });
});
