import { expect, it } from 'vitest';
import { courseMachine } from '../select/course-machine';
import { dangerOf, engineSockets, isHostTree, isWritable, socketsAt, type Danger } from './danger';
import { sampleMount } from './fixtures/sample-mount';
import type { MountInside } from './mnt';

const NONE: ReadonlySet<string> = new Set();

it.each<[string, Partial<MountInside>, Danger | null]>([
  ['the socket of Docker', { hostPath: '/run/docker.sock' }, 'engine'],
  ['by way of the old folder', { hostPath: '/var/run/docker.sock' }, 'engine'],
  ['of another engine', { hostPath: '/run/containerd/containerd.sock' }, 'engine'],
  ['where only this engine listens', { hostPath: '/srv/d.sock' }, 'engine'],
  [
    'read-only, which keeps nobody from talking',
    { hostPath: '/run/docker.sock', options: ['ro'] },
    'engine',
  ],
  ['a folder with it', { hostPath: '/srv' }, 'engine'],
  ['a folder that only begins like it', { hostPath: '/sr' }, null],
  ['a name that only ends like it', { hostPath: '/srv/not-docker.sock.txt' }, null],
  ['all of the host', { hostPath: '/' }, 'whole'],
  ['its settings', { hostPath: '/etc' }, 'system'],
  ['its passwords alone', { hostPath: '/etc/shadow' }, 'system'],
  ['its sockets', { hostPath: '/var/run' }, 'system'],
  ['what is above the engine’s data', { hostPath: '/var/lib' }, 'system'],
  ['its devices', { hostPath: '/dev', kind: 'kernel', fs: 'devtmpfs' }, 'system'],
  ['one disk', { hostPath: '/dev/sda1' }, 'system'],
  ['its /proc', { hostPath: '/proc', fs: 'proc' }, 'system'],
  ['a null device that masks something', { hostPath: '/dev/null', kind: 'masked' }, null],
  ['what is of the machine’s /sys in each container', { hostPath: '/sys', kind: 'kernel' }, null],
  ['certificates', { hostPath: '/etc/ssl/certs' }, null],
  ['a folder of somebody’s', { hostPath: '/home/me/site' }, null],
  ['a volume', { hostPath: '/var/lib/docker/volumes/a/_data', kind: 'volume' }, null],
  ['nothing of the host', { hostPath: null }, null],
  ['over which something else lies', { hostPath: '/etc', hidden: true }, null],
])('%s', (_name, change, expected) => {
  expect(dangerOf(sampleMount(change), new Set(['/srv/d.sock']))).toBe(expected);
});

it('knows the sockets that engines are known to listen at, as the host calls them', () => {
  expect(engineSockets(courseMachine.engines)).toEqual(new Set(['/run/docker.sock']));
  const [engine] = courseMachine.engines;
  if (engine === undefined) throw new Error('no engine');
  const at = (endpoint: string) => engineSockets([{ ...engine, endpoint }]);
  expect(at('unix:///var/run/d.sock')).toEqual(new Set(['/run/d.sock']));
  expect(at('tcp://127.0.0.1:2375')).toEqual(NONE);
});

it.each<[path: string, sockets: string[]]>([
  ['/', ['/run/user/1000/docker.sock', '/srv/d.sock']],
  ['/var/run', ['/run/user/1000/docker.sock']],
  ['/run/user/1000', ['/run/user/1000/docker.sock']],
  ['/run/user/1', []],
  ['/srv/d.sock', ['/srv/d.sock']],
  ['/run/podman/podman.sock', ['/run/podman/podman.sock']],
  ['/srv/d.sock.d', []],
])('sockets at %s or below: %j', (path, found) => {
  expect(socketsAt(path, new Set(['/run/user/1000/docker.sock', '/srv/d.sock']))).toEqual(found);
});

it.each<[string, Partial<MountInside>, boolean]>([
  ['by both', {}, true],
  ['not by the mount', { options: ['ro', 'relatime'] }, false],
  ['not by the file system', { fsOptions: ['ro'] }, false],
  ['a word that only begins so', { options: ['rw', 'root'] }, true],
])('may be written to: %s', (_name, change, expected) => {
  expect(isWritable(sampleMount(change))).toBe(expected);
});

it('knows the tree of the host by its root', () => {
  const root = sampleMount({ target: '/', kind: 'root', hostPath: '/' });
  expect(isHostTree([sampleMount({}), root])).toBe(true);
  expect(isHostTree([{ ...root, hostPath: '/var/lib/docker/overlay2/1/merged' }])).toBe(false);
  expect(isHostTree([sampleMount({ target: '/host', hostPath: '/' })])).toBe(false);
});
