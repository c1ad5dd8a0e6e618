import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import type { Insides } from '../../inside/insides';
import { LANGUAGES } from '../../model/language';
import { containerKey } from '../../model/ids';
import type { Snapshot } from '../../model/snapshot';
import { lensBoxes } from '../lens/lens-boxes';
import { netMachine, type NetSketch } from './fixtures/net-machine';
import { widthOf, type Line } from './line';
import { PADDING } from './measure';
import { layOutNet } from './net-layout';
import type { NetLayout, PlacedNet } from './placed';
import { signPlace } from './site';

const SIZE = { width: 1100, height: 600 };
const NOBODY: ReadonlySet<string> = new Set();

function layout(
  snapshot: Snapshot,
  insides: Insides,
  { size = SIZE, chosen = NOBODY, language = 'en' as (typeof LANGUAGES)[number] } = {},
): NetLayout {
  return layOutNet(
    {
      ...{ boxes: lensBoxes(snapshot, 'net', new Set()), insides, chosen },
      ...{ processes: snapshot.processes, engines: new Set(), hostname: 'machine', speaks: true },
      brief: false,
      messages: messagesFor(language).lensNet,
    },
    size,
  );
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const NEAR = 0.01;

function areApart(a: Area, b: Area): boolean {
  return (
    a.x + a.width <= b.x + NEAR ||
    b.x + b.width <= a.x + NEAR ||
    a.y + a.height <= b.y + NEAR ||
    b.y + b.height <= a.y + NEAR
  );
}

function isWithin(inner: Area, outer: Area): boolean {
  return (
    inner.x >= outer.x - NEAR &&
    inner.y >= outer.y - NEAR &&
    inner.x + inner.width <= outer.x + outer.width + NEAR &&
    inner.y + inner.height <= outer.y + outer.height + NEAR
  );
}

const rightOf = ({ spans }: Line) =>
  Math.max(0, ...spans.map(({ x, text, role }) => x + widthOf(text, role)));

/** How wide the widest line of a box is, and how wide its room. */
function roomFlaws({ standing, ground }: PlacedNet): string[] {
  const measured = standing?.measured ?? null;
  const room = (standing?.width ?? 0) - 2 * PADDING.x;
  const lines = [
    ...(measured === null
      ? []
      : [...measured.body, ...measured.devices].flatMap((each) => each.lines)),
    ...(measured?.head.lines.map(({ line }) => line) ?? []),
  ];
  const wide = lines
    .filter((line) => rightOf(line) > room + NEAR)
    .map(({ whole }) => `wide: ${whole}`);
  const rails = (ground?.rails ?? [])
    .filter((rail) => rightOf(rail.line) > rail.width - 12 + NEAR)
    .map(({ key }) => `wide rail ${key}`);
  return [...wide, ...rails];
}

function flawsOf({ boxes, wires, size, legend }: NetLayout): string[] {
  const flaws = boxes.flatMap(roomFlaws);
  const all = { x: 0, y: 0, ...size };
  boxes.forEach((one, nth) => {
    if (!isWithin(one, all)) flaws.push(`${one.box.key} is outside`);
    const rails = one.ground?.rails ?? [];
    for (const rail of rails) if (!isWithin(rail, one)) flaws.push(`${rail.key} is outside`);
    rails.forEach((rail, at) => {
      for (const other of rails.slice(at + 1)) {
        if (!areApart(rail, other)) flaws.push(`${rail.key} lies over ${other.key}`);
      }
    });
    for (const { x, y, process } of one.dots) {
      const dot = { x: x - 6, y: y - 6, width: 12, height: 12 };
      if (!isWithin(dot, one)) flaws.push(`dot ${String(process.pid)} is out of ${one.box.key}`);
    }
    for (const other of boxes.slice(nth + 1)) {
      if (!areApart(one, other)) flaws.push(`${one.box.key} lies over ${other.box.key}`);
    }
  });
  for (const { wire, points, rail } of wires) {
    const [start, end] = [points[0], points.at(-1)];
    const box = boxes.find(({ box: { key } }) => key === wire.from.namespace);
    const sign =
      box === undefined || box.standing === null ? null : signPlace(box.standing, wire.from.index);
    if (start === undefined || end === undefined || box === undefined) {
      flaws.push(`${wire.key} leads nowhere`);
      continue;
    }
    const begins = sign ?? { x: start.x, y: box.y + box.height };
    if (start.x !== begins.x || start.y !== begins.y)
      flaws.push(`${wire.key} begins beside its device`);
    const ends = boxes.flatMap(({ ground }) => ground?.rails ?? []).find(({ key }) => key === rail);
    if (ends === undefined) flaws.push(`${wire.key} has no rail`);
    else if (end.y !== ends.y || end.x < ends.x || end.x > ends.x + ends.width) {
      flaws.push(`${wire.key} ends beside its rail`);
    }
    // It passes no other box: all that is not its own, and no ground.
    for (const other of boxes.filter(
      ({ ground, box: { key } }) => ground === null && key !== box.box.key,
    )) {
      points.slice(1).forEach((to, at) => {
        const from = points[at] ?? to;
        const way = {
          ...{ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) },
          ...{ width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) },
        };
        if (!areApart(way, other)) flaws.push(`${wire.key} runs through ${other.box.key}`);
      });
    }
  }
  for (const { y, x } of legend.entries) {
    if (y > size.height || x > size.width) flaws.push('the legend is outside');
  }
  return flaws;
}

const sketch = (nth: number): fc.Arbitrary<NetSketch> =>
  fc.record({
    name: fc.constantFrom('c', 'a-rather-long-name-', '名字').map((name) => `${name}${nth}`),
    wires: fc.uniqueArray(
      fc.constantFrom('docker0', 'br-shop', 'br-jobs', 'br-x1', 'br-x2', 'br-x3'),
      {
        maxLength: 3,
      },
    ),
    ports: fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { maxLength: 5 }),
    processes: fc.integer({ min: 1, max: 30 }),
    onHost: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    ...{ is: fc.constantFrom('asked', 'refused', 'untold', undefined, undefined, undefined) },
  }) as fc.Arbitrary<NetSketch>;

const machines = fc
  .integer({ min: 0, max: 45 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, nth) => sketch(nth))));

describe('networks', () => {
  it('stand beside each other, wires between their ends, text in its room, whatever there is', () => {
    const size = fc.record({
      width: fc.integer({ min: 420, max: 1900 }),
      height: fc.integer({ min: 200, max: 1000 }),
    });
    fc.assert(
      fc.property(machines, size, fc.constantFrom(...LANGUAGES), (sketches, room, language) => {
        const { snapshot, insides } = netMachine(sketches);
        const placed = layout(snapshot, insides, { size: room, language });
        expect(flawsOf(placed)).toEqual([]);
        expect(placed.boxes.map(({ box }) => box.key).sort()).toEqual(
          snapshot.namespaces.map(({ id }) => id).sort(),
        );
        expect(placed.size.width).toBe(room.width);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same whatever order lists and answers come in', () => {
    const { snapshot, insides } = netMachine(
      Array.from({ length: 12 }, (_, nth) => ({
        name: `c${nth}`,
        wires: nth % 4 === 3 ? ['docker0', 'br-shop'] : [nth % 2 === 0 ? 'docker0' : 'br-shop'],
        ports: nth % 3 === 0 ? [80 + nth] : [],
      })),
    );
    const golden = JSON.stringify(layout(snapshot, insides));
    const shuffle = <T>(items: readonly T[]) =>
      fc.shuffledSubarray([...items], { minLength: items.length });
    fc.assert(
      fc.property(
        shuffle(snapshot.containers),
        shuffle(snapshot.namespaces),
        shuffle(snapshot.processes),
        shuffle([...insides]),
        (containers, namespaces, processes, answers) => {
          const shuffled = { ...snapshot, containers, namespaces, processes };
          expect(JSON.stringify(layout(shuffled, new Map(answers)))).toBe(golden);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('from thirty on are chips, but those that are shared or selected', () => {
    const sketches = Array.from({ length: 40 }, (_, nth) => ({
      name: `c${nth}`,
      wires: ['docker0'],
    }));
    const { snapshot, insides } = netMachine([...sketches, { name: 'joined', joins: 'c3' }]);
    const [c7] = snapshot.containers.filter(({ name }) => name === 'c7');
    if (c7 === undefined) throw new Error('with c7');
    const { boxes } = layout(snapshot, insides, { chosen: new Set([containerKey(c7)]) });
    const whole = boxes.filter(({ standing }) => standing !== null && standing.measured !== null);
    expect(whole.map(({ box }) => box.members.map(({ name }) => name))).toEqual([
      ['c3', 'joined'],
      ['c7'],
    ]);
    expect(
      boxes.filter(({ standing }) => standing !== null && standing.chip !== null),
    ).toHaveLength(38);
  });

  it('cut no gateway and no IPv4 address, however narrow their box is', () => {
    const { snapshot, insides } = netMachine([{ name: 'c1', wires: ['docker0'] }]);
    const id = snapshot.containers[0]?.namespaces.net;
    const known = id === null || id === undefined ? undefined : insides.get(id);
    if (
      id === null ||
      id === undefined ||
      known?.is !== 'answered' ||
      known.answer.type !== 'net'
    ) {
      throw new Error('c1');
    }
    const far = '192.168.100.200';
    const routes = (known.answer.routes ?? []).map((each) => ({ ...each, via: far }));
    const devices = (known.answer.devices ?? []).map((each) =>
      each.name === 'eth0' ? { ...each, addresses: [`${far}/24`] } : each,
    );
    const told = new Map([
      ...insides,
      [id, { ...known, answer: { ...known.answer, routes, devices } }],
    ]);
    for (const width of [206, 260, 900]) {
      const { boxes } = layout(snapshot, told, { size: { width, height: 600 } });
      const { measured = null } = boxes.find(({ box }) => box.key === id)?.standing ?? {};
      const spans = [...(measured?.body ?? []), ...(measured?.devices ?? [])].flatMap(({ lines }) =>
        lines.flatMap((line) => line.spans.map(({ text }) => text)),
      );
      expect(
        spans.filter((text) => text === far),
        String(width),
      ).toHaveLength(2);
    }
  });

  it.each([
    ['few, in a large room', 12, { width: 1600, height: 900 }, 0],
    ['that take much more than the room', 12, { width: 800, height: 400 }, 12],
    ['in one row, however low the room', 3, { width: 900, height: 200 }, 0],
  ])('are chips where whole ones would be too high: %s', (_, count, size, chips) => {
    const { snapshot, insides } = netMachine(
      Array.from({ length: count }, (_none, nth) => ({ name: `c${nth}`, wires: ['docker0'] })),
    );
    const { boxes } = layout(snapshot, insides, { size });
    const short = boxes.filter(({ standing }) => standing !== null && standing.chip !== null);
    expect(short).toHaveLength(chips);
  });

  it('in short stand beside what is whole, where a column has room', () => {
    const { snapshot, insides } = netMachine([
      { name: 'web', wires: ['docker0'] },
      { name: 'sidecar', joins: 'web' },
      ...Array.from({ length: 12 }, (_, nth) => ({ name: `c${nth}`, wires: ['docker0'] })),
    ]);
    const placed = layout(snapshot, insides, { size: { width: 800, height: 400 } });
    expect(flawsOf(placed)).toEqual([]);
    const chips = placed.boxes.filter(
      ({ standing }) => standing !== null && standing.chip !== null,
    );
    expect(chips).toHaveLength(12);
    expect(Math.min(...chips.map(({ y }) => y))).toBe(Math.min(...placed.boxes.map(({ y }) => y)));
  });

  it('of whom nothing is told stand as they are, and say why', () => {
    const { snapshot } = netMachine([{ name: 'c1', wires: ['docker0'] }, { name: 'c2' }]);
    const placed = layout(snapshot, new Map());
    expect(flawsOf(placed)).toEqual([]);
    expect(placed.wires).toEqual([]);
    for (const { standing } of placed.boxes) {
      if (standing === null) continue;
      expect(standing.measured?.body.flatMap(({ data }) => Object.entries(data))).toEqual([
        ['unreadable', 'inside'],
      ]);
    }
  });
});
