import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import type { Container } from '../model/container';
import type { Snapshot } from '../model/snapshot';
import { container, courseMachine } from '../select/course-machine';
import { announcement } from './announcement';

const machine = courseMachine;
const without = (...names: string[]): Snapshot => ({
  ...machine,
  containers: machine.containers.filter(({ name }) => !names.includes(name)),
});
const having = (...more: Container[]): Snapshot => ({
  ...machine,
  containers: [...machine.containers, ...more],
});
const changed = (name: string, change: Partial<Container>): Snapshot => ({
  ...machine,
  containers: machine.containers.map((each) =>
    each.name === name ? { ...each, ...change } : each,
  ),
});
const engines = (state: Snapshot['engines'][number]['state']): Snapshot => ({
  ...machine,
  engines: machine.engines.map((each) => ({ ...each, state })),
});
/** The namespace that c1 and c2 share has another lifetime: they are in another one of the same number. */
const renewed = (): Snapshot => {
  const shared = machine.containers.find(({ name }) => name === 'c2')?.namespaces.pid;
  return {
    ...machine,
    namespaces: machine.namespaces.map((each) =>
      each.id === shared ? { ...each, lifetime: 'another' } : each,
    ),
  };
};
const crowd = Array.from({ length: 12 }, (_, index) =>
  container({
    name: `w${index}`,
    pid: 5000 + index,
    startedAt: `2026-11-23T16:00:${10 + index}.000Z`,
  }),
);
const [c1] = machine.containers;
if (c1 === undefined) throw new Error('the course machine has containers');
const guests = ['g1', 'g2', 'g3', 'g4'].map((name, index) =>
  container({
    name,
    pid: 5000 + index,
    startedAt: `2026-11-23T16:00:1${index}.000Z`,
    namespaces: c1.namespaces,
    sharing: { ...c1.sharing, pid: 'shared', net: 'shared' },
  }),
);
const [guest] = guests;
if (guest === undefined) throw new Error('there are guests');

describe('what is announced', () => {
  it.each<[string, Snapshot, Snapshot, string[], string[]]>([
    ['nothing', machine, { ...machine, seq: 2 }, [], []],
    ['one started', without('metrics'), machine, ['metrics started.'], ['metrics 已启动。']],
    [
      'both are in another namespace that has the number now',
      machine,
      renewed(),
      ['c2 joined the PID namespace of c1.'],
      ['c2 加入了 c1 的 PID 命名空间。'],
    ],
    [
      'one started and joined',
      without('c2'),
      machine,
      ['c2 started.', 'c2 joined the PID namespace of c1.'],
      ['c2 已启动。', 'c2 加入了 c1 的 PID 命名空间。'],
    ],
    [
      'both came at once: the later one joined',
      without('c1', 'c2'),
      machine,
      ['c1 and c2 started.', 'c2 joined the PID namespace of c1.'],
      ['c1、c2 已启动。', 'c2 加入了 c1 的 PID 命名空间。'],
    ],
    [
      'several types in one sentence',
      changed('c1', { sharing: { ...c1.sharing, net: 'shared' } }),
      {
        ...machine,
        containers: [
          ...changed('c1', { sharing: { ...c1.sharing, net: 'shared' } }).containers.filter(
            ({ name }) => name !== 'c2',
          ),
          guest,
        ],
      },
      ['g1 started.', 'c2 was removed.', 'g1 joined the PID and network namespaces of c1.'],
      ['g1 已启动。', 'c2 已删除。', 'g1 加入了 c1 的 PID、网络命名空间。'],
    ],
    ['many started', machine, having(...crowd), ['12 containers started.'], ['12 个容器已启动。']],
    [
      'many joined',
      machine,
      having(...guests),
      ['4 containers started.', '4 containers joined namespaces of others.'],
      ['4 个容器已启动。', '4 个容器加入了其他容器的命名空间。'],
    ],
    [
      'many went',
      having(...crowd),
      machine,
      ['12 containers were removed.'],
      ['12 个容器已删除。'],
    ],
    [
      'stopped',
      machine,
      changed('vault', { pid: 0, state: 'exited' }),
      ['vault stopped.'],
      ['vault 已停止。'],
    ],
    [
      'ended, or not: that is not told',
      machine,
      changed('vault', { pid: 0, unreadable: { state: 'ETIMEDOUT', pid: 'ETIMEDOUT' } }),
      [],
      [],
    ],
    [
      'was there, be it running or not',
      changed('vault', {
        pid: 0,
        state: 'created',
        unreadable: { state: 'EAGAIN', pid: 'EAGAIN' },
      }),
      changed('vault', { pid: 0, state: 'exited' }),
      [],
      [],
    ],
    [
      'came, be it running or not',
      without('vault'),
      changed('vault', { pid: 0, unreadable: { state: 'EAGAIN', pid: 'EAGAIN' } }),
      [],
      [],
    ],
    [
      'ran: which process it is is told only now',
      changed('vault', { pid: 0, startedAt: null, unreadable: { pid: 'EAGAIN' } }),
      machine,
      [],
      [],
    ],
    [
      'started again',
      machine,
      changed('vault', { pid: 9900, startedAt: '2026-11-23T16:00:00.000Z' }),
      ['vault started again.'],
      ['vault 已重新启动。'],
    ],
    [
      'created, not started',
      machine,
      having(container({ name: 'new', state: 'created' })),
      ['new was created.'],
      ['new 已创建。'],
    ],
    [
      'the engine lost',
      machine,
      engines('disconnected'),
      ['Docker no longer answers.'],
      ['Docker 无响应。'],
    ],
    [
      'the engine back',
      engines('disconnected'),
      machine,
      ['Docker answers again.'],
      ['Docker 已恢复响应。'],
    ],
    ['an engine that never answered', engines('absent'), engines('denied'), [], []],
    ['another machine', { ...without('c1'), bootId: 'other' }, machine, [], []],
  ])('%s', (_, before, after, english, chinese) => {
    expect(announcement(before, after, messagesFor('en'))).toEqual(english);
    expect(announcement(before, after, messagesFor('zh-CN'))).toEqual(chinese);
  });

  it('is short, whatever happens, and nothing where nothing did', () => {
    const any = fc.subarray([...machine.containers, ...crowd, ...guests]);
    fc.assert(
      fc.property(any, any, (before, after) => {
        const from = { ...machine, containers: before };
        const sentences = announcement(from, { ...machine, containers: after }, messagesFor('en'));
        expect(sentences.join(' ').length).toBeLessThan(400);
        expect(announcement(from, from, messagesFor('en'))).toEqual([]);
      }),
    );
  });
});
