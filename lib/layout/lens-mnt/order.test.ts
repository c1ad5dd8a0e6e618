import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderByLayers } from './order';

const ordered = (...stacks: (string | null)[]) =>
  orderByLayers(stacks, (stack) => stack?.split('') ?? null);

it.each<[string, (string | null)[], (string | null)[]]>([
  ['those with one base stand together', ['ab', 'xy', 'ac'], ['ab', 'ac', 'xy']],
  ['further layers part them further', ['abc', 'ax', 'abd'], ['abc', 'abd', 'ax']],
  ['who has no more than the base stands with them', ['ab', 'x', 'a'], ['ab', 'a', 'x']],
  ['those that are alike keep their order', ['a', 'x', 'a'], ['a', 'a', 'x']],
  ['who has none stands last', [null, 'a', '', 'a'], ['a', 'a', null, '']],
  ['none', [], []],
])('%s', (_name, stacks, expected) => {
  expect(ordered(...stacks)).toEqual(expected);
});

it('whatever the layers, those that read one stand side by side', () => {
  const stack = fc.array(fc.nat({ max: 3 }), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(stack, { maxLength: 30 }), (stacks) => {
      // A layer is another one where what is below it is another.
      const layersOf = (each: number[]) =>
        each.map((_, level) => each.slice(0, level + 1).join('.'));
      const all = orderByLayers(stacks, layersOf);
      expect(all.toSorted()).toEqual(stacks.toSorted());
      for (const layer of new Set(all.flatMap(layersOf))) {
        const at = all.flatMap((each, nth) => (layersOf(each).includes(layer) ? [nth] : []));
        expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBe(at.length - 1);
      }
    }),
  );
});
