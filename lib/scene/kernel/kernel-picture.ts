import type { Messages } from '../../i18n/messages';
import type { Point, Size } from '../../layout/geometry';
import type { ContainerKey } from '../../model/ids';
import type { Process } from '../../model/process';
import type { Snapshot } from '../../model/snapshot';
import type { CallsTold } from '../../privileges/call-told';
import type { GroupMark, Mark, Thing } from '../mark';
import type { KernelRole } from './kernel-role';

/** What the picture of kernel and user space is drawn from. */
export interface KernelSubject {
  /** What the filters leave to be drawn. */
  snapshot: Snapshot;
  /** Without filters: what is told of the kernel is true of this. */
  whole: Snapshot;
  /** What is known of the system calls that processes are in; left out: nobody asks. */
  calls?: CallsTold | undefined;
  /** What is selected, as lib/select/chosen tells it. */
  chosen: ReadonlySet<string>;
  /** The process that is selected. */
  process: Process | null;
  /** The colour of each container. */
  colours: ReadonlyMap<ContainerKey, string>;
  /** Is every container drawn, however many there are? */
  isOpen: boolean;
  /** Is it looked at from the back row? Then it says who calls which kernel, and little else. */
  brief: boolean;
  /** Can those that are only counted be opened? */
  opens: boolean;
  /** What there is to draw on; a picture that needs more is higher. */
  room: Size;
  messages: Messages;
}

/** Some of the picture: a fence with its processes, the kernel, a virtual machine. */
export interface KernelPart {
  key: string;
  /** What it says to who does not see it; null: nothing of its own. */
  sentence: string | null;
  frame: Omit<GroupMark<KernelRole>, 'children'>;
  /** Below everything else, and nothing that can be pointed at. */
  ground: readonly Mark<KernelRole>[];
  /** What can be chosen: it goes by what {@link KernelTarget} tells. */
  things: readonly Thing<KernelRole>[];
}

/** What pressing a thing does: chooses a container by its reference, or a process, or opens what is folded. */
export type KernelTarget =
  { kind: 'container'; ref: string } | { kind: 'process'; pid: number } | { kind: 'folded' };

export interface KernelPicture {
  /** As wide as the room; at least as high. */
  size: Size;
  parts: readonly KernelPart[];
  /** Where things are walked to, by key. */
  places: ReadonlyMap<string, Point>;
  /** What things do, by key; one that is not here does nothing. */
  targets: ReadonlyMap<string, KernelTarget>;
  /** The processes of which the call is drawn, each with its height in the picture. */
  asks: readonly { process: Process; y: number }[];
}
