import type { Size } from '../geometry';
import type { DotLook } from '../lens/dot-look';
import type { LensBox } from '../lens/lens-boxes';
import type { PlacedDot } from '../lens/lens-layout';
import type { Column } from './columns';
import type { Cord } from './cords';
import type { Fact, Made } from './layer-facts';
import type { Tag } from './tags';
import type { Unseen } from './unseen';

/** A rectangle of the picture. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A column where it stands; all coordinates are those of the picture. */
export interface PlacedColumn extends Frame {
  column: Column;
  /** What can be pressed for the namespace ends here. */
  headBottom: number;
  dots: readonly PlacedDot[];
  tags: readonly (Frame & { tag: Tag })[];
  /** The tag that stands for those for which there is no room, or lets them go again; null: there is room. */
  more: PlacedMore | null;
  /** Where it is said that there is nothing, or why it is not known; null: there are tags. */
  note: { y: number } | null;
  /** The line of its `/`; null where its root is not told. */
  root: { y: number } | null;
  /** What it has written; null where it has no layer of its own. */
  writable: Frame | null;
  /** How much that is; null: nobody asks. */
  written: Fact<number> | null;
  /** Why nothing is known of the sizes of its layers; null: it is, or nobody asks. */
  noSizes: string | null;
  /** What its layers take; null: it is not known of all. */
  bytes: number | null;
  /** Where it is said that it may write nothing to its layers; null: it may, or has none. */
  sealed: Frame | null;
}

/** Opens and closes the tags of a column. */
export interface PlacedMore extends Frame {
  /** Those that it stands for. */
  folded: readonly Tag[];
  isOpened: boolean;
}

/** Above columns that stood as one: makes them one again. */
export interface PlacedGroup extends Frame {
  key: string;
  columns: readonly [Column, ...Column[]];
}

/** A layer, under all that read it. */
export interface PlacedLayer extends Frame {
  /** Its directory. */
  layer: string;
  /** The lowest has 0. */
  level: number;
  /** The containers that read it. */
  readers: readonly string[];
  /** What made it, and what it takes; null: not known. */
  made: Made | null;
}

/** Layers on top of each other that the same ones read: what is said of them is said once. */
export interface LayerRun extends Frame {
  layers: readonly PlacedLayer[];
  readers: number;
  /** What they take; null: it is not known of all. */
  bytes: number | null;
  /** Of these containers, as they were told to be run. */
  images: readonly string[];
}

export interface PlacedCord {
  cord: Cord;
  /** The y of its lane. */
  lane: number;
  /** From where it comes. */
  x: number;
  /** What is written above it may reach so far. */
  room: number;
  ends: readonly PlacedEnd[];
}

export interface PlacedEnd {
  /** Where it leaves its lane. */
  turn: number;
  /** Where the plug is. */
  x: number;
  y: number;
  writable: boolean;
  /** The namespaces that it leads to, with a blank between two. */
  to: string;
}

/** What is told of the host. */
export interface PlacedHost extends Frame {
  box: LensBox;
  root: { fs: string; source: string } | null;
  note: string | null;
  strip: Frame | null;
  dots: readonly PlacedDot[];
  /** What of it no container has mounted. */
  unseen: Unseen;
  /** Where layers are kept, how many there are, and how many if nobody shared. */
  kept: readonly string[];
  layers: { once: number; copies: number };
  /** What they take; null: it is not known of all. */
  bytes: { once: number; copies: number } | null;
  /** Why no sizes are told, or that they are on their way; null: they are, or nobody asks. */
  sizes: Exclude<Fact<never>, { is: 'known' }> | null;
  /** Where the list of paths begins, and where it is told of layers. */
  unseenY: number;
  keptY: number;
}

export interface MntLayout {
  host: PlacedHost | null;
  columns: readonly PlacedColumn[];
  groups: readonly PlacedGroup[];
  runs: readonly LayerRun[];
  cords: readonly PlacedCord[];
  /** Things of the host that have no cord, for there are too many. */
  moreCords: { count: number; x: number; y: number } | null;
  legend: { x: number; y: number };
  look: DotLook;
  size: Size;
}
