import { expect, it } from 'vitest';
import { sampleMount } from '../../inside/fixtures/sample-mount';
import { cordsOf } from './cords';
import type { Tag } from './tags';

const tag = (source: string | null, danger: Tag['danger'] = null): Tag => ({
  mount: sampleMount({ hostPath: source }),
  ...{ writable: true, danger, source, covers: false, spoken: false },
});
const said = (columns: Tag[][], most = 10) => {
  const { cords, more } = cordsOf(columns, most);
  return [
    ...cords.map(({ source, ends }) => `${source} ${ends.map(({ column }) => column).join()}`),
    more,
  ];
};

it.each<[string, Tag[][], (string | number)[]]>([
  ['who goes farther is above', [[tag('/a')], [tag('/b')]], ['/b 1', '/a 0', 0]],
  [
    'one thing in several is one cord',
    [[tag('/a')], [tag('/b')], [tag('/a')]],
    ['/a 0,2', '/b 1', 0],
  ],
  ['what the host does not have has none', [[tag(null)], []], [0]],
  ['the same in any order of tags', [[tag('/b'), tag('/a')]], ['/a 0', '/b 0', 0]],
])('%s', (_name, columns, expected) => {
  expect(said(columns)).toEqual(expected);
});

it('of too many, what is dangerous or shared is drawn first', () => {
  const columns = [
    [tag('/1'), tag('/2')],
    [tag('/3'), tag('/s')],
    [tag('/s'), tag('/d', 'engine')],
  ];
  expect(said(columns, 2)).toEqual(['/d 2', '/s 1,2', 3]);
});

it('knows a volume by where engines keep them', () => {
  const { cords } = cordsOf([[tag('/var/lib/docker/volumes/shop/_data'), tag('/srv/volumes')]], 9);
  expect(cords.map(({ volume }) => volume)).toEqual([null, 'shop']);
});
