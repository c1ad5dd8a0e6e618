import { describe, expect, it } from 'vitest';
import { around, boxesOf, prunedTo } from './bounds';
import { group, node, type SvgNode } from './svg';

const wanted = (shape: SvgNode): SvgNode => ({
  ...shape,
  attributes: { ...shape.attributes, 'data-it': 1 },
});
const isIt = ({ attributes }: SvgNode) => 'data-it' in attributes;
const box = (left: number, top: number, right: number, bottom: number) => ({
  ...{ left, top, right, bottom },
});

describe('the box of', () => {
  it.each<[string, SvgNode, ReturnType<typeof box>]>([
    ['a rectangle', node('rect', { x: 1, y: 2, width: 3, height: 4 }), box(1, 2, 4, 6)],
    ['one that begins at nothing', node('rect', { width: 3, height: 4 }), box(0, 0, 3, 4)],
    ['a circle', node('circle', { cx: 10, cy: 10, r: 3 }), box(7, 7, 13, 13)],
    ['a line', node('line', { y2: 5, x1: 2, x2: 4 }), box(2, 0, 4, 5)],
    ['a path', node('path', { d: 'M1,2L5,-6l1 1H20v3z' }), box(1, -6, 20, 2)],
    ['an arc', node('path', { d: 'M0,0A80,80,0,0,1,50,-60' }), box(0, -60, 50, 0)],
    ['a curve', node('path', { d: 'M0,0C1,9,3,9,4,0' }), box(0, 0, 4, 9)],
  ])('%s', (_, shape, expected) => {
    expect(boxesOf(group({}, [wanted(shape)]), isIt)).toEqual([expected]);
  });

  it('something turned, larger and elsewhere', () => {
    const inner = group({ transform: 'scale(2)' }, [
      wanted(node('rect', { width: 2, height: 2, transform: 'rotate(90)' })),
    ]);
    const [only] = boxesOf(group({ transform: 'translate(10,20)' }, [inner]), isIt);
    expect(only?.left).toBeCloseTo(6);
    expect(only?.right).toBeCloseTo(10);
    expect(only?.top).toBeCloseTo(20);
    expect(only?.bottom).toBeCloseTo(24);
  });

  it('a text, about, by its anchor', () => {
    const text = (anchor: string) =>
      node('text', { x: 100, y: 50, 'font-size': 10, 'text-anchor': anchor }, 'middle');
    const [middle] = boxesOf(wanted(text('middle')), isIt);
    expect(((middle?.left ?? 0) + (middle?.right ?? 0)) / 2).toBeCloseTo(100);
    const [end] = boxesOf(wanted(text('end')), isIt);
    expect(end?.right).toBeCloseTo(100);
    expect(end).toMatchObject({ top: 42, bottom: 52 });
  });
});

it('a box around nothing is none', () => {
  expect(around([])).toBeNull();
});

it('what is outside goes, what is partly inside and what is not seen stays', () => {
  const [near, far] = [0, 500].map((x) => node('rect', { x, width: 10, height: 10 }));
  if (near === undefined || far === undefined) throw new Error('there are two');
  const tree = node(
    'svg',
    {},
    node('title', {}, 'a'),
    node('defs', {}, far),
    near,
    group({}, [far]),
  );
  const { children } = prunedTo(tree, box(5, 5, 20, 20));
  expect(children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual([
    ...['title', 'defs', 'rect'],
  ]);
});
