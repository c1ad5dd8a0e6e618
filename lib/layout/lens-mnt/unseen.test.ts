import { expect, it } from 'vitest';
import { sampleMount } from '../../inside/fixtures/sample-mount';
import { unseenPaths } from './unseen';

const PATHS = ['/etc/shadow', '/home', '/boot'];

it.each<[string, (string | null)[], string[]]>([
  ['nothing is mounted', [], PATHS],
  ['what the host does not have', [null], PATHS],
  ['one of them', ['/boot'], ['/etc/shadow', '/home']],
  ['what is above one', ['/etc'], ['/home', '/boot']],
  ['something of one', ['/home/me/site'], ['/etc/shadow', '/boot']],
  ['what only begins like one', ['/homes', '/etc/shadow-'], PATHS],
  ['all of the host', ['/'], []],
])('no container has mounted, where %s is', (_name, given, expected) => {
  const mounts = given.map((hostPath) => sampleMount({ hostPath }));
  expect(unseenPaths(PATHS, [mounts, []])).toEqual(expected);
});
