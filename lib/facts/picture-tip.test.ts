import { describe, expect, test } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import { HOST_KEY } from '../layout/places';
import { namespaceId, type NamespaceId } from '../model/ids';
import { sharingGraph } from '../sharing/graph';
import { tipLines, type TipSubject } from './picture-tip';

const agents = ['a1', 'a2', 'a3', 'a4', 'a5'].map((name) => ({ name, host: ['net' as const] }));
const snapshot = sampleSnapshot([
  { name: 'c1', shares: { pid: 'a' }, project: 'shop' },
  { name: 'c2', shares: { pid: 'a' }, project: 'shop' },
  ...agents,
]);
const graph = sharingGraph(snapshot);
const keyOf = (name: string) => graph.nodes.find((node) => node.container.name === name)?.key ?? '';
const [hub] = graph.hubs;
if (hub === undefined) throw new Error('c1 and c2 share a namespace');
const c2 = graph.nodes.find((node) => node.container.name === 'c2')?.container.id ?? '';

const told = (subject: TipSubject, inFull = false, language: 'en' | 'zh-CN' = 'en') =>
  tipLines(subject, graph, snapshot, messagesFor(language), inFull).map(({ text }) => text);

describe('tipLines', () => {
  test('one arc, one sentence', () => {
    const arc = { kind: 'arc', key: keyOf('c1'), type: 'pid' } as const;
    expect(told(arc)).toEqual(['c1 shares its PID namespace pid:[4026532180] with c2']);
    expect(told(arc, false, 'zh-CN')).toEqual(['c1 与 c2 共享 PID 命名空间 pid:[4026532180]']);
  });

  test('a ring tells what is not its own; to those who cannot point, all of it', () => {
    const node = { kind: 'node', key: keyOf('c1') } as const;
    expect(told(node)).toEqual([
      'c1, image ubuntu, running',
      'c1 shares its PID namespace pid:[4026532180] with c2',
      'Of the Compose project shop',
    ]);
    expect(told(node, true)).toHaveLength(10);
  });

  test('hub, tie, bundle, project, host', () => {
    expect(told({ kind: 'hub', id: hub.id })).toEqual([
      'pid:[4026532180], shared by c1 and c2',
      'c1 and c2 see each other’s processes, and can signal them where their users may.',
    ]);
    expect(told({ kind: 'tie', id: hub.id, containerId: c2 })).toEqual([
      'c2 is in the PID namespace pid:[4026532180], with others',
    ]);
    expect(told({ kind: 'bundle', type: 'net' })).toEqual([
      '5 containers run in the host’s network namespace',
      'a1, a2, a3, a4, a5',
    ]);
    expect(told({ kind: 'project', project: 'shop' })).toEqual(['Compose project shop: c1, c2']);
    expect(told({ kind: 'node', key: HOST_KEY }, true)).toHaveLength(9);
  });

  test('a tie is of the container that is in its namespace, not of one of that id in another engine', () => {
    const [, c2Node] = snapshot.containers;
    if (c2Node === undefined) throw new Error('there is c2');
    const twin = {
      ...c2Node,
      engine: 'containerd:containerd:///run/containerd.sock',
      name: 'twin',
      startedAt: '2025-01-01T00:00:00.000Z',
      namespaces: { ...c2Node.namespaces, pid: namespaceId('pid', '4026539998') },
    };
    const both = { ...snapshot, containers: [twin, ...snapshot.containers] };
    const tie = { kind: 'tie', id: hub.id, containerId: c2 } as const;
    const [line] = tipLines(tie, sharingGraph(both), both, messagesFor('en'), false);
    expect(line?.text).toMatch(/^c2 is in the PID namespace/);
  });

  test('a tie tells the engine’s namespace from the host’s', () => {
    const container = snapshot.containers.find(({ name }) => name === 'a1');
    if (!container?.namespaces.net) throw new Error('a1 is in a network namespace');
    const tie = (net: NamespaceId | null) => {
      const namespaces = { ...snapshot.host.namespaces, net };
      const elsewhere = { ...snapshot, host: { ...snapshot.host, namespaces } };
      const id = container.namespaces.net ?? hub.id;
      const subject = { kind: 'tie', id, containerId: container.id } as const;
      return tipLines(subject, sharingGraph(elsewhere), elsewhere, messagesFor('en'), false);
    };
    expect(tie(container.namespaces.net)[0]?.text).toBe('a1 runs in the host’s network namespace');
    expect(tie(namespaceId('net', '4026539999'))[0]?.text).toBe(
      'a1 is in its engine’s network namespace net:[4026531840]',
    );
  });

  test('of whom filters hide, an arc says that it is hidden', () => {
    const shown = snapshot.containers.filter(({ name }) => name !== 'c2');
    const filtered = sharingGraph({ ...snapshot, containers: shown }, graph, snapshot);
    const arc = { kind: 'arc', key: keyOf('c1'), type: 'pid' } as const;
    const tell = (language: 'en' | 'zh-CN') =>
      tipLines(arc, filtered, snapshot, messagesFor(language), false).map(({ text }) => text);
    expect(tell('en')).toEqual(['c1 shares its PID namespace pid:[4026532180] with c2 (hidden)']);
    expect(tell('zh-CN')).toEqual(['c1 与 c2（未显示） 共享 PID 命名空间 pid:[4026532180]']);
  });

  test('what has gone tells nothing', () => {
    expect(told({ kind: 'node', key: 'gone' })).toEqual([]);
    expect(told({ kind: 'bundle', type: 'pid' })).toEqual([]);
    expect(told({ kind: 'project', project: 'gone' })).toEqual([]);
  });
});
