import type { MntInside, MountInside } from './mnt';

/** The file system that it calls `/`; undefined: none is seen. */
export function rootMount({ mounts }: Pick<MntInside, 'mounts'>): MountInside | undefined {
  return mounts?.find(({ target, hidden }) => target === '/' && !hidden);
}
