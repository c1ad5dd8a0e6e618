import { monoWidth } from '../layout/mono-text';
import { sansWidth } from '../layout/node-text';
import type { Box } from '../layout/geometry';
import type { SvgNode } from './svg';
import { fontOf } from './text';

/** What makes points of a drawing of those of an element: a b c d e f, as SVG's `matrix()` has them. */
type Matrix = readonly [number, number, number, number, number, number];

const SAME: Matrix = [1, 0, 0, 1, 0, 0];

/** The boxes of the elements that are wanted, in the coordinates of the whole drawing; of those within one, its alone. */
export function boxesOf(tree: SvgNode, isWanted: (node: SvgNode) => boolean): Box[] {
  return walk(tree, SAME);

  function walk(node: SvgNode, around: Matrix): Box[] {
    if (isWanted(node)) {
      const box = boxIn(node, around);
      return box === null ? [] : [box];
    }
    const here = times(around, transformOf(node));
    return node.children.flatMap((child) => (typeof child === 'string' ? [] : walk(child, here)));
  }
}

/** The smallest box around all; null: around nothing. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** The drawing without what is wholly outside of a box, definitions and what is read aloud kept. */
export function prunedTo(tree: SvgNode, box: Box): SvgNode {
  return within(tree, SAME) ?? tree;

  function within(node: SvgNode, outside: Matrix): SvgNode | null {
    if (isUnseen(node)) return node;
    const own = boxIn(node, outside);
    if (own === null || !meet(own, box)) return null;
    if (node.name !== 'g' && node.name !== 'svg') return node;
    const here = times(outside, transformOf(node));
    const children = node.children.map((child) =>
      typeof child === 'string' ? child : within(child, here),
    );
    return { ...node, children: children.filter((child) => child !== null) };
  }
}

const UNSEEN: readonly string[] = ['defs', 'title', 'desc', 'style'];

/** Is it a definition, or for who does not see the drawing? */
export function isUnseen({ name }: SvgNode): boolean {
  return UNSEEN.includes(name);
}

function meet(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    one.right > other.left &&
    one.top < other.bottom &&
    one.bottom > other.top
  );
}

/** Null: there is nothing to be seen. */
function boxIn(node: SvgNode, outside: Matrix): Box | null {
  if (isUnseen(node)) return null;
  const here = times(outside, transformOf(node));
  const own = pointsOf(node).map(([x, y]) => at(here, x, y));
  const boxes = node.name === 'text' ? [] : childBoxes(node, here);
  return around([...own.map(([x, y]) => ({ left: x, right: x, top: y, bottom: y })), ...boxes]);
}

function childBoxes(node: SvgNode, here: Matrix): Box[] {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : (boxIn(child, here) ?? []),
  );
}

type Points = [x: number, y: number][];

function pointsOf({ name, attributes, children }: SvgNode): Points {
  const number = (attribute: string) => Number(attributes[attribute] ?? 0);
  switch (name) {
    case 'rect':
      return corners(number('x'), number('y'), number('width'), number('height'));
    case 'circle': {
      const r = number('r');
      return corners(number('cx') - r, number('cy') - r, 2 * r, 2 * r);
    }
    case 'line':
      return [
        [number('x1'), number('y1')],
        [number('x2'), number('y2')],
      ];
    case 'path':
      return pathPoints(String(attributes.d ?? ''));
    case 'text': {
      const { name: font, size, weight } = fontOf(attributes);
      const text = children
        .map((child) => (typeof child === 'string' ? child : child.children.join('')))
        .join('');
      const width = font === 'mono' ? monoWidth(text, size) : sansWidth(text, size, weight > 500);
      const anchor = attributes['text-anchor'];
      const before = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
      return corners(number('x') - before, number('y') - 0.8 * size, width, size);
    }
    default:
      return [];
  }
}

function corners(x: number, y: number, width: number, height: number): Points {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}

/** The points that a path goes through, and those that its curves lean to: it is not outside of them. */
function pathPoints(d: string): Points {
  const points: Points = [];
  let [x, y] = [0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = [...rest.matchAll(/-?\d*\.?\d+(?:e[-+]?\d+)?/g)].map(Number);
    const kind = letter.toUpperCase();
    const [fromX, fromY] = letter === kind ? [0, 0] : [x, y];
    if (kind === 'H') numbers.forEach((each) => points.push([(x = fromX + each), y]));
    else if (kind === 'V') numbers.forEach((each) => points.push([x, (y = fromY + each)]));
    else {
      // Of an arc only the last two of seven are a point.
      const told = kind === 'A' ? numbers.filter((_, nth) => nth % 7 > 4) : numbers;
      for (let nth = 0; nth + 1 < told.length; nth += 2) {
        [x, y] = [fromX + (told[nth] ?? 0), fromY + (told[nth + 1] ?? 0)];
        points.push([x, y]);
      }
    }
  }
  return points;
}

function transformOf({ attributes }: SvgNode): Matrix {
  const text = String(attributes.transform ?? '');
  let matrix = SAME;
  for (const [, name, inside = ''] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [first = 0, second] = inside.split(/[ ,]+/).map(Number);
    if (name === 'translate') matrix = times(matrix, [1, 0, 0, 1, first, second ?? 0]);
    else if (name === 'scale') matrix = times(matrix, [first, 0, 0, second ?? first, 0, 0]);
    else if (name === 'rotate') {
      const [cos, sin] = [Math.cos((first * Math.PI) / 180), Math.sin((first * Math.PI) / 180)];
      matrix = times(matrix, [cos, sin, -sin, cos, 0, 0]);
    }
  }
  return matrix;
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

function at([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
