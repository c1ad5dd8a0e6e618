import { describe, expect, test } from 'vitest';
import { crossings, drawnBounds } from './clarity';
import { sampleSnapshot } from './fixtures/sample-snapshot';
import type { Place } from './places';
import { sharingGraph } from '../sharing/graph';
import { layOut } from './sharing-layout';
import { pointOn } from './tie-path';
import { curvesOf, type TieCurve } from './tie-curves';

const at = (x: number, y: number, room: Place['room'] = 'container'): Place => ({
  x,
  y,
  room,
  labelAbove: true,
});
const straight: TieCurve = {
  from: 'a',
  to: 'hub',
  type: 'pid',
  curve: [
    { x: 52, y: 0 },
    { x: 200, y: 0 },
    { x: 400, y: 0 },
    { x: 600, y: 0 },
  ],
};
const ends: [string, Place][] = [
  ['a', at(0, 0)],
  ['hub', at(600, 0, 'hub')],
];

describe('crossings', () => {
  test.each<[string, [string, Place][], number]>([
    ['only its own ends', [], 0],
    ['one ring on the way', [['b', at(300, 0)]], 1],
    ['a label on the way', [['other', at(300, 20, 'hub')]], 1],
    [
      'two on the way',
      [
        ['b', at(200, 0)],
        ['c', at(400, 10)],
      ],
      2,
    ],
    ['one beside the way', [['b', at(300, 200)]], 0],
  ])('%s', (_name, others, expected) => {
    expect(crossings(new Map([...ends, ...others]), [straight])).toBe(expected);
  });
});

describe('drawnBounds', () => {
  test('null when nothing is drawn', () => {
    expect(drawnBounds(new Map(), [])).toBeNull();
  });

  test('the bends of ties are in the picture as well', () => {
    const graph = sharingGraph(
      sampleSnapshot([
        { name: 'mailer', host: ['uts'] },
        { name: 'metrics', host: ['pid', 'net'] },
      ]),
    );
    const { places, bounds } = layOut(graph, { width: 965, height: 672 }, null);
    for (const { curve } of curvesOf(graph, places)) {
      for (const t of [0.25, 0.5, 0.75]) {
        const { x, y } = pointOn(curve, t);
        // Between two samples a bend can stand out by a pixel or two.
        expect(x).toBeGreaterThan(bounds.left - 3);
        expect(x).toBeLessThan(bounds.right + 3);
        expect(y).toBeGreaterThan(bounds.top - 3);
        expect(y).toBeLessThan(bounds.bottom + 3);
      }
    }
  });
});
