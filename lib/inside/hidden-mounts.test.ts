import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMountinfo, type Mount } from '../proc/mountinfo';
import { hiddenMounts } from './hidden-mounts';

/** @param rows number, parent and mount point of each */
function mountsOf(rows: readonly (readonly [id: number, parent: number, at: string])[]): Mount[] {
  const lines = rows.map(([id, parent, at]) => `${id} ${parent} 0:${id} / ${at} rw - tmpfs a rw`);
  return parseMountinfo(lines.join('\n'));
}

const hiddenIn = (...rows: Parameters<typeof mountsOf>[0]): number[] =>
  [...hiddenMounts(mountsOf(rows))].map(({ id }) => id);

describe('hidden is', () => {
  const ROOT = [1, 0, '/'] as const;

  it.each([
    ['nothing where each has its place', [ROOT, [2, 1, '/a'], [3, 1, '/b'], [4, 2, '/a/b']], []],
    ['what another lies over', [ROOT, [2, 1, '/a'], [3, 2, '/a']], [2]],
    ['all but the last of three', [ROOT, [2, 1, '/a'], [3, 2, '/a'], [4, 3, '/a']], [2, 3]],
    ['what is below a folder that another covers', [ROOT, [2, 1, '/a/b'], [3, 1, '/a']], [2]],
    ['not what was mounted on the cover', [ROOT, [2, 1, '/a'], [3, 2, '/a/b']], []],
    [
      'what is mounted on what is hidden',
      [ROOT, [2, 1, '/a/b'], [3, 2, '/a/b/c'], [4, 1, '/a']],
      [2, 3],
    ],
    [
      'not what a hidden one would cover',
      [ROOT, [2, 1, '/a/b'], [3, 1, '/a'], [4, 3, '/a/b/c']],
      [2],
    ],
    [
      'not one whose name only begins alike',
      [ROOT, [2, 1, '/a'], [3, 1, '/a-b'], [4, 1, '/ab/c']],
      [],
    ],
    [
      'below, though a name sorts between',
      [ROOT, [2, 1, '/a/b'], [3, 1, '/a-b'], [4, 1, '/a']],
      [2],
    ],
    ['by parents, not by order', [[3, 2, '/a'], [2, 1, '/a'], ROOT], [2]],
    ['what is mounted on the root itself', [ROOT, [2, 1, '/'], [3, 1, '/a'], [4, 2, '/a']], [2, 4]],
    [
      'nothing of a part without its root',
      [
        [2, 1, '/a'],
        [3, 1, '/b'],
      ],
      [],
    ],
    [
      'nothing of a root that is its own parent',
      [
        [1, 1, '/'],
        [2, 1, '/a'],
      ],
      [],
    ],
    ['what leads in a circle', [ROOT, [2, 3, '/a'], [3, 2, '/a']], [2, 3]],
  ] as const)('%s', (_, rows, hidden) => {
    expect(hiddenIn(...rows)).toEqual(hidden);
  });

  it('told of 5,000 mounts on each other and side by side', () => {
    const rows = Array.from({ length: 5000 }, (_, n) =>
      n % 2 === 0
        ? ([n + 1, n === 0 ? 0 : n - 1, '/a'] as const)
        : ([n + 1, 0, `/b/${n}`] as const),
    );
    const mounts = mountsOf(rows);
    expect(hiddenMounts(mounts).size).toBe(2499);
  });
});

/** A machine on which mounts are made as the kernel makes them, path_mount and lookup_mnt. */
class Tree {
  readonly mounts: [id: number, parent: number, at: string][] = [[1, 0, '/']];

  /** Where a path ends: from folder to folder, at each up to what lies topmost. */
  walk(path: string, entersRoot = false): number {
    let here = 1;
    for (const at of foldersTo(path)) {
      if (at === '/' && !entersRoot) continue;
      for (let over: number | undefined = here; over !== undefined; over = this.#on(here, at)) {
        here = over;
      }
    }
    return here;
  }

  mount(path: string): void {
    this.mounts.push([this.mounts.length + 1, this.walk(path, path === '/'), path]);
  }

  #on(parent: number, at: string): number | undefined {
    return this.mounts.find((each) => each[1] === parent && each[2] === at)?.[0];
  }
}

function foldersTo(path: string): string[] {
  const names = path.split('/').filter(Boolean);
  return ['/', ...names.map((_, n) => `/${names.slice(0, n + 1).join('/')}`)];
}

it('whatever is mounted, hidden is what no path ends in', () => {
  const path = fc
    .array(fc.constantFrom('a', 'a-', 'b'), { maxLength: 4 })
    .map((names) => `/${names.join('/')}`);
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (paths, order) => {
      const tree = new Tree();
      for (const each of paths) tree.mount(each);
      const unreached = tree.mounts.filter(([id, , at]) => tree.walk(at) !== id);
      const listed = tree.mounts
        .map((mount) => ({ mount, at: order.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ mount }) => mount);
      expect(hiddenIn(...listed).sort((a, b) => a - b)).toEqual(unreached.map(([id]) => id));
    }),
    { numRuns: 1000 },
  );
});
