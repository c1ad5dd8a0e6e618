import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { courseMachine as machine } from '../select/course-machine';
import { timelineEventSchema, type TimelineEvent } from './event';
import { EventTeller } from './events';

type Change = Partial<Snapshot['containers'][number]>;
const having = (changes: Record<string, Change | null>, from = machine): Snapshot => ({
  ...from,
  containers: from.containers.flatMap((each) => {
    const change = changes[each.name];
    return change === null ? [] : [{ ...each, ...change }];
  }),
});
const named = (name: string) => {
  const found = machine.containers.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const [c1, c2, vault, metrics] = [named('c1'), named('c2'), named('vault'), named('metrics')];
const ANOTHER = 'f'.repeat(64);
const relived = (types: readonly ('pid' | 'net')[], from: Snapshot): Snapshot => ({
  ...from,
  namespaces: from.namespaces.map((each) =>
    types.some((type) => vault.namespaces[type] === each.id)
      ? { ...each, lifetime: 'another' }
      : each,
  ),
});
const apart = having({
  c1: { sharing: { ...c1.sharing, pid: 'own' } },
  c2: {
    namespaces: { ...c2.namespaces, pid: namespaceId('pid', '4026532999') },
    sharing: { ...c2.sharing, pid: 'own' },
  },
});
/** Before its links are read. */
const unread: Change = { namespaces: perType(() => null), sharing: perType(() => 'unknown') };
const off: Change = { ...unread, pid: 0, state: 'exited', sharing: perType(() => 'none') };
const doubted = having({
  vault: { ...off, ...unread, unreadable: { state: 'ETIMEDOUT', pid: 'ETIMEDOUT' } },
});
const told = (events: readonly TimelineEvent[]) =>
  events.map(({ what, container, types, others }) =>
    [`${container.name} ${what}`, types.join('+'), others.join('+')].filter(Boolean).join(' '),
  );

describe('what happens', () => {
  it.each<[string, Snapshot[], string[]]>([
    ['nothing', [machine, { ...machine, seq: 2 }], []],
    ['only processes come', [{ ...machine, processes: [] }, machine], []],
    ['made and started', [having({ vault: null }), machine], ['vault created', 'vault started']],
    [
      'made, and started later',
      [having({ vault: null }), having({ vault: off }), machine],
      ['vault created', 'vault started'],
    ],
    ['stopped', [machine, having({ vault: off })], ['vault stopped']],
    ['gone', [machine, having({ vault: null })], ['vault removed']],
    ['made, it is not known what else', [having({ vault: null }), doubted], ['vault created']],
    ['its state is told no more, and again', [machine, doubted, machine], []],
    [
      'the same of one that does not run',
      [having({ vault: off }), doubted, having({ vault: off })],
      [],
    ],
    [
      'it ended while its state was not told',
      [machine, doubted, having({ vault: off })],
      ['vault stopped'],
    ],
    [
      'it began while its state was not told',
      [having({ vault: off }), doubted, machine],
      ['vault started'],
    ],
    [
      'it was started again while its state was not told',
      [machine, doubted, having({ vault: { pid: vault.pid + 1 } })],
      ['vault started'],
    ],
    [
      'its state was not told first',
      [having({ vault: null }), doubted, machine],
      ['vault created'],
    ],
    [
      'one that has the namespace of an earlier one',
      [having({ c2: null }), machine],
      ['c2 created', 'c2 started', 'c2 joined pid c1'],
    ],
    [
      'the same, where its links are read a moment later',
      [having({ c2: null }), having({ c2: unread }), machine],
      ['c2 created', 'c2 started', 'c2 joined pid c1'],
    ],
    [
      'the demonstration of the course: gone, and made again in the namespace of another',
      [apart, having({ c2: null }, apart), having({ c2: { id: ANOTHER } })],
      ['c2 removed', 'c2 recreated', 'c2 started', 'c2 joined pid c1'],
    ],
    [
      'made again at once',
      [apart, having({ c2: { id: ANOTHER } })],
      ['c2 removed', 'c2 recreated', 'c2 started', 'c2 joined pid c1'],
    ],
    [
      'made again without',
      [machine, having({ c2: null }), having({ c2: { id: ANOTHER } }, apart)],
      ['c2 removed', 'c2 recreated', 'c2 started', 'c2 left pid c1'],
    ],
    [
      'started again, in namespaces of the very numbers',
      [machine, relived(['pid', 'net'], having({ vault: { pid: 9500 } }))],
      ['vault started', 'vault renewed pid+net'],
    ],
    [
      'stopped and started, in the very numbers',
      [machine, having({ vault: off }), relived(['net'], machine)],
      ['vault stopped', 'vault started', 'vault renewed net'],
    ],
    [
      'started again, with no lifetimes known',
      [
        { ...machine, namespaces: [] },
        { ...having({ vault: { pid: 9500 } }), namespaces: [] },
      ],
      ['vault started'],
    ],
    [
      'one that stays in the namespace of another',
      [machine, having({ c2: { pid: 9500, startedAt: '2026-11-23T16:00:00.000Z' } })],
      ['c2 started'],
    ],
    [
      'its donor is started again: it stays behind',
      [
        machine,
        having({
          c1: {
            pid: 9500,
            namespaces: { ...c1.namespaces, pid: namespaceId('pid', '4026532999') },
            sharing: { ...c1.sharing, pid: 'own' },
          },
          c2: { sharing: { ...c2.sharing, pid: 'own' } },
        }),
      ],
      ['c1 started', 'c1 left pid c2'],
    ],
    [
      'into the network of the host, and out of it',
      [
        machine,
        having({
          vault: {
            namespaces: { ...vault.namespaces, net: metrics.namespaces.net },
            sharing: { ...vault.sharing, net: 'host' },
          },
        }),
        machine,
      ],
      ['vault joined net', 'vault left net'],
    ],
  ])('%s', (_name, [first = machine, ...then], expected) => {
    const teller = new EventTeller(first);
    const events = then.flatMap((each, index) => teller.tell(index, each));
    expect(told(events)).toEqual(expected);
    for (const event of events) expect(timelineEventSchema.parse(event)).toEqual(event);
  });
});

it('of any moments, as many of a name are removed as are made', () => {
  const some = fc.subarray(['c1', 'c2', 'vault'], { minLength: 0 });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1 }), (shown) => {
      const moments = shown.map((names) =>
        having(
          Object.fromEntries(
            ['c1', 'c2', 'vault'].flatMap((name) => (names.includes(name) ? [] : [[name, null]])),
          ),
        ),
      );
      const [first = machine, ...then] = moments;
      const teller = new EventTeller(first);
      const events = then.flatMap((each, at) => teller.tell(at, each));
      for (const name of ['c1', 'c2', 'vault']) {
        const balance = events
          .filter(({ container }) => container.name === name)
          .reduce(
            (sum, { what }) =>
              sum + (what === 'created' || what === 'recreated' ? 1 : what === 'removed' ? -1 : 0),
            first.containers.some((each) => each.name === name) ? 1 : 0,
          );
        expect(balance).toBe(moments.at(-1)?.containers.some((each) => each.name === name) ? 1 : 0);
      }
    }),
  );
});
