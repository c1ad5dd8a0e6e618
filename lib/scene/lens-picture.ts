import type { ReachTold } from '../facts/reach';
import type { Messages } from '../i18n/messages';
import type { LayersTold } from '../images/layers-told';
import type { Insides } from '../inside/insides';
import type { Point, Size } from '../layout/geometry';
import type { ContainerKey, NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import type { GroupMark, Mark, Thing } from './mark';

/** What the picture of a lens is drawn from. */
export interface LensSubject {
  /** What the filters leave to be drawn. */
  snapshot: Snapshot;
  /** Without filters: what is told of what is drawn is true of this. */
  whole: Snapshot;
  type: NamespaceType;
  /** What is known of what its namespaces isolate; empty: nobody asks. */
  insides: Insides;
  /** What is known of images and of what was written on top of them; left out: nobody asks. */
  layers?: LayersTold | undefined;
  /** Whether two that are selected reach each other, each way; left out: nobody asks. */
  reaches?: readonly ReachTold[];
  /** The colour of each container. */
  colours: ReadonlyMap<ContainerKey, string>;
  /** What is selected, as lib/select/chosen tells it. */
  chosen: ReadonlySet<string>;
  /** The mounts that a lesson speaks of, by lib/inside/mount-key; left out: none does. */
  spokenOf?: ReadonlySet<string>;
  /** The boxes in which what is only counted is drawn one by one, by key. */
  opened: ReadonlySet<string>;
  /** Is it looked at from the back row? Then it shows containers and what they share, and little else. */
  brief?: boolean;
  /** Can what is only counted be opened? */
  opens: boolean;
  /** What there is to draw on; a picture that needs more is higher. */
  room: Size;
  messages: Messages;
}

/**
 * Some of a picture: a box with all that is in it, or what is between boxes. Boxes stand one after another,
 * also where one is inside another; all coordinates are those of the picture.
 */
export interface LensPart<Role extends string = string> {
  key: string;
  /** What it says to who does not see it; null: nothing of its own. */
  sentence: string | null;
  /** What all of it is in: a box has `data-box`. */
  frame: Omit<GroupMark<Role>, 'children'>;
  /** Below everything else, and nothing that can be pointed at. */
  ground: readonly Mark<Role>[];
  /**
   * Go by the id of the namespace that they choose, or by a key of their own: then they choose the one of
   * the box that they are in; between boxes, what their `chooses` names.
   */
  things: readonly Thing<Role>[];
  /** Its processes. Not drawn while dots travel from one lens to another. */
  dots: readonly Thing<Role>[];
}

/** Where a dot is, for those that travel. */
export interface DotSpot {
  process: Process;
  x: number;
  y: number;
  radius: number;
  /** Half of its width: a long number makes it a pill. */
  half: number;
}

export interface LensPicture<Role extends string = string> {
  /** As wide as the room; at least as high. */
  size: Size;
  parts: readonly LensPart<Role>[];
  dots: readonly DotSpot[];
  /** Where things and dots are walked to, by key. */
  places: ReadonlyMap<string, Point>;
  /** The namespaces of which it draws what they isolate, each with the part of the height that it takes. */
  asks: readonly { id: NamespaceId; top: number; bottom: number }[];
}

/** Draws one picture after another: what of it did not change is the very same as before. */
export interface LensPainter<Role extends string = string> {
  draw: (subject: LensSubject) => LensPicture<Role>;
}

/** The namespaces that are to be asked about for a part of the height of a picture. */
export function askedWithin(
  { asks }: LensPicture,
  { top, bottom }: { top: number; bottom: number },
): NamespaceId[] {
  return asks.filter((each) => each.top < bottom && each.bottom > top).map(({ id }) => id);
}
