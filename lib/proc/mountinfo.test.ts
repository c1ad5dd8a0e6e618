import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMountinfo, type Mount } from './mountinfo';
import { ProcParseError } from './parse-error';

const only = (row: string): Mount | undefined => parseMountinfo(`${row}\n`)[0];

describe('a line of mountinfo', () => {
  it('is told field by field', () => {
    const row = '36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue';
    expect(only(row)).toEqual({
      id: 36,
      parent: 35,
      device: '98:0',
      root: '/mnt1',
      deleted: false,
      mountPoint: '/mnt2',
      options: ['rw', 'noatime'],
      propagation: 'slave:1',
      fsType: 'ext3',
      source: '/dev/root',
      superOptions: ['rw', 'errors=continue'],
    });
  });

  it.each([
    ['no optional fields', '22 27 0:21 / /proc rw - proc proc rw', '/proc', ['rw']],
    ['several', '22 27 0:21 / /a rw shared:1 master:2 - ext4 /dev/a rw', '/a', ['rw']],
    ['escaped blanks', '22 27 0:21 / /a\\040b\\011c\\134 rw - ext4 /dev/a rw', '/a b\tc\\', ['rw']],
    ['an escaped newline', '22 27 0:21 / /a\\012b rw - ext4 /dev/a rw', '/a\nb', ['rw']],
    ['an escape in a name', '22 27 0:21 / /a\\134040 rw - ext4 /dev/a rw', '/a\\040', ['rw']],
    ['hidepid', '22 27 0:21 / /proc rw - proc proc rw,hidepid=2', '/proc', ['rw', 'hidepid=2']],
    ['no source', '22 27 0:21 / /a rw - tmpfs  rw', '/a', ['rw']],
  ])('%s', (_, row, mountPoint, superOptions) => {
    expect(only(row)).toMatchObject({ mountPoint, superOptions });
  });

  it.each([
    ['', 'private'],
    ['shared:1 ', 'shared:1'],
    ['master:2 ', 'slave:2'],
    ['shared:1 master:2 ', 'shared:1,slave:2'],
    ['master:2 propagate_from:3 ', 'slave:2,from:3'],
    ['unbindable ', 'unbindable'],
    ['not_yet_known:7 ', 'private'],
    ['not_yet_known shared:1 ', 'shared:1'],
  ])('the optional fields "%s" are %s', (optional, propagation) => {
    expect(only(`22 27 0:21 / /a rw ${optional}- ext4 /dev/a rw`)).toMatchObject({ propagation });
  });

  it.each([
    ['/a//deleted', '/a', true],
    ['/a\\040b//deleted', '/a b', true],
    ['/deleted', '/deleted', false],
    ['/a', '/a', false],
    ['/a\\040(deleted)', '/a (deleted)', false],
    ['net:[4026532290]', 'net:[4026532290]', false],
    ['/../..', '/../..', false],
  ])('the root %s', (written, root, deleted) => {
    expect(only(`22 27 8:1 ${written} /a rw - ext4 /dev/a rw`)).toMatchObject({ root, deleted });
  });

  it.each([
    ['of a source', '22 27 0:21 / /a rw - fuse user\\043a rw', 'fuse', 'user#a'],
    ['of a kind of FUSE', '22 27 0:21 / /a rw - fuse.a\\040b x rw', 'fuse.a b', 'x'],
  ])('escapes in the name %s', (_, row, fsType, source) => {
    expect(only(row)).toMatchObject({ fsType, source });
  });
});

it.each([
  ['cut', '22 27 0:21 / /proc rw'],
  ['no device', '22 27 0 / /proc rw - proc proc rw'],
  ['no file system', '22 27 0:21 / /proc rw -  proc rw'],
  ['no mount point', '22 27 0:21 /  rw - proc proc rw'],
  ['words', 'nothing of the kind'],
])('a line that is odd costs itself alone: %s', (_, odd) => {
  const rows = ['22 27 0:21 / /proc rw - proc proc rw', odd, '23 27 0:22 / /a rw - tmpfs a rw'];
  expect(parseMountinfo(rows.join('\n')).map(({ mountPoint }) => mountPoint)).toEqual([
    '/proc',
    '/a',
  ]);
});

it('lines of which none is a mount are no mountinfo; no line is none', () => {
  expect(() => parseMountinfo('a\nb\n')).toThrow(ProcParseError);
  expect(parseMountinfo('')).toEqual([]);
});

/** As the kernel writes it, show_mountinfo in fs/proc_namespace.c. */
function written(mount: Mount): string {
  const escaped = (text: string, characters: RegExp) =>
    text.replace(characters, (c) => `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`);
  const path = (text: string) => escaped(text, /[ \t\n\\]/g);
  const name = (text: string) => escaped(text, /[ \t\n\\#]/g);
  const optional = mount.propagation
    .split(',')
    .filter((each) => each !== 'private')
    .map((each) => each.replace('slave', 'master').replace('from', 'propagate_from'));
  return [
    ...[String(mount.id), String(mount.parent), mount.device],
    `${path(mount.root)}${mount.deleted ? '//deleted' : ''}`,
    ...[path(mount.mountPoint), mount.options.join(','), ...optional, '-'],
    ...[name(mount.fsType), name(mount.source), mount.superOptions.join(',')],
  ].join(' ');
}

const text = fc.string({ unit: 'binary' });
const word = text.map((name) => `x${name}`);
const path = text.map((name) => `/${name}`).filter((each) => !each.endsWith('//deleted'));
/** What a file system writes there it has to escape itself, and some do it for newlines alone. */
const option = text.map((each) => each.replace(/[,\n]/g, ''));

const mounts: fc.Arbitrary<Mount> = fc.record({
  id: fc.nat(),
  parent: fc.nat(),
  device: fc.tuple(fc.nat(), fc.nat()).map(([major, minor]) => `${major}:${minor}`),
  root: path,
  deleted: fc.boolean(),
  mountPoint: path,
  options: fc.subarray(['rw', 'ro', 'nosuid', 'relatime', 'idmapped'], { minLength: 1 }),
  propagation: fc.constantFrom(
    ...['private', 'unbindable', 'shared:12', 'slave:3', 'shared:1,slave:2', 'slave:4,from:1'],
  ),
  fsType: word,
  source: text,
  superOptions: fc.array(option).map((options) => ['rw', ...options]),
});

it('what is written as the kernel does comes back equal, whatever is in a name', () => {
  fc.assert(
    fc.property(fc.array(mounts), (told) => {
      expect(parseMountinfo(told.map((mount) => `${written(mount)}\n`).join(''))).toEqual(told);
    }),
  );
});

it('5,000 mounts are read', () => {
  const rows = Array.from(
    { length: 5000 },
    (_, n) =>
      `${n} 1 254:0 /srv/a\\040${n} /mnt/${n} rw,relatime shared:${n} - ext4 /dev/vda rw,x\n`,
  ).join('');
  expect(parseMountinfo(rows)).toHaveLength(5000);
});
