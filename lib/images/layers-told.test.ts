import { expect, it } from 'vitest';
import { containerKey } from '../model/ids';
import type { Image, Written } from './image';
import {
  imageOfContainer,
  imagesAfter,
  isOnItsWay,
  NO_LAYERS_TOLD,
  writtenAfter,
  type LayersTold,
} from './layers-told';

const key = (id: string) => containerKey({ engine: 'docker:a', id });
const row = (container: string, bytes: number): Written => ({
  ...{ engine: 'docker:a', container, bytes, unreadable: {} },
});
const image = (...containers: string[]): Image => ({
  ...{ engine: 'docker:a', id: 'i', tags: [], bytes: 1, layers: [], containers, unreadable: {} },
});
const images = (...all: Image[]): LayersTold['images'] => ({
  is: 'answered',
  answer: { images: all, unreadable: { 'images.docker:b': 'no such socket' } },
});

it('the image of a container, or why it is not known', () => {
  const told = { ...NO_LAYERS_TOLD, images: images(image('c1')) };
  const of = (engine: string, id: string) => imageOfContainer({ engine, id }, told);
  expect(of('docker:a', 'c1')).toEqual({ is: 'answered', answer: image('c1') });
  expect(of('docker:a', 'c2')).toEqual({ is: 'unread', why: undefined });
  expect(of('docker:b', 'c1')).toEqual({ is: 'unread', why: 'no such socket' });
  expect(imageOfContainer({ engine: 'docker:a', id: 'c1' }, NO_LAYERS_TOLD).is).toBe('asked');
});

it('what tells the same stays the very same, whenever it was told', () => {
  const [before, again] = [images(image('c1')), images(image('c1'))];
  expect(imagesAfter(before, again)).toBe(before);
  expect(imagesAfter(before, images())).not.toBe(before);
  const known = writtenAfter(new Map(), [key('c1')], { is: 'answered', answer: [row('c1', 5)] });
  expect(writtenAfter(known, [key('c1')], { is: 'answered', answer: [row('c1', 5)] })).toBe(known);
  const more = writtenAfter(known, [key('c1')], { is: 'answered', answer: [row('c1', 6)] });
  expect(more.get(key('c1'))).toMatchObject({ answer: { bytes: 6 } });
});

it('of what has no row, or was refused, nothing stays; where others ask as well all does', () => {
  const known = writtenAfter(new Map(), [key('c1'), key('c2')], {
    ...{ is: 'answered', answer: [row('c1', 5), row('c2', 5)] },
  });
  expect([...writtenAfter(known, [key('c1')], { is: 'answered', answer: [] }).keys()]).toEqual([
    key('c2'),
  ]);
  const refused = { is: 'refused', code: 'deadline' } as const;
  expect(writtenAfter(known, [key('c1')], refused).get(key('c1'))).toEqual(refused);
  expect(writtenAfter(known, [key('c1')], { is: 'refused', code: 'busy' })).toBe(known);
});

it('is on its way until images and what every running container has written came', () => {
  const of = (pid: number) => [{ engine: 'docker:a', id: 'c1', pid }];
  expect(isOnItsWay(of(1), NO_LAYERS_TOLD)).toBe(true);
  expect(isOnItsWay(of(0), NO_LAYERS_TOLD)).toBe(false);
  const came = { ...NO_LAYERS_TOLD, images: images() };
  expect(isOnItsWay(of(1), came)).toBe(true);
  const written = new Map([[key('c1'), { is: 'refused', code: 'failed' } as const]]);
  expect(isOnItsWay(of(1), { ...came, written })).toBe(false);
});
