import { describe, expect, it } from 'vitest';
import type { Image } from './image';
import { imageName, imagesInOrder } from './in-order';

const image = (id: string, tags: string[], layers: Image['layers'] = []): Image => ({
  ...{ engine: 'docker:a', id: `sha256:${id}`, tags, layers },
  ...{ bytes: 0, steps: null, containers: [], unreadable: {} },
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
