import { expect, it } from 'vitest';
import { stacked } from './stacked';

function image(...digests: string[]) {
  return {
    layers: digests.map((digest) => ({ digest, bytes: 1, instruction: null, sharedWith: [] })),
  };
}

it.each<[string, ReturnType<typeof image>[], string[]]>([
  ['none', [], []],
  ['one', [image('a', 'b')], ['b 1: 0', 'a 0: 0']],
  ['two on the same base', [image('a', 'b'), image('a', 'c')], ['b 1: 0', 'c 1: 1', 'a 0: 0–1']],
  ['one on the other', [image('a'), image('a', 'b')], ['b 1: 1', 'a 0: 0–1']],
  ['the same twice', [image('a', 'b'), image('a', 'b')], ['b 1: 0–1', 'a 0: 0–1']],
  [
    'the same on another base',
    [image('a', 'c'), image('b', 'c')],
    ['c 1: 0', 'c 1: 1', 'a 0: 0', 'b 0: 1'],
  ],
  ['one of another kind between', [image('a'), image(), image('a')], ['a 0: 0', 'a 0: 2']],
  ['three of one base', [image('a'), image('a'), image('a')], ['a 0: 0–2']],
  ['the same layer twice in one', [image('a', 'a')], ['a 1: 0', 'a 0: 0']],
])('images side by side: %s', (_, images, expected) => {
  const told = stacked(images).map(({ layer, level, first, across }) => {
    const last = first + across - 1;
    return `${layer.digest} ${String(level)}: ${String(first)}${last > first ? `–${String(last)}` : ''}`;
  });
  expect(told).toEqual(expected);
});

it('has nothing to stand where layers are not told', () => {
  expect(stacked([{ layers: null }])).toEqual([]);
});
