import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharingGraph } from '../sharing/graph';
import type { Container } from '../model/container';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { DEFAULT_VIEW_STATE } from '../view-state/view-state';
import { container, courseMachine, process } from './course-machine';
import { findContainer } from '../model/container-ref';
import { matchesOf } from './matches';
import { shownOf, withoutAll, withoutHiders, type Filters, type Hidden } from './shown';
import { FILTERS } from '../view-state/filters';

function shownUnder(snapshot: Snapshot, filters: Filters) {
  return shownOf(snapshot, filters, matchesOf(snapshot, filters.query));
}

const OPEN: Filters = { ...DEFAULT_VIEW_STATE, own: true };

const inProject = (project: string) => ({ 'com.docker.compose.project': project });
const reader = container({ name: 'nsview-reader-1', role: 'reader', pid: 95 });

/** The course machine with c2 and vault in projects, and a reader. */
const machine: Snapshot = {
  ...courseMachine,
  containers: [
    ...courseMachine.containers.map((each): Container => {
      const project = { c2: 'shop', vault: 'bank' }[each.name];
      return project === undefined ? each : { ...each, labels: inProject(project) };
    }),
    reader,
  ],
  processes: [...courseMachine.processes, process({ pid: 95, container: reader.id })],
};

const names = ({ containers }: Snapshot) => containers.map(({ name }) => name);
const pids = ({ processes }: Snapshot) => processes.map(({ pid }) => pid);
const told = (hidden: readonly Hidden[]) =>
  Object.fromEntries(
    hidden.map(({ filter, containers, processes, connections }) => [
      filter,
      [containers, processes, connections],
    ]),
  );

describe('what is shown', () => {
  it.each<[string, Partial<Filters>, string[], number[], object]>([
    [
      'stopped containers hidden',
      { stopped: false },
      ['c1', 'c2', 'metrics', 'vault', 'nsview-reader-1'],
      [1, 2, 611, 6871, 6897, 6939, 7129, 7148, 7186, 8000, 9000, 9001, 9100, 95],
      { stopped: [1, 0, 0] },
    ],
    [
      'a project hidden',
      { hiddenProjects: ['shop'] },
      ['c1', 'metrics', 'old', 'vault', 'nsview-reader-1'],
      [1, 2, 611, 6871, 6897, 6939, 7129, 8000, 9000, 9001, 9100, 95],
      { projects: [1, 2, 0] },
    ],
    [
      'processes of the host hidden',
      { hostProcesses: false },
      ['c1', 'c2', 'metrics', 'old', 'vault', 'nsview-reader-1'],
      [6897, 6939, 7148, 7186, 8000, 9000, 9001, 95],
      { hostProcesses: [0, 6, 0] },
    ],
    [
      'nsview’s own hidden',
      { own: false },
      ['c1', 'c2', 'metrics', 'old', 'vault'],
      pids(courseMachine),
      { own: [1, 1, 0] },
    ],
    [
      'only what shares',
      { query: 'type:pid shared' },
      ['c1', 'c2'],
      [6897, 6939, 7148, 7186],
      { query: [4, 10, 0] },
    ],
    [
      'only what is met by a process',
      { query: '"sleep 999d"' },
      ['c2'],
      [7148, 7186],
      { query: [5, 12, 0] },
    ],
    ['a type hidden', { types: ['net'] }, names(machine), pids(machine), { types: [0, 0, 1] }],
    [
      'a thing that several hide is counted with the first',
      { stopped: false, hiddenProjects: ['shop'], query: 'metrics', hostProcesses: false },
      ['metrics'],
      [8000],
      { stopped: [1, 0, 0], projects: [1, 2, 0], hostProcesses: [0, 6, 0], query: [3, 5, 0] },
    ],
    [
      'a filter that hides nothing is told all the same',
      { hiddenProjects: ['gone'] },
      names(machine),
      pids(machine),
      { projects: [0, 0, 0] },
    ],
    [
      'a query that is not understood hides nothing',
      { query: 'net:eth0' },
      names(machine),
      pids(machine),
      {},
    ],
  ])('%s', (_, change, containers, processes, hidden) => {
    const shown = shownUnder(machine, { ...OPEN, ...change });
    expect(names(shown.snapshot)).toEqual(containers);
    expect(pids(shown.snapshot)).toEqual(processes);
    expect(told(shown.hidden)).toEqual(hidden);
  });

  it('with nothing hidden is the very same snapshot', () => {
    const { snapshot, whole, hidden } = shownUnder(machine, OPEN);
    expect([snapshot, whole, hidden]).toEqual([machine, machine, []]);
    expect(snapshot).toBe(machine);
    expect(shownUnder(courseMachine, DEFAULT_VIEW_STATE).snapshot).toBe(courseMachine);
  });

  it('keeps the namespaces of what is shown and what is above them, and no others that are occupied', () => {
    const { snapshot, whole } = shownUnder(machine, { ...OPEN, query: 'name:c1' });
    const c1 = findContainer(snapshot, 'c1');
    const ids = snapshot.namespaces.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(NAMESPACE_TYPES.map((type) => c1?.namespaces[type])),
    );
    expect(ids).not.toContain(findContainer(whole, 'vault')?.namespaces.user);
    for (const { parent } of snapshot.namespaces)
      if (parent !== null) expect(ids).toContain(parent);
  });

  const anyFilters: fc.Arbitrary<Filters> = fc.record({
    types: fc.subarray([...NAMESPACE_TYPES]),
    own: fc.boolean(),
    stopped: fc.boolean(),
    hostProcesses: fc.boolean(),
    hiddenProjects: fc.subarray(['shop', 'bank', 'gone']),
    query: fc.constantFrom('', 'c', 'image:ubuntu', 'shared', 'sleep', '6897', 'state:exited', 'x'),
  });

  it('and what is hidden are all, and records are the very same', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const { snapshot, hidden } = shownUnder(machine, filters);
        const sum = (what: 'containers' | 'processes') =>
          snapshot[what].length + hidden.reduce((total, each) => total + each[what], 0);
        expect(sum('containers')).toBe(machine.containers.length);
        expect(sum('processes')).toBe(machine.processes.length);
        for (const each of snapshot.containers) expect(machine.containers).toContain(each);
        for (const each of snapshot.processes) expect(machine.processes).toContain(each);
      }),
    );
  });

  it('after "Show all" is everything', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const all = shownUnder(machine, { ...filters, ...withoutAll(FILTERS) });
        expect(all.snapshot).toBe(machine);
        expect(all.hidden).toEqual([]);
      }),
    );
  });

  it('has a container again after what hides it was undone', () => {
    fc.assert(
      fc.property(anyFilters, fc.constantFrom(...machine.containers), (filters, one) => {
        const shown = shownUnder(machine, filters);
        const hiders = shown.hidersOf(one);
        const isShown = shown.snapshot.containers.includes(one);
        expect(hiders.length === 0).toBe(isShown);
        const after = { ...filters, ...withoutHiders(filters, hiders, one) };
        expect(shownUnder(machine, after).snapshot.containers).toContain(one);
      }),
    );
  });

  it('has a process again after what hides it was undone', () => {
    fc.assert(
      fc.property(anyFilters, fc.constantFrom(...machine.processes), (filters, one) => {
        const shown = shownUnder(machine, filters);
        const hiders = shown.hidersOfProcess(one);
        const isShown = shown.snapshot.processes.includes(one);
        expect(hiders.length === 0).toBe(isShown);
        const from = machine.containers.find(({ id }) => id === one.container) ?? null;
        const after = { ...filters, ...withoutHiders(filters, hiders, from) };
        expect(shownUnder(machine, after).snapshot.processes).toContain(one);
      }),
    );
  });
});

describe('sharing with what is hidden', () => {
  const { snapshot, whole } = shownUnder(machine, { ...OPEN, hiddenProjects: ['shop'] });
  const graph = sharingGraph(snapshot, undefined, whole);

  it('stays what the kernel says', () => {
    const c1 = graph.nodes.find((node) => node.container.name === 'c1');
    expect(c1?.container.sharing.pid).toBe('shared');
    expect(c1?.company.pid).toEqual({ names: ['c1', 'c2'], hidden: ['c2'] });
    expect(graph.hubs.map(({ type, members, hidden }) => [type, members.length, hidden])).toEqual([
      ['pid', 1, ['c2']],
    ]);
  });

  it('leaves what did not change the very same', () => {
    const before = sharingGraph(whole);
    const now = sharingGraph(snapshot, before, whole);
    // Of c1 is told now that its partner is hidden.
    expect(now.nodes.filter((node) => !before.nodes.includes(node)).map(({ key }) => key)).toEqual([
      graph.nodes.find((node) => node.container.name === 'c1')?.key,
    ]);
    expect(sharingGraph(whole, now).hubs).toEqual(before.hubs);
  });
});
