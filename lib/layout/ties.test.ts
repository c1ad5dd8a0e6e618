import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossings } from './clarity';
import { sampleSnapshot } from './fixtures/sample-snapshot';
import { HOST_KEY, type Place, type Places } from './places';
import { sharingGraph } from '../sharing/graph';
import { placeStopped } from './stopped-shelf';
import { pointOn } from './tie-path';
import { asDrawn, curvesOf } from './tie-curves';
import { drawnCurves } from './ties';

const at = (x: number, y: number, room: Place['room']): Place => ({ x, y, room, labelAbove: true });

/** A container in the host's namespaces and others that are in none of them. */
const graph = sharingGraph(
  sampleSnapshot([
    { name: 'tied', host: ['pid'] },
    { name: 'other' },
    { name: 'gone', state: 'exited' },
  ]),
);
const keyOf = (name: string) =>
  graph.nodes.find(({ container }) => container.name === name)?.key ?? '';

function places(...others: [string, Place][]): Places {
  return new Map([
    [HOST_KEY, at(0, 0, 'host')],
    [keyOf('tied'), at(700, 0, 'container')],
    ...others,
  ]);
}

describe('the ties as they are drawn', () => {
  test('are the straightest where nothing is in the way', () => {
    const free = places([keyOf('other'), at(350, 300, 'container')]);
    expect(drawnCurves(graph, free)).toEqual(curvesOf(graph, free).map(asDrawn));
  });

  test.each([
    ['a ring', 'other', 'container'],
    ['a stopped container', 'gone', 'stopped'],
  ] as const)('swerve where %s is in the way', (_, name, room) => {
    const [free] = curvesOf(graph, places());
    if (free === undefined) throw new Error('no tie');
    const { x, y } = pointOn(free.curve, 0.5);
    const taken = places([keyOf(name), at(x, y + 20, room)]);
    expect(crossings(taken, curvesOf(graph, taken))).toBe(1);
    const drawn = drawnCurves(graph, taken);
    expect(crossings(taken, drawn)).toBe(0);
    const [tie] = curvesOf(graph, taken);
    expect(drawn[0]?.curve[0]).toEqual(tie?.curve[0]);
    expect(drawn[0]?.curve[3]).toEqual(tie?.curve[3]);
  });

  test('stay where they are when it helps nothing', () => {
    const wall = Array.from({ length: 40 }, (_, index): [string, Place] => [
      `wall ${index}`,
      at(350, -2000 + index * 90, 'container'),
    ]);
    const taken = places(...wall);
    expect(drawnCurves(graph, taken)).toEqual(curvesOf(graph, taken).map(asDrawn));
  });
});

test('a stopped container is not put on a tie', () => {
  const around: [string, Place] = [keyOf('other'), at(350, 120, 'container')];
  const taken = places(around);
  const shelved = placeStopped(graph, taken);
  expect(shelved.has(keyOf('gone'))).toBe(true);
  expect(crossings(shelved, curvesOf(graph, shelved))).toBe(
    crossings(taken, curvesOf(graph, taken)),
  );
});

test('what was found before holds where nothing near has changed, and only there', () => {
  const many = sharingGraph(
    sampleSnapshot([
      { name: 'a', shares: { pid: 'x' }, host: ['net'] },
      { name: 'b', shares: { pid: 'x', ipc: 'y' } },
      { name: 'c', shares: { ipc: 'y' } },
      { name: 'd' },
      { name: 'e', host: ['pid'] },
      { name: 'f', state: 'exited' },
    ]),
  );
  const keys = [...many.nodes.map(({ key }) => key), ...many.hubs.map(({ id }) => id)];
  const spot = fc.record({
    x: fc.integer({ min: 0, max: 12 }),
    y: fc.integer({ min: -6, max: 6 }),
    there: fc.boolean(),
    moves: fc.boolean(),
  });
  const room = (key: string): Place['room'] =>
    many.hubs.some(({ id }) => id === key) ? 'hub' : 'container';
  fc.assert(
    fc.property(fc.array(spot, { minLength: keys.length, maxLength: keys.length }), (spots) => {
      const stand = (later: boolean): Places =>
        new Map([
          [HOST_KEY, at(0, 0, 'host')],
          ...keys.flatMap((key, nth): [string, Place][] => {
            const { x, y, there, moves } = spots[nth] ?? { x: 0, y: 0, there: false, moves: false };
            if (later && moves) return there ? [] : [[key, at(-x * 90, y * 90, room(key))]];
            return there ? [[key, at(300 + x * 90, y * 90, room(key))]] : [];
          }),
        ]);
      const [before, after] = [stand(false), stand(true)];
      const drawn = { places: before, curves: drawnCurves(many, before) };
      expect(drawnCurves(many, after, drawn)).toEqual(drawnCurves(many, after));
    }),
  );
});
