import { expect, it } from 'vitest';
import { inspector as en } from '../i18n/en/inspector';
import { inspector as zh } from '../i18n/zh-CN/inspector';
import type { ProjectHull } from '../layout/drawn-hulls';
import type { Container } from '../model/container';
import { courseMachine, container } from '../select/course-machine';
import { podGrounds } from './pod-grounds';

const { engines } = courseMachine;

function inPod(pod: string, name: string, change: Partial<Container> = {}): Container {
  const labels = { 'io.kubernetes.pod.name': pod, 'io.kubernetes.pod.namespace': 'shop' };
  return container({ name, id: `${pod}-${name}`.padEnd(64, '0'), labels, ...change });
}

/** An island of a pod. */
function island(pod: string, nth = 0): ProjectHull {
  const name = { x: 0, y: 0, edge: -1 as const, written: [] };
  return {
    key: `shop/${pod}/${String(nth)}`,
    project: `shop/${pod}`,
    path: `M${String(nth)}`,
    name,
  };
}

const pause = inPod('till', 'till', { role: 'pause', pid: 10 });
const app = inPod('till', 'app', { pid: 11 });
const other = inPod('cart', 'app', { pid: 12 });

it('selects who stands for a pod by a name that means no other, and tells who is in it', () => {
  const containers = [app, other, pause];
  expect(podGrounds([island('till'), island('cart')], { containers, engines })).toMatchObject([
    { pod: 'shop/till', ref: 'till', called: 'till (pause)', names: ['app'] },
    { pod: 'shop/cart', ref: 'shop/cart/app', called: 'shop/cart/app', names: ['app'] },
  ]);
});

it('tells pods of one name in two engines apart', () => {
  const [engine] = engines;
  if (engine === undefined) expect.fail('no engine');
  const podmans = { ...engine, id: 'podman:x', kind: 'podman' as const };
  const beside = { ...app, id: 'b'.repeat(64), engine: podmans.id };
  const hulls = ['till@docker', 'till@podman'].map((pod) => island(pod));
  const machine = { containers: [app, beside], engines: [engine, podmans] };
  expect(podGrounds(hulls, machine)).toMatchObject([
    { pod: 'shop/till@docker', ref: 'app@docker', names: ['app'], isFirst: true },
    { pod: 'shop/till@podman', ref: 'app@podman', names: ['app'], isFirst: true },
  ]);
});

it('of several islands of one pod speaks by the first alone', () => {
  const hulls = [island('till'), island('cart'), island('till', 1)];
  const told = podGrounds(hulls, { containers: [app, other, pause], engines });
  expect(told.map(({ key, isFirst }) => [key, isFirst])).toEqual([
    ['shop/till/0', true],
    ['shop/cart/0', true],
    ['shop/till/1', false],
  ]);
});

it('tells nobody in a pod of which its pause container alone is left, and has no ground where nobody is', () => {
  const told = podGrounds([island('till'), island('cart')], { containers: [pause], engines });
  expect(told).toMatchObject([{ pod: 'shop/till', names: [] }]);
});

it('looks at each container a few times, however many pods there are', () => {
  let looks = 0;
  const pods = Array.from({ length: 200 }, (_, nth) => `p${String(nth)}`);
  const containers = pods.flatMap((pod) =>
    ['a', 'b'].map((name) => {
      const each = inPod(pod, name);
      const { labels } = each;
      return Object.defineProperty(each, 'labels', { get: () => (looks++, labels) });
    }),
  );
  expect(
    podGrounds(
      pods.map((pod) => island(pod)),
      { containers, engines },
    ),
  ).toHaveLength(200);
  expect(looks / containers.length).toBeLessThan(20);
});

it.each([
  [en, 'Pod shop/till: only its pause container. Press to select till (pause)'],
  [zh, 'Pod shop/till：只有 pause 容器。按下可选中 till (pause)'],
])('says so in words', ({ pod }, said) => {
  const [told] = podGrounds([island('till')], { containers: [pause], engines });
  expect(pod.ground('shop/till', told?.names ?? ['?'], told?.called ?? '')).toBe(said);
});
