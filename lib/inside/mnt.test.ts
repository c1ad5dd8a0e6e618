import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMountinfo } from '../proc/mountinfo';
import { mntInsideSchema, mountsInside, type MountInside } from './mnt';
import type { MountKind } from './mount-kind';

const file = (name: string): string =>
  readFileSync(new URL(`../proc/fixtures/docker-mounts/${name}`, import.meta.url), 'utf8');
const mountsOf = (name: string) => parseMountinfo(file(name));
const inside = (name: string): MountInside[] => mountsInside(mountsOf(name), mountsOf('daemon'));
const ofKind = (name: string, kind: MountKind): string[] =>
  inside(name)
    .filter((mount) => mount.kind === kind)
    .map(({ target }) => target);

interface Told {
  Type: string;
  Source: string;
  Destination: string;
}
const told: Record<string, Told[]> = JSON.parse(file('inspect.json'));

describe('recorded containers', () => {
  it.each(Object.entries(told))(
    '%s: volumes and binds are those of docker inspect',
    (name, all) => {
      const mounts = inside(name);
      const found = all.map(({ Destination }) =>
        mounts.find(({ target, hidden }) => target === Destination && !hidden),
      );
      expect(found.map((mount) => [mount?.kind, mount?.hostPath, mount?.target])).toEqual(
        all.map(({ Type, Source, Destination }) => [Type, Source, Destination]),
      );
      expect(ofKind(name, 'volume').filter((target) => !target.startsWith('/host/'))).toEqual(
        expect.arrayContaining(
          all.filter(({ Type }) => Type === 'volume').map((each) => each.Destination),
        ),
      );
    },
  );

  it.each(['volumes', 'readonly', 'host', 'joined'])('%s: what Docker masks and locks', (name) => {
    expect(ofKind(name, 'masked')).toEqual([
      '/proc/acpi',
      '/proc/keys',
      '/proc/timer_list',
      '/sys/firmware',
    ]);
    expect(ofKind(name, 'readonly')).toEqual(['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys']);
  });

  it.each([
    ['volumes', ['/etc/resolv.conf', '/etc/hostname', '/etc/hosts']],
    ['readonly', ['/sbin/docker-init', '/etc/resolv.conf', '/etc/hostname', '/etc/hosts']],
    ['joined', ['/etc/resolv.conf', '/etc/hostname', '/etc/hosts']],
  ])('%s: what the engine put in', (name, targets) => {
    expect(ofKind(name, 'engine')).toEqual(targets);
  });

  it('a root is made of the image’s layer and the engine’s own', () => {
    expect(inside('volumes')[0]).toMatchObject({
      target: '/',
      kind: 'root',
      fs: 'overlay',
      layers: 2,
      hostPath: expect.stringMatching(/^\/var\/lib\/docker\/overlay2\/[0-9a-f]{64}\/merged$/),
    });
  });

  it('memory that a joined container shares is the other’s', () => {
    const [shm] = inside('joined').filter(({ target }) => target === '/dev/shm');
    expect(shm).toMatchObject({
      kind: 'tmpfs',
      hostPath: expect.stringMatching(
        /^\/var\/lib\/docker\/containers\/[0-9a-f]{64}\/mounts\/shm$/,
      ),
    });
  });

  it('what lay under something on the host lies under it in a container that has the host’s tree', () => {
    const hidden = inside('host').filter((mount) => mount.hidden);
    expect(hidden.map(({ target }) => target).slice(0, 4)).toEqual([
      ...['/host/dev/shm', '/host/dev/pts', '/host/root/dev/shm', '/host/root/dev/pts'],
    ]);
    // The fifth is its own root, which it sees within the host's tree as well, twice.
    expect(hidden.map(({ hostPath }) => hostPath)).toEqual(
      hidden.map(() => null).with(4, expect.any(String)),
    );
  });

  it('the engine’s own mounts are at their own places', () => {
    for (const { hidden, target, hostPath } of inside('daemon')) {
      if (target.endsWith('/netns/default')) continue;
      expect(hostPath).toBe(hidden ? null : target);
    }
  });

  it('without the host’s mounts nothing is said of where the host has it', () => {
    const mounts = mountsInside(mountsOf('volumes'), null);
    expect(mounts.map(({ hostPath }) => hostPath)).toEqual(mounts.map(() => null));
    const kinds = mounts.filter(({ kind }) => kind === 'volume').map(({ target }) => target);
    expect(kinds).toEqual(['/anonymous', '/data']);
  });

  it('a container that names its own files like the engine’s deceives nobody', () => {
    const id = 'a'.repeat(64);
    const [root = expect.fail('no root'), ...others] = mountsOf('volumes');
    const own = (device: string, from: string, at: string, fs = 'overlay') =>
      parseMountinfo(`900 ${root.id} ${device} ${from} ${at} rw - ${fs} x rw`);
    const mounts = [
      ...[root, ...others],
      ...own(root.device, `/${id}/hosts`, '/a'),
      ...own(root.device, '/volumes/data/_data', '/b'),
      ...own('0:999', `/${id}/hosts`, '/c', 'tmpfs'),
    ];
    const kinds = mountsInside(mounts, mountsOf('daemon')).map(({ kind }) => kind);
    expect(kinds.slice(-3)).toEqual(['bind', 'bind', 'bind']);
  });

  it.each([...Object.keys(told), 'daemon'])('%s fits the schema', (name) => {
    const answer = { type: 'mnt', mounts: inside(name), root: '/', landmarks: ['/home'] };
    expect(mntInsideSchema.parse(answer)).toEqual(answer);
  });
});
