import { expect, it } from 'vitest';
import { projectHulls } from '../layout/drawn-hulls';
import { shortMemberNames } from '../layout/hub-members';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { matrixOf } from '../matrix/matrix';
import { filterChoices } from '../select/filter-choices';
import { shownOf } from '../select/shown';
import { sharingGraph } from '../sharing/graph';
import { DEFAULT_VIEW_STATE } from '../view-state/view-state';
import { isPod } from './project';
import { hiddenBy, projectsTold } from './project-told';
import type { Snapshot } from './snapshot';

/* Projects and pods of one name in two engines are two. */

const PODMAN = 'podman:unix:///run/podman/podman.sock';

/** The same containers twice, in Docker and in another engine. */
function twice(sketches: readonly Sketch[], kind: 'docker' | 'podman' = 'podman'): Snapshot {
  const docker = sampleSnapshot(sketches);
  const [engine] = docker.engines;
  if (engine === undefined) expect.fail('no engine');
  const others = docker.containers.map((each) => ({ ...each, engine: PODMAN }));
  return {
    ...docker,
    engines: [engine, { ...engine, id: PODMAN, kind }],
    containers: [...docker.containers, ...others],
  };
}

const told = (snapshot: Snapshot) => snapshot.containers.map(projectsTold(snapshot));

const SHOP: Sketch[] = [{ name: 'shop-web-1', project: 'shop' }];
const POD: Sketch[] = [{ name: 'app', pod: 'shop/till-0' }];

it('are told by their engines as well where several have one of the name, and only there', () => {
  expect(told(sampleSnapshot(SHOP))).toEqual(['shop']);
  expect(told(twice(SHOP))).toEqual(['shop@docker', 'shop@podman']);
  expect(told(twice(POD))).toEqual(['shop/till-0@docker', 'shop/till-0@podman']);
  expect(told(twice([{ name: 'c1' }]))).toEqual([null, null]);
  const both = twice([...SHOP, { name: 'bank-web-1', project: 'bank' }]);
  const containers = both.containers.filter(
    ({ name, engine }) => name === 'shop-web-1' || engine === PODMAN,
  );
  expect(told({ ...both, containers })).toEqual(['shop@docker', 'shop@podman', 'bank']);
});

it('are no pods for the sake of their engine’s id, which is told where a kind would mean two', () => {
  const [, second] = told(twice(SHOP, 'docker'));
  expect(second).toBe(`shop@${PODMAN}`);
  expect(isPod(second ?? '')).toBe(false);
  expect(told(twice(POD, 'docker')).map((each) => isPod(each ?? ''))).toEqual([true, true]);
});

it('are two grounds, and their containers are called without them there', () => {
  const snapshot = twice([
    { name: 'shop-web-1', project: 'shop', shares: { net: 'a' } },
    { name: 'shop-db-1', project: 'shop', shares: { net: 'a' } },
  ]);
  const graph = sharingGraph(snapshot);
  const places = new Map(
    graph.nodes.map(({ key }, nth) => [
      key,
      { x: 500 * nth, y: 0, room: 'container' as const, labelAbove: false },
    ]),
  );
  const hulls = projectHulls(graph, places);
  expect(new Set(hulls.map(({ project }) => project))).toEqual(
    new Set(['shop@docker', 'shop@podman']),
  );
  const [web] = graph.nodes;
  const [hub] = graph.hubs;
  if (web === undefined || hub === undefined) expect.fail('nothing shared');
  expect(shortMemberNames({ ...hub, members: [web.key] }, () => web)).toEqual(['web-1@docker']);
});

it('are two groups of the Matrix', () => {
  const grouped = (sketches: readonly Sketch[]) => {
    const snapshot = twice(sketches);
    const choices = { grouping: 'project', order: 'name' } as const;
    return matrixOf(snapshot, sharingGraph(snapshot), choices).groups.map(({ title, rows }) => [
      title.kind === 'project' ? title.name : '',
      ...rows.map(({ name }) => name),
    ]);
  };
  expect(grouped(SHOP)).toEqual([
    ['shop@docker', 'shop-web-1@docker'],
    ['shop@podman', 'shop-web-1@podman'],
  ]);
  expect(grouped(POD)).toEqual([
    ['shop/till-0@docker', 'app@docker'],
    ['shop/till-0@podman', 'app@podman'],
  ]);
});

it.each([
  [['shop'], ['shop', 'shop']],
  [['shop@docker'], ['shop@docker', null]],
  [['shop@podman'], [null, 'shop@podman']],
  [[`shop@${PODMAN}`], [null, `shop@${PODMAN}`]],
  [
    ['shop@cri-o', 'sho', 'shop@'],
    [null, null],
  ],
])('hidden by %j', (hidden, expected) => {
  const snapshot = twice(SHOP);
  expect(snapshot.containers.map((each) => hiddenBy(hidden, each, snapshot))).toEqual(expected);
  const shown = shownOf(snapshot, { ...DEFAULT_VIEW_STATE, hiddenProjects: hidden }, null);
  expect(shown.snapshot.containers).toHaveLength(expected.filter((each) => each === null).length);
});

it('are hidden by the name of an engine though no other has one of that name any more', () => {
  const { containers, ...machine } = twice(SHOP);
  const [docker] = containers;
  if (docker === undefined) expect.fail('no container');
  expect(hiddenBy(['shop@docker'], docker, machine)).toBe('shop@docker');
});

it('are chosen each by itself, or by what hides them', () => {
  const choices = (...hidden: string[]) =>
    filterChoices(twice(SHOP), hidden).projects.map(({ name, containers }) => [name, containers]);
  expect(choices()).toEqual([
    ['shop@docker', 1],
    ['shop@podman', 1],
  ]);
  expect(choices('shop@podman')).toEqual([
    ['shop@docker', 1],
    ['shop@podman', 1],
  ]);
  expect(choices('shop')).toEqual([['shop', 2]]);
});
