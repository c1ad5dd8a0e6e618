import { dangerOf, engineSockets, isHostTree, isWritable, type Danger } from '../inside/danger';
import type { MountInside } from '../inside/mnt';
import type { Snapshot } from '../model/snapshot';
import { cap, type Capped } from './seen';

/** Of more mounts the others are counted. */
const SHOWN = 250;

/** A mount as a row. */
export interface MountRow {
  mount: MountInside;
  writable: boolean;
  /** Why it matters that a container has it; null: nothing of that kind is known of it. */
  danger: Danger | null;
  /** Where the host has it, or else what the file system was told. */
  from: string;
}

/** The mounts of a namespace, as far as they are shown one by one. */
export interface MountFacts {
  /** In the kernel's order, without what engines put over the kernel's files in every container. */
  rows: Capped<MountRow>;
  /** Nobody reads what is below them. */
  masked: MountInside[];
  /** Nobody writes to them. */
  readonly: MountInside[];
  /** What somebody should know of, each thing of the host once. */
  dangerous: MountRow[];
}

/** What is told of a namespace's mounts, one by one. */
export function mountFacts(mounts: readonly MountInside[], { engines }: Snapshot): MountFacts {
  const sockets = engineSockets(engines);
  const hostTree = isHostTree(mounts);
  const of = (kind: MountInside['kind']) => mounts.filter((each) => each.kind === kind);
  const rows = mounts
    .filter(({ kind }) => kind !== 'masked' && kind !== 'readonly')
    .map((mount) => ({
      mount,
      writable: isWritable(mount),
      danger: hostTree ? null : dangerOf(mount, sockets),
      // What the kernel makes up is nowhere on the host, but for the paths of cgroups, which are long.
      from: mount.kind === 'kernel' ? mount.source : (mount.hostPath ?? mount.source),
    }));
  return {
    rows: cap(rows, SHOWN),
    masked: of('masked'),
    readonly: of('readonly'),
    dangerous: onceEach(rows.filter(({ danger }) => danger !== null)),
  };
}

/** Where all of the host is mounted, so is what is mounted there. */
function onceEach(rows: readonly MountRow[]): MountRow[] {
  const byWord = new Map(rows.map((row) => [`${row.from} ${row.writable}`, row]));
  return [...byWord.values()];
}
