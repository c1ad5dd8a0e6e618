import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import type { Inside } from '../../inside/inside';
import type { Insides } from '../../inside/insides';
import { namespaceTypeOf, type NamespaceId } from '../../model/ids';
import type { NamespaceType } from '../../model/namespace-type';
import type { Snapshot } from '../../model/snapshot';
import type { Asked } from '../../protocol/asked';
import { courseMachine } from '../../select/course-machine';
import { boxContents, factLines } from './box-content';
import type { BoxContent, FactLine } from './fact-line';
import { DOT_LOOKS } from './dot-look';
import { lensBoxes, UNKNOWN_BOX } from './lens-boxes';
import { layOutLens } from './lens-layout';

const [c1] = courseMachine.containers;
if (c1 === undefined) throw new Error('the course has containers');

/** The namespace of c1, and what its box tells where that is known of it. */
function told(asked: Asked<Inside>, type: NamespaceType): BoxContent {
  const id = c1?.namespaces[type] ?? null;
  if (id === null) throw new Error('c1 runs');
  const content = contentsWith(new Map([[id, asked]]), type).get(id);
  if (content === undefined) throw new Error('its box has content');
  return content;
}

function contentsWith(insides: Insides, type: NamespaceType) {
  const boxes = lensBoxes(courseMachine, type, new Set());
  return boxContents(boxes, type, insides, courseMachine, messagesFor('en'));
}

const shown = ({ label, texts, state }: FactLine) => [label, texts[0], state];
const base = { through: null, unreadable: {} };

function answered(inside: Inside): BoxContent {
  return told({ is: 'answered', answer: inside }, inside.type);
}

const none = { segments: [], semaphores: [], queues: [], shmMount: null };

describe('what a box tells', () => {
  it.each<[string, Inside, unknown[]]>([
    [
      'both names',
      { type: 'uts', hostname: 'web', domainname: '(none)', ...base },
      [
        ['host name', 'web', 'known'],
        ['NIS domain', 'never set', 'none'],
      ],
    ],
    [
      'names that could not be read, and why',
      {
        ...{ type: 'uts', hostname: null, domainname: null, through: null },
        unreadable: { hostname: 'EPERM', domainname: 'EIO' },
      },
      [
        ['host name', '? unknown: who reads may not enter it', 'unknown'],
        ['NIS domain', '? unknown: EIO', 'unknown'],
      ],
    ],
    [
      'clocks, as durations',
      { type: 'time', boottimeNs: '90061000000000', monotonicNs: '0', ...base },
      [
        ['since boot', '1 day 01:01:01 ahead', 'known'],
        ['monotonic', 'as on the host', 'none'],
      ],
    ],
    [
      'a clock that could not be read, and one that is behind',
      {
        ...{ type: 'time', boottimeNs: null, monotonicNs: '-1000000000', through: null },
        unreadable: { boottimeNs: 'EACCES' },
      },
      [
        ['since boot', '? unknown: EACCES', 'unknown'],
        ['monotonic', '00:00:01 behind', 'known'],
      ],
    ],
    [
      'that there is nothing, which is no unknown',
      { type: 'ipc', ...none, ...base },
      [
        ['shared memory', 'none', 'none'],
        ['semaphores', 'none', 'none'],
        ['message queues', 'none', 'none'],
        ['/dev/shm', 'nothing mounted', 'none'],
      ],
    ],
    [
      'objects with their keys, and how full /dev/shm is',
      {
        ...{ type: 'ipc', ...none, ...base },
        segments: [
          { id: 0, key: '0x0000002a', ownerUid: 0, mode: '600', bytes: 4096, attached: 1 },
        ],
        queues: [{ id: 0, key: '0x00000007', ownerUid: 33, mode: '644', messages: 2, bytes: 10 }],
        shmMount: { sizeBytes: 1 << 26, usedBytes: 1 << 25 },
      },
      [
        ['shared memory', '1', 'known'],
        ['0x0000002a', '4.0K · uid 0 · attached 1 time', 'known'],
        ['semaphores', 'none', 'none'],
        ['message queues', '1', 'known'],
        ['0x00000007', '2 messages · 10B · uid 33', 'known'],
        ['/dev/shm', '32M of 64M used', 'known'],
      ],
    ],
    [
      'what could not be read of it',
      {
        ...{ type: 'ipc', segments: null, semaphores: null, queues: null, shmMount: null },
        ...{
          through: null,
          unreadable: { segments: 'EPERM', semaphores: 'EPERM', shmMount: 'EIO' },
        },
      },
      [
        ['shared memory', '? unknown: who reads may not enter it', 'unknown'],
        ['semaphores', '? unknown: who reads may not enter it', 'unknown'],
        ['message queues', '? unknown', 'unknown'],
        ['/dev/shm', '? unknown: EIO', 'unknown'],
      ],
    ],
  ])('%s', (_what, inside, lines) => {
    expect(answered(inside).full.map(shown)).toEqual(lines);
  });

  it('names some of many objects, and how many more there are', () => {
    const segments = Array.from({ length: 9 }, (_, id) => {
      return { id, key: '0x00000000', ownerUid: 0, mode: '600', bytes: 1, attached: 0 };
    });
    const { full, brief } = answered({ type: 'ipc', ...none, segments, ...base });
    expect(full.filter(({ field }) => field === 'segment')).toHaveLength(3);
    expect(full.map(({ texts: [text] }) => text)).toContain('and 6 more');
    expect(brief.map(shown)[0]).toEqual(['System V', '9 segments', 'known']);
  });

  it('the share of /dev/shm that is used, and none where there is no limit', () => {
    const used = (sizeBytes: number | null, usedBytes: number) =>
      answered({ type: 'ipc', ...none, shmMount: { sizeBytes, usedBytes }, ...base }).full.at(-1)
        ?.used;
    expect([used(100, 25), used(100, 0), used(100, 200), used(null, 5), used(0, 0)]).toEqual([
      ...[0.25, 0, 1],
      ...[null, null],
    ]);
  });

  it.each(['ipc', 'uts', 'cgroup', 'time'] as const)(
    'of %s: as many lines before it is known as when there is nothing to tell',
    (type) => {
      const nothing: Record<typeof type, Inside> = {
        ipc: { type: 'ipc', ...none, ...base },
        uts: { type: 'uts', hostname: 'a', domainname: '(none)', ...base },
        cgroup: { type: 'cgroup', root: '/', ...base },
        time: { type: 'time', boottimeNs: '0', monotonicNs: '0', ...base },
      };
      const [before, after] = [told({ is: 'asked' }, type), answered(nothing[type])];
      expect(before.full.map(({ field }) => field)).toEqual(after.full.map(({ field }) => field));
      expect(before.brief.map(({ field }) => field)).toEqual(after.brief.map(({ field }) => field));
      expect(before.full.every(({ state }) => state === 'asked')).toBe(true);
    },
  );

  it('says so where it is refused', () => {
    const { full } = told({ is: 'refused', code: 'not-in-recording' }, 'uts');
    expect(full.map(shown)).toEqual([
      ['', '? what it isolates is not told: it was not recorded', 'unknown'],
    ]);
  });

  it('is nothing where nobody asks', () => {
    expect(contentsWith(new Map(), 'uts').size).toBe(0);
  });
});

describe('the root of a cgroup namespace', () => {
  const at = '/docker/abc';
  const machine = (cgroup: string) => ({
    ...courseMachine,
    processes: courseMachine.processes.map((each) =>
      each.pid === c1?.pid ? { ...each, cgroup } : each,
    ),
  });
  const told = (cgroup: string, root: string | null) => {
    const snapshot = machine(cgroup);
    const id = c1?.namespaces.cgroup ?? null;
    if (id === null) throw new Error('c1 runs');
    const answer: Inside = { type: 'cgroup', root, through: null, unreadable: { root: 'EPERM' } };
    const boxes = lensBoxes(snapshot, 'cgroup', new Set());
    const insides: Insides = new Map([[id, { is: 'answered', answer }]]);
    const contents = boxContents(boxes, 'cgroup', insides, snapshot, messagesFor('en'));
    return contents.get(id)?.full.slice(0, 2).map(shown);
  };

  it.each<[string, string, string | null, unknown[]]>([
    ['is where the container is', at, at, ['/', 'known']],
    ['is the machine’s: the container sees where it is', at, '/', [at, 'known']],
    ['is above it', `${at}/job`, at, ['/job', 'known']],
    ['only begins with the same letters', '/docker/abcd', at, ['outside of it', 'none']],
    ['is not known', at, null, ['? unknown', 'unknown']],
  ])('%s', (_what, cgroup, root, [text, state]) => {
    const [first, second] = told(cgroup, root) ?? [];
    expect(first).toEqual(
      root === null
        ? ['its / is', '? unknown: who reads may not enter it', 'unknown']
        : ['its / is', root, 'known'],
    );
    expect(second).toEqual(['c1 sees itself at', text, state]);
  });
});

describe('of a PID namespace, by the snapshot alone', () => {
  const lines = (snapshot: Snapshot, id = c1.namespaces.pid) => {
    const boxes = lensBoxes(snapshot, 'pid', new Set());
    const contents = boxContents(boxes, 'pid', new Map(), snapshot, messagesFor('en'));
    return contents.get(id ?? UNKNOWN_BOX)?.full.map(shown);
  };

  it('who ends with whom', () => {
    expect(lines(courseMachine)).toEqual([['', 'c2 ends with c1', 'known']]);
  });

  it('is nothing where nobody else ends, and for the host’s', () => {
    const alone = courseMachine.containers.filter(({ name }) => name !== 'c2');
    expect(lines({ ...courseMachine, containers: alone })).toBeUndefined();
    expect(lines(courseMachine, courseMachine.host.namespaces.pid)).toBeUndefined();
  });

  it('says of number 1 that it is of no container', () => {
    const others = courseMachine.containers.filter(({ name }) => name !== 'c1');
    expect(lines({ ...courseMachine, containers: others })).toEqual([
      ['', 'c2 ends with its number 1', 'known'],
    ]);
  });

  it('says so where it is not known', () => {
    const containers = courseMachine.containers.map((each) =>
      each.name === 'vault' ? { ...each, namespaces: { ...each.namespaces, pid: null } } : each,
    );
    expect(lines({ ...courseMachine, containers })).toEqual([
      ['', '? who ends with its number 1 is not known', 'unknown'],
    ]);
  });
});

describe('in the layout', () => {
  const size = { width: 1000, height: 600 };
  const ids = courseMachine.namespaces.map(({ id }) => id);
  const all = (asked: (id: NamespaceId) => Asked<Inside>): Insides =>
    new Map(ids.filter((id) => namespaceTypeOf(id) === 'uts').map((id) => [id, asked(id)]));
  const layout = (insides: Insides, room = size) =>
    layOutLens(lensBoxes(courseMachine, 'uts', new Set()), room, contentsWith(insides, 'uts'));

  it.each([
    [1000, 600],
    [1000, 200],
    [500, 300],
    [260, 400],
  ])('has room of its own: below the title, above the dots, in %i × %i', (width, height) => {
    const { boxes, look } = layout(
      all(() => ({ is: 'asked' })),
      { width, height },
    );
    const telling = boxes.filter(({ facts }) => facts !== null);
    expect(telling.length).toBeGreaterThan(1);
    for (const { facts, x, y, width, dots } of telling) {
      if (facts === null) continue;
      expect(facts.y).toBeGreaterThanOrEqual(y + look.title);
      expect(facts.x).toBeGreaterThan(x);
      expect(facts.x + facts.width).toBeLessThan(x + width);
      const bottom = facts.y + facts.lines.length * 18;
      for (const dot of dots) expect(dot.y - look.radius).toBeGreaterThanOrEqual(bottom);
    }
  });

  it('does not move when the answers come', () => {
    const places = (insides: Insides) =>
      layout(insides).boxes.map(({ box, facts, x, y, width, height, dots }) => {
        const spots = dots.map((dot) => [dot.process.pid, dot.x, dot.y]);
        return [box.key, facts?.y, x, y, width, height, spots];
      });
    const hostname = 'a-name-that-is-as-long-as-the-kernel-lets-a-host-name-become-today';
    const answer: Inside = { type: 'uts', hostname, domainname: '(none)', ...base };
    const [before, after] = [
      places(all(() => ({ is: 'asked' }))),
      places(all(() => ({ is: 'answered', answer }))),
    ];
    expect(after).toEqual(before);
  });

  it('is all that there is to tell, where small dots leave the room', () => {
    const asked = all(() => ({ is: 'asked' }));
    const linesWith = (height: number) => {
      const crowd = Array.from({ length: 40 }, (_, nth) => {
        const [first] = courseMachine.processes.filter(({ pid }) => pid === c1.pid);
        if (first === undefined) throw new Error('c1 has a process');
        return { ...first, pid: 50_000 + nth };
      });
      const processes = [...courseMachine.processes, ...crowd];
      const boxes = lensBoxes({ ...courseMachine, processes }, 'uts', new Set());
      const { look, boxes: placed } = layOutLens(
        boxes,
        { width: 700, height },
        contentsWith(asked, 'uts'),
      );
      expect(look.says).toBe('number');
      const box = placed.find((each) => each.box.key === c1.namespaces.uts);
      return box?.facts?.lines.length;
    };
    expect([linesWith(260), linesWith(520)]).toEqual([1, 2]);
  });

  it('is left out where dots are too small to be numbered', () => {
    const content = contentsWith(
      all(() => ({ is: 'asked' })),
      'uts',
    )
      .values()
      .next().value;
    const says = DOT_LOOKS.map((look) => [look.says, factLines(content, look).length]);
    expect(new Map(says.map(([name, count]) => [name, count]))).toEqual(
      new Map<unknown, unknown>([
        ['full', 2],
        ['number', 1],
        ['nothing', 0],
      ]),
    );
  });
});
