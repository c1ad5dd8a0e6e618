import { describe, expect, it } from 'vitest';
import type { Image, Layer } from './image';
import { imageName, imagesInOrder, sumOfLayers } from './in-order';

const layer = (digest: string, bytes: number | null): Layer => ({
  ...{ digest, bytes },
  ...{ instruction: null, sharedWith: [] },
});

const image = (id: string, tags: string[], layers: Image['layers'] = []): Image => ({
  ...{ engine: 'docker:a', id: `sha256:${id}`, tags, layers },
  ...{ bytes: 0, containers: [], unreadable: {} },
});

describe('imageName', () => {
  it.each([
    [image('a'.repeat(64), ['web:1', 'web:2']), 'web:1'],
    [image('0123456789abcdef', []), '0123456789ab'],
  ])('%#', (of, name) => expect(imageName(of)).toBe(name));
});

it('imagesInOrder: by name, whatever order they came in', () => {
  const all = [image('2', ['b:1']), image('1', ['b:1']), image('3', ['a:1'])];
  const ids = (images: Image[]) => imagesInOrder(images).map(({ id }) => id.slice(7));
  expect(ids(all)).toEqual(['3', '1', '2']);
  expect(ids(all.toReversed())).toEqual(['3', '1', '2']);
});

describe('sumOfLayers', () => {
  const base = image('1', ['base'], [layer('x', 100)]);
  const onBase = image('2', ['web'], [layer('x', 100), layer('y', 20)]);

  it('what two share counts once', () => {
    expect(sumOfLayers([base, onBase])).toEqual({ layers: 2, once: 120, copies: 220 });
  });
  it('the same upon another is another', () => {
    const other = image('3', ['odd'], [layer('z', 1), layer('x', 100)]);
    expect(sumOfLayers([base, other])).toEqual({ layers: 3, once: 201, copies: 201 });
  });
  it('another engine has its own', () => {
    const elsewhere = { ...base, engine: 'docker:b' };
    expect(sumOfLayers([base, elsewhere])).toEqual({ layers: 2, once: 200, copies: 200 });
  });
  it('one that is not clear makes the sum unknown', () => {
    const unclear = image('4', ['loaded'], [layer('q', null)]);
    expect(sumOfLayers([base, unclear])).toEqual({ layers: 2, once: null, copies: null });
  });
  it('none', () => expect(sumOfLayers([])).toEqual({ layers: 0, once: 0, copies: 0 }));
});
