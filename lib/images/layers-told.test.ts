import { expect, it } from 'vitest';
import { containerKey } from '../model/ids';
import { ASKED } from '../protocol/asked';
import { courseMachine } from '../select/course-machine';
import type { Image, Written } from './image';
import {
  imageOfContainer,
  imagesAfter,
  isOnItsWay,
  NO_LAYERS_TOLD,
  runningIn,
  withoutGone,
  writtenAfter,
  type LayersTold,
} from './layers-told';

const key = (id: string) => containerKey({ engine: 'docker:a', id });
const row = (container: string, bytes: number): Written => ({
  ...{ engine: 'docker:a', container, bytes, unreadable: {} },
});
const image = (...containers: string[]): Image => ({
  ...{
    engine: 'docker:a',
    id: 'i',
    tags: [],
    bytes: 1,
    layers: [],
    steps: null,
    containers,
    unreadable: {},
  },
});
const reading = (...all: Image[]) => ({
  ...{ images: all, unreadable: { 'images.docker:b': 'no such socket' } },
});
const images = (...all: Image[]): LayersTold['images'] => ({
  ...{ is: 'answered', answer: { ...reading(...all), about: null } },
});

it('the image of a container, or why it is not known', () => {
  const told = { ...NO_LAYERS_TOLD, images: images(image('c1')) };
  const of = (engine: string, id: string) => imageOfContainer({ engine, id }, told);
  expect(of('docker:a', 'c1')).toEqual({ is: 'answered', answer: image('c1') });
  expect(of('docker:a', 'c2')).toEqual({ is: 'unread', why: undefined });
  expect(of('docker:b', 'c1')).toEqual({ is: 'unread', why: 'no such socket' });
  expect(imageOfContainer({ engine: 'docker:a', id: 'c1' }, NO_LAYERS_TOLD).is).toBe('asked');
});

it('of a container that came after the question nothing is known yet, however the answer came', () => {
  const answered = { is: 'answered', answer: reading(image('c1')) } as const;
  const about = [key('c1'), key('c2')];
  const known = imagesAfter({ is: 'asked' }, answered, about);
  const told = { ...NO_LAYERS_TOLD, images: known, written: new Map([[key('c3'), ASKED]]) };
  const of = (id: string) => ({ engine: 'docker:a', id, pid: 1 });
  expect(imageOfContainer(of('c2'), told)).toEqual({ is: 'unread', why: undefined });
  expect(imageOfContainer(of('c3'), told)).toEqual({ is: 'asked' });
  expect(isOnItsWay([of('c3')], told)).toBe(true);
  const later = imagesAfter(known, answered, [...about, key('c3')]);
  expect(imageOfContainer(of('c3'), { ...told, images: later }).is).toBe('unread');
  // What the server had already is told, though the page had not heard of it when it asked.
  const early = { is: 'answered', answer: reading(image('c3')) } as const;
  const sooner = { ...told, images: imagesAfter(known, early, about) };
  expect(imageOfContainer(of('c3'), sooner).is).toBe('answered');
});

it('what tells the same stays the very same, whenever it was told', () => {
  const answered = { is: 'answered', answer: reading(image('c1')) } as const;
  const about = [key('c1')];
  const before = imagesAfter({ is: 'asked' }, answered, about);
  expect(imagesAfter(before, { ...answered }, [...about])).toBe(before);
  expect(imagesAfter(before, { is: 'answered', answer: reading() }, about)).not.toBe(before);
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
  const refused = { is: 'refused', code: 'failed' } as const;
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

it.each(['busy', 'deadline'] as const)(
  'a refusal for now wipes nothing that is known: %s',
  (code) => {
    const refused = { is: 'refused', code } as const;
    const known = images(image('c1'));
    expect(imagesAfter(known, refused, [])).toBe(known);
    const written = writtenAfter(new Map(), [key('c1')], {
      is: 'answered',
      answer: [row('c1', 5)],
    });
    expect(writtenAfter(written, [key('c1')], refused)).toBe(written);
  },
);

it('nothing is known yet after busy, and after a deadline it is told that it took too long', () => {
  const late = { is: 'refused', code: 'deadline' } as const;
  const busy = { is: 'refused', code: 'busy' } as const;
  expect(imagesAfter({ is: 'asked' }, busy, [])).toEqual({ is: 'asked' });
  expect(imagesAfter({ is: 'asked' }, late, [])).toEqual(late);
  expect(writtenAfter(new Map(), [key('c1')], late).get(key('c1'))).toEqual(late);
});

it('of containers that are gone nothing stays', () => {
  const known = new Map([
    [key('c1'), 1],
    [key('c2'), 2],
  ]);
  const there = [{ engine: 'docker:a', id: 'c2' }];
  expect([...withoutGone(known, there)]).toEqual([[key('c2'), 2]]);
  const both = [...there, { engine: 'docker:a', id: 'c1' }];
  expect(withoutGone(known, both)).toBe(known);
});

it('those that run in some mount namespaces, and no others', () => {
  const { containers } = courseMachine;
  const [one] = containers.filter(({ pid }) => pid > 0);
  const mnt = one?.namespaces.mnt ?? null;
  if (one === undefined || mnt === null) throw new Error('none runs');
  expect(runningIn(containers, [mnt])).toEqual([one]);
  expect(runningIn(containers, [])).toEqual([]);
  expect(runningIn([{ ...one, pid: 0 }], [mnt])).toEqual([]);
});
