import { expect, it } from 'vitest';
import { process } from '../select/course-machine';
import { shortCommandOf } from './short-command';

it.each<[string, string[] | null, string]>([
  [
    'a path',
    ['/usr/bin/containerd-shim-runc-v2', '-namespace', 'moby'],
    'containerd-shim-runc-v2 -namespace moby',
  ],
  ['a name', ['sleep', '1d'], 'sleep 1d'],
  ['a path in what it is told', ['sh', '/etc/rc'], 'sh /etc/rc'],
  ['a path that is no program', ['/'], '/'],
  ['a title of its own', ['nginx: worker /etc'], 'nginx: worker /etc'],
  ['nothing', null, '[some]'],
])('the command of a process that has %s', (_, args, expected) => {
  expect(shortCommandOf(process({ pid: 9, comm: 'some', args }))).toBe(expected);
});
