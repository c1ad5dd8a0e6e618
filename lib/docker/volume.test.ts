import { expect, it } from 'vitest';
import { parseVolume } from './volume';

it.each<[string, unknown, ReturnType<typeof parseVolume>]>([
  [
    'of a folder of the host',
    { Driver: 'local', Options: { type: 'none', o: 'bind', device: '/etc' } },
    { bound: '/etc' },
  ],
  [
    'of one, with other options around',
    { Driver: 'local', Options: { o: 'ro,rbind', device: '/var/run' } },
    { bound: '/var/run' },
  ],
  ['of its own', { Driver: 'local', Options: null }, { bound: null }],
  ['of its own, as some say it', { Driver: 'local', Options: {} }, { bound: null }],
  [
    'of a file system elsewhere',
    { Driver: 'local', Options: { type: 'nfs', o: 'addr=10.0.0.1,rw', device: ':/srv' } },
    { bound: null },
  ],
  [
    'of memory',
    { Driver: 'local', Options: { type: 'tmpfs', o: 'size=1m', device: 'tmpfs' } },
    { bound: null },
  ],
  [
    'of another driver, whose options are its own',
    { Driver: 'vieux/sshfs', Options: { o: 'bind', device: '/etc' } },
    { bound: null },
  ],
  ['odd options', { Driver: 'local', Options: { o: 7 } }, null],
  ['options that are a list', { Driver: 'local', Options: ['o=bind'] }, null],
  ['no object', 'local', null],
])('%s', (_, json, expected) => {
  expect(parseVolume(json)).toEqual(expected);
});
