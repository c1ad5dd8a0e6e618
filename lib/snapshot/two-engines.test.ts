import { describe, expect, it } from 'vitest';
import { apply } from '../diff/apply';
import { diff } from '../diff/diff';
import type { ContainerReading } from '../docker/reading';
import { nodeSentence } from '../facts/arc-sentence';
import { drawFigure } from '../figure/figure';
import { findingsOf } from '../findings/findings-of';
import { messagesFor } from '../i18n/messages';
import { containerKey, containerKeyOf, namespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import type { HostReading, ProcessReading } from '../proc/reading';
import { chosenIn } from '../select/chosen';
import { containerColours, tintOf } from '../select/container-colour';
import { engineSaid, findContainer, refOf } from '../model/container-ref';
import { sharingGraph } from '../sharing/graph';
import { namespaceRows } from '../table/namespace-row';
import { DEFAULT_VIEW_STATE } from '../view-state/view-state';
import { assemble } from './assemble';
import { sampleReading } from './sample-reading';

/* Two engines, in which a container has the same id and the same name: kept apart wherever one goes by it. */

const ID = 'a'.repeat(64);
const HOST = perType((type) => namespaceId(type, '1'));
const ENGINES = ['docker', 'podman'] as const;
const idOf = (kind: (typeof ENGINES)[number]) => `${kind}:unix:///run/${kind}.sock`;

const host: HostReading = {
  bootId: 'boot',
  bootTime: 0,
  ticksPerSecond: 100,
  hostname: 'box',
  kernel: '6.18',
  cgroups: 'v2',
  namespaces: HOST,
  namespacesFrom: 'pid1',
  lacks: [],
  hidepid: null,
  reader: { uid: 0, namespaces: HOST },
  unreadable: {},
};

const container = (pid: number, more: Partial<ContainerReading> = {}): ContainerReading => ({
  id: ID,
  name: 'c1',
  image: 'ubuntu',
  command: ['sleep'],
  state: 'running',
  pid,
  startedAt: '2026-11-23T15:30:00.000Z',
  labels: {},
  runtime: null,
  joins: {},
  role: null,
  unreadable: {},
  ...more,
});

const process = (pid: number, ppid: number, cgroup: string, net: string): ProcessReading => ({
  ...sampleReading(pid, ppid, cgroup),
  namespaces: { ...HOST, net: namespaceId('net', net) },
});

function snapshotOf(
  pids: { docker: number | null; podman: number | null },
  endpointOf = (kind: string) => `unix:///run/${kind}.sock`,
  more: Partial<ContainerReading> = {},
) {
  const processes = [
    process(1, 0, '/', '1'),
    process(100, 1, `/docker/${ID}`, '7'),
    process(101, 100, `/docker/${ID}/inner`, '7'),
    process(200, 1, `/machine.slice/libpod-${ID}.scope`, '8'),
    process(201, 200, `/machine.slice/libpod-${ID}.scope`, '8'),
  ];
  const sight = assemble(
    {
      host,
      reader: 'direct',
      processes: new Map(processes.map((each) => [each.pid, each])),
      namespaces: new Map(),
      unreached: [],
      unasked: 0,
      hidden: 0,
      engines: ENGINES.flatMap((kind) => {
        const pid = pids[kind];
        if (pid === null) return [];
        const engine = {
          id: idOf(kind),
          kind,
          endpoint: endpointOf(kind),
          version: '1',
          apiVersion: null,
          minApiVersion: null,
          state: 'connected' as const,
          message: null,
          tried: [],
          pid: null,
        };
        return [
          {
            engine,
            info: null,
            problem: null,
            remote: false,
            delays: { list: false, events: false },
            containers: [container(pid, more)],
          },
        ];
      }),
    },
    '2026-11-23T15:30:00.000Z',
  );
  return { ...sight, seq: 1 };
}

const NOTHING_READ = {
  config: { unread: 'EACCES' },
  privileges: { unread: 'EACCES' },
  use: { unread: 'EACCES' },
};

const both = snapshotOf({ docker: 100, podman: 200 });
const [docker = expect.fail('none'), podman = expect.fail('none')] = both.containers;

describe('one id in two engines', () => {
  it('two containers, each with its leader and its own namespaces', () => {
    expect(both.containers.map(({ engine, pid, sharing }) => [engine, pid, sharing.net])).toEqual([
      [idOf('docker'), 100, 'own'],
      [idOf('podman'), 200, 'own'],
    ]);
  });

  it('each process is the one’s whose leader’s cgroup it is in', () => {
    const owners = both.processes.map(({ pid, engine, container: id }) => [pid, engine, id]);
    expect(owners).toEqual([
      [1, null, null],
      [100, idOf('docker'), ID],
      [101, idOf('docker'), ID],
      [200, idOf('podman'), ID],
      [201, idOf('podman'), ID],
    ]);
    expect(both.processes.map(containerKeyOf)).toContain(containerKey(podman));
  });

  it('an engine in another’s root leads to no process that its daemon cannot have started', () => {
    const elsewhere = snapshotOf({ docker: 100, podman: 200 }, (kind) =>
      kind === 'podman' ? 'unix:///proc/9/root/run/podman.sock' : `unix:///run/${kind}.sock`,
    );
    expect(elsewhere.containers.map(({ pid, sharing }) => [pid, sharing.net])).toEqual([
      [100, 'own'],
      [200, 'unknown'],
    ]);
    expect(elsewhere.processes.map(({ engine }) => engine)).not.toContain(idOf('podman'));
  });

  it.each<[string, Partial<ContainerReading>, string, string | undefined]>([
    ['runs, and is not told', { unreadable: { pid: 'ENODATA' } }, 'unknown', 'ENODATA'],
    [
      'stands still, and is not told',
      { state: 'paused', unreadable: { pid: 'EINVAL' } },
      ...(['unknown', 'EINVAL'] as const),
    ],
    ['runs, and has none', {}, 'none', undefined],
    ['has ended', { state: 'exited', unreadable: { pid: 'ENODATA' } }, 'none', undefined],
  ])('what is shared by one whose process %s', (_, more, net, why) => {
    const [told] = snapshotOf({ docker: 0, podman: null }, undefined, more).containers;
    expect([told?.sharing.net, told?.unreadable['namespaces.net']]).toEqual([net, why]);
  });

  it('one is removed, and the other stays', () => {
    const after = { ...snapshotOf({ docker: 100, podman: null }), engines: both.engines, seq: 2 };
    const delta = diff(both, after, 'epoch') ?? expect.fail('nothing changed');
    expect(delta.remove.containers).toEqual([containerKey(podman)]);
    expect(apply(both, delta)).toEqual(after);
  });

  it('a link names each by its engine', () => {
    expect([refOf(both, docker), refOf(both, podman)]).toEqual(['c1@docker', 'c1@podman']);
    expect(findContainer(both, 'c1@podman')).toBe(podman);
    expect(findContainer(both, `c1@${idOf('docker')}`)).toBe(docker);
    expect(findContainer(both, 'c1@elsewhere')).toBeNull();
    expect(engineSaid(both, podman)).toBe('podman');
    const alone = snapshotOf({ docker: 100, podman: null });
    expect(alone.containers.map((each) => [refOf(alone, each), engineSaid(alone, each)])).toEqual([
      ['c1', null],
    ]);
  });

  it('a notice names each by its engine', () => {
    const { host } = snapshotOf({ docker: 100, podman: 200 }, undefined, { runtime: 'runsc' });
    const told = host.notices.filter(({ code }) => code === 'sandboxed');
    expect(told.map(({ params }) => params)).toEqual(
      ENGINES.map((kind) => ({ count: '1', containers: `c1@${kind}`, runtimes: 'runsc' })),
    );
  });

  it('what is chosen is one of them, and each has a colour', () => {
    const chosen = chosenIn(both, { kind: 'container', ref: 'c1@podman' });
    expect([...chosen]).toEqual([containerKey(podman)]);
    const colours = containerColours(both);
    expect(tintOf(colours, docker)).not.toBe(tintOf(colours, podman));
  });

  it('who hears or reads of one alone is told which it is', () => {
    const said = sharingGraph(both).nodes.map((node) =>
      nodeSentence(node, HOST, messagesFor('en')),
    );
    expect(said).toEqual([
      expect.stringMatching(/^c1@docker, image ubuntu, running, docker/),
      expect.stringMatching(/^c1@podman, image ubuntu, running, podman/),
    ]);
    const rows = namespaceRows(both, new Set(['net'] as const));
    expect(rows.flatMap(({ containers }) => containers)).toContain('c1@podman');
    const { unknown } = findingsOf({
      snapshot: both,
      asked: both.engines,
      details: new Map(both.containers.map((each) => [containerKey(each), NOTHING_READ])),
    });
    const subjects = unknown.map(({ subject }) => subject.name);
    expect([...new Set(subjects)].sort()).toEqual(['c1@docker', 'c1@podman']);
  });

  it('one picture shows both', () => {
    expect(sharingGraph(both).nodes.map(({ container: { engine } }) => engine)).toEqual(
      ENGINES.map(idOf),
    );
    const drawn = (view: 'sharing' | 'matrix') =>
      drawFigure({
        snapshot: both,
        viewState: { ...DEFAULT_VIEW_STATE, view },
        size: { width: 900, height: 600 },
        theme: 'light',
        language: 'en',
        usage: null,
        timeZone: 'UTC',
      }).svg;
    expect(drawn('sharing').match(/>c1<\/text>/g)).toHaveLength(2);
    expect(drawn('sharing')).toMatch(/>docker<\/text>[^]*>podman<\/text>/);
    expect(drawn('matrix')).toMatch(/docker · ubuntu[^]*podman · ubuntu/);
    // What scripts find a container by tells them apart, by the reference that a link has.
    for (const svg of [drawn('sharing'), drawn('matrix')]) {
      const found = [...svg.matchAll(/data-container="([^":]+)"/g)].map(([, ref]) => ref);
      expect(found.sort()).toEqual(['c1@docker', 'c1@podman']);
    }
  });
});
