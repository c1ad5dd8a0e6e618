import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import type { TimelineEvent } from '../timeline/event';
import { groupsOf } from '../timeline/groups';
import { happenings } from './happenings';

const event = (what: TimelineEvent['what'], name: string, more: Partial<TimelineEvent> = {}) => ({
  ...{ at: 0, what, container: { key: `d/${name}`, name }, types: [], others: [], ...more },
});

it.each<[string, TimelineEvent[], string[], string[]]>([
  ['nothing', [], [], []],
  [
    'the demonstration of the course',
    [
      event('recreated', 'c2'),
      event('started', 'c2'),
      event('renewed', 'c2', { types: ['uts'] }),
      event('joined', 'c2', { types: ['pid'], others: ['c1'] }),
    ],
    ['c2 made again; in c1’s PID namespace now; new UTS namespace with the same number'],
    ['c2 重新创建；现在位于 c1 的 PID 命名空间中；进入了新的 UTS 命名空间，编号与之前相同'],
  ],
  [
    'started again in namespaces of the very numbers',
    [event('started', 'c1'), event('renewed', 'c1', { types: ['pid', 'net'] })],
    ['c1 started; new PID and network namespaces with the same numbers'],
    ['c1 已启动；进入了新的 PID、网络命名空间，编号与之前相同'],
  ],
  [
    'stopped and started at once',
    [event('stopped', 'c1'), event('started', 'c1'), event('renewed', 'c1', { types: ['pid'] })],
    ['c1 started again; new PID namespace with the same number'],
    ['c1 重新启动；进入了新的 PID 命名空间，编号与之前相同'],
  ],
  [
    'made and gone within a moment',
    [event('created', 'c1'), event('started', 'c1'), event('removed', 'c1')],
    ['c1 removed'],
    ['c1 已删除'],
  ],
  [
    'both made again, the one in the other’s namespace as before',
    [
      event('removed', 'c2'),
      event('recreated', 'c2'),
      event('left', 'c2', { types: ['pid'], others: ['c1'] }),
      event('joined', 'c2', { types: ['pid'], others: ['c1'] }),
    ],
    ['c2 made again; in c1’s PID namespace now'],
    ['c2 重新创建；现在位于 c1 的 PID 命名空间中'],
  ],
  [
    'one that only moved, and another',
    [event('left', 'a', { types: ['net'], others: ['web'] }), event('removed', 'b')],
    ['a: no longer in web’s network namespace', 'b removed'],
    ['a：不再位于 web 的网络命名空间中', 'b 已删除'],
  ],
  [
    'into the namespace of the host',
    [event('joined', 'a', { types: ['net'] })],
    ['a: in the host’s network namespace now'],
    ['a：现在位于宿主机的网络命名空间中'],
  ],
])('%s', (_name, events, inEnglish, inChinese) => {
  expect(happenings(events, messagesFor('en').timeline)).toEqual(inEnglish);
  expect(happenings(events, messagesFor('zh-CN').timeline)).toEqual(inChinese);
});

it.each<[string, number[], number, number[][]]>([
  ['one upon the other', [0, 900, 1800], 0, [[0, 900, 1800]]],
  ['apart', [0, 1001], 0, [[0], [1001]]],
  [
    'none lasts for long',
    [0, 1000, 2000, 3000, 4000, 5000, 6000],
    0,
    [[0, 1000, 2000, 3000, 4000, 5000], [6000]],
  ],
  ['too close together to be drawn', [0, 3000, 9000], 4000, [[0, 3000], [9000]]],
])('events that are one to a person: %s', (_name, moments, apart, expected) => {
  const groups = groupsOf(
    moments.map((at) => event('started', 'a', { at })),
    apart,
  );
  expect(groups.map(({ events }) => events.map(({ at }) => at))).toEqual(expected);
});
