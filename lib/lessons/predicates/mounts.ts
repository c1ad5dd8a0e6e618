import { Unreadable } from '../../findings/unreadable';
import type { MountInside } from '../../inside/mnt';
import { mountsInside } from '../../shell/proof';
import type { Decision } from '../decision';
import type { Arguments } from '../predicate';
import type { Witness } from '../witness';

/** Something is mounted there that a path leads to; as it asks to be: read only, or to be written. */
export const mount: Decision<Arguments['mount']> = {
  holds: (witness, [name, path, access]) => {
    const found = mountAt(witness, name, path);
    if (found === null || access === undefined) return found !== null;
    return (accessOf(found.mount) === 'ro') === (access === 'ro');
  },
  shown: (witness, [name, path]) => {
    const found = mountAt(witness, name, path);
    if (found === null) return null;
    return {
      command: mountsInside(found.pid),
      value: `${path} ${found.mount.fs} ${accessOf(found.mount)}`,
    };
  },
};

/** Null: nothing is, or nobody is there. @throws Unreadable */
function mountAt(
  witness: Witness,
  name: string,
  path: string,
): { pid: number; mount: MountInside } | null {
  const id = witness.namespace(name, 'mnt');
  const pid = witness.alive(name)?.pid;
  if (id === null || pid === undefined) return null;
  const told = witness.inside(id);
  if (told.type !== 'mnt') throw new Unreadable('EBADMSG');
  if (told.mounts === null) throw new Unreadable(told.unreadable.mounts ?? 'ENODATA');
  const found = told.mounts.find(({ target, hidden }) => target === path && !hidden);
  return found === undefined ? null : { pid, mount: found };
}

/** Either of the two keeps from writing: the mount, or the file system wherever it is mounted. */
function accessOf({ options, fsOptions }: MountInside): 'ro' | 'rw' {
  return options.includes('ro') || fsOptions.includes('ro') ? 'ro' : 'rw';
}
