import { expect, it } from 'vitest';
import { parseMountinfo } from '../proc/mountinfo';
import { layersOf } from './layers';

it.each([
  ['one', 'rw,lowerdir=/l/a,upperdir=/u,workdir=/w', 1],
  ['several', 'rw,lowerdir=/l/a:/l/b:/l/c,upperdir=/u,workdir=/w', 3],
  ['read only, no upper one', 'ro,lowerdir=/l/a:/l/b', 2],
  ['relative paths', 'rw,lowerdir=12/fs:11/fs', 2],
  ['an escaped comma', 'rw,lowerdir=/l/a\\054b:/l/c', 2],
  ['a colon in a name', 'rw,lowerdir=/l/a\\134:b:/l/c', 2],
  ['a colon in a name, as Linux 6.5 writes it', 'rw,lowerdir=/l/a\\072b:/l/c', 2],
  ['a backslash at the end of a name', 'rw,lowerdir=/l/a\\134\\134:/l/c', 2],
  ['an equals sign in a name', 'rw,lowerdir=/l/a=b:/l/c', 2],
  ['what holds data alone', 'rw,lowerdir=/l/a:/l/b::/l/c', 3],
  ['each by itself', 'rw,lowerdir+=/l/a,lowerdir+=/l/b:c,datadir+=/l/d', 3],
  ['not told', 'rw,upperdir=/u', null],
])('layers of an overlay: %s', (_, options, layers) => {
  const [mount] = parseMountinfo(`1 0 0:50 / / rw - overlay overlay ${options}`);
  expect(mount && layersOf(mount)).toBe(layers);
});

it('nothing else has layers', () => {
  const [mount] = parseMountinfo('1 0 0:50 / / rw - tmpfs tmpfs rw,lowerdir=/a');
  expect(mount && layersOf(mount)).toBeNull();
});
