import { expect, it } from 'vitest';
import { hidepidOf } from './hidepid';
import { parseMountinfo } from './mountinfo';

const proc = (options: string, at = '/proc') =>
  `65 46 0:39 / ${at} rw,relatime - proc proc ${options}\n`;

it.each([
  ['not asked for', proc('rw'), null],
  ['hidepid=0', proc('rw,hidepid=0'), null],
  ['hidepid=1, as Linux before 5.8 writes it', proc('rw,gid=4,hidepid=1'), 'noaccess'],
  ['hidepid=2, as Linux before 5.8 writes it', proc('rw,hidepid=2'), 'invisible'],
  ['hidepid=1', proc('rw,hidepid=noaccess'), 'noaccess'],
  ['hidepid=2', proc('rw,hidepid=invisible'), 'invisible'],
  ['hidepid=4', proc('rw,hidepid=ptraceable'), 'ptraceable'],
  ['of another /proc', proc('rw') + proc('rw,hidepid=2', '/jail/proc'), null],
  ['one over the other', proc('rw') + proc('rw,hidepid=2'), 'invisible'],
  ['no /proc there', '', null],
  ['something else there', '1 0 0:1 / /proc rw - tmpfs tmpfs rw,hidepid=2\n', null],
])('%s', (_, mountinfo, expected) => {
  expect(hidepidOf(parseMountinfo(mountinfo), '/proc')).toBe(expected);
});
