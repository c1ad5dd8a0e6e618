import { describe, expect, it } from 'vitest';
import { readCgroup } from './cgroup-proof';

describe('the command that shows what a cgroup holds', () => {
  it.each([
    ['a substitution', '/user.slice/$(id >&2)/docker-0123.scope'],
    ['an end of the command', '/a;id'],
    ['a quote', "/it's `id`"],
  ])('is one word for each file, whatever the path holds: %s', (_, path) => {
    const words = ['current', 'max', 'events'].map(
      (file) => `'/sys/fs/cgroup${path.replaceAll("'", `'\\''`)}/pids.${file}'`,
    );
    expect(readCgroup({ cgroups: 'v2', paths: { pids: path } }, 'pids')).toBe(
      `grep . ${words.join(' ')}`,
    );
  });

  it('types no control character', () => {
    const command = readCgroup({ cgroups: 'v2', paths: { io: '/a\nid' } }, 'io');
    expect(command).toContain("$'/sys/fs/cgroup/a\\U0000000aid/io.stat'");
    expect(command).not.toContain('\n');
  });

  it('is none where it is not known where the files are', () => {
    expect(readCgroup({ cgroups: null, paths: { pids: '/a' } }, 'pids')).toBeNull();
    expect(readCgroup({ cgroups: 'v1', paths: {} }, 'pids')).toBeNull();
  });
});
