import type { Inside } from '../../inside/inside';
import type { ContainerKey } from '../../model/ids';
import type { Container } from '../../model/container';
import type { NamespaceType } from '../../model/namespace-type';
import type { Snapshot } from '../../model/snapshot';
import type { SeenProcess } from '../../select/vantage';
import type { Mark } from '../mark';
import { cgroupPicture, ipcPicture, timePicture, userPicture, utsPicture } from './other-pictures';
import { mntPicture } from './mnt-picture';
import { netPicture } from './net-picture';
import { pidPicture } from './pid-picture';
import type { SeeRole } from './see-role';

/** What is drawn: a container, and what its namespace of a type isolates where that is known. */
interface SeePictureOf {
  snapshot: Snapshot;
  container: Container;
  type: NamespaceType;
  inside: Inside | null;
  /** The processes that it sees. */
  sees: readonly SeenProcess[];
  colours: ReadonlyMap<ContainerKey, string>;
}

/** What a container sees by one of its namespaces, drawn from what is known of it; nothing where that is nothing. */
export function seePicture(of: SeePictureOf): readonly Mark<SeeRole>[] {
  const { type, inside, snapshot, container, sees, colours } = of;
  if (type === 'pid') return pidPicture(container, sees, colours);
  switch (inside?.type) {
    case 'net':
      return netPicture(inside);
    case 'mnt':
      return mntPicture(inside);
    case 'user':
      return userPicture(inside);
    case 'ipc':
      return ipcPicture(inside);
    case 'uts':
      return utsPicture(inside);
    case 'cgroup':
      return cgroupPicture(snapshot, container, inside);
    case 'time':
      return timePicture(inside);
    default:
      return [];
  }
}
