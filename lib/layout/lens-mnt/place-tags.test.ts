import { expect, it } from 'vitest';
import { sampleMount } from '../../inside/fixtures/sample-mount';
import { heightOfTags, inOrder, placeTags } from './place-tags';
import type { Tag } from './tags';

const FRAME = { x: 0, y: 0, width: 200, height: 0 };

const tag = (target: string, change: Partial<Tag> = {}): Tag => ({
  mount: sampleMount({ target }),
  ...{ writable: true, danger: null, source: null, covers: false, spoken: false, ...change },
});
const safe = (count: number) => Array.from({ length: count }, (_, n) => tag(`/s${n}`));
const sockets = (count: number) =>
  Array.from({ length: count }, (_, n) => tag(`/d${n}`, { danger: 'engine' }));

const targets = (tags: readonly Tag[]) => tags.map(({ mount }) => mount.target);
const shown = (tags: readonly Tag[], isOpened = false) =>
  placeTags(tags, FRAME, isOpened).tags.map((each) => each.tag);
const left = (tags: readonly Tag[], isOpened = false) =>
  placeTags(tags, FRAME, isOpened).more?.folded ?? null;

it('what is dangerous comes first, wherever the kernel has it', () => {
  const order = inOrder([...safe(8), ...sockets(1)], []);
  expect(targets(order)[0]).toBe('/d0');
  expect(targets(shown(order))).toContain('/d0');
});

it.each([
  ['alone', [tag('/told', { spoken: true })], ['/told']],
  [
    'over what it covers',
    [tag('/hidden'), tag('/told', { covers: true, spoken: true })],
    ['/hidden', '/told'],
  ],
])(
  'what a step speaks of comes next, %s, and is shown however many there are',
  (_, told, first) => {
    const order = inOrder([...safe(20), ...told, ...sockets(9)], []);
    expect(targets(order).slice(9, 9 + first.length)).toEqual(first);
    expect(targets(shown(order))).toContain('/told');
  },
);

it('what covers another stays right below it, also where that is dangerous', () => {
  const order = inOrder(
    [tag('/s'), tag('/hidden'), tag('/over', { covers: true, danger: 'system' })],
    [],
  );
  expect(targets(order)).toEqual(['/hidden', '/over', '/s']);
});

it.each<[string, Tag[], number, number | null]>([
  ['seven are all shown: one that stands for the last takes as much room', safe(7), 7, null],
  ['of eight the last two are one', safe(8), 6, 2],
  ['what is dangerous is shown beyond that', [...sockets(9), ...safe(3)], 9, 3],
  ['but has an end as well', sockets(40), 12, 28],
])('%s', (_name, tags, drawn, folded) => {
  expect(shown(tags)).toHaveLength(drawn);
  expect(left(tags)?.length ?? null).toBe(folded);
});

it('opened, all are shown, and what lets them go again', () => {
  expect(shown(safe(20), true)).toHaveLength(20);
  expect(left(safe(20), true)).toEqual([]);
});

it('of ten thousand many are shown when opened, and of the others it is told', () => {
  const many = safe(10_000);
  expect(shown(many, true).length + (left(many, true)?.length ?? 0)).toBe(10_000);
  expect(heightOfTags(many, true)).toBeLessThan(2000);
});

it.each([
  [0, false],
  [7, false],
  [8, false],
  [8, true],
])('%i tags (opened: %s) take the height that is told', (count, isOpened) => {
  const { tags, more } = placeTags(safe(count), FRAME, isOpened);
  const last = Math.max(
    0,
    ...[...tags, ...(more === null ? [] : [more])].map((at) => at.y + at.height),
  );
  expect(heightOfTags(safe(count), isOpened)).toBeGreaterThanOrEqual(last);
});
