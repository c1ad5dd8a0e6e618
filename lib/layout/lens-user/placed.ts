import type { NamespaceId } from '../../model/ids';
import type { IdMapRow } from '../../model/namespace';
import type { Process } from '../../model/process';
import type { Point, Size } from '../geometry';
import type { DotLook } from '../lens/dot-look';
import type { PlacedBox } from '../lens/lens-layout';
import type { PlacedWindow } from './axis';
import type { UserFact } from './facts';
import type { Place, UserRow } from './rows';

/** A namespace with the dots of its processes. */
export interface UserPlacedBox extends Omit<PlacedBox, 'facts'> {
  /** How much of its width its title may take: of one of many what is left of its rows. */
  titled: { width: number; height: number };
  rows: readonly PlacedRow[];
  bundles: readonly Bundle[];
  /** From whoever runs as a user down to its number on the ruler. */
  drops: readonly IdLine[];
  /** What is said of its map, in whole sentences. */
  told: readonly UserFact[];
  /** Where that stands: boxes that have a map in common have it once, above the first of them. */
  facts: readonly PlacedFact[];
  /** Above that, of boxes that have it in common: whose it is. */
  heading: { text: string; x: number; y: number } | null;
}

/** What is said of a map, line by line. */
export interface PlacedFact extends UserFact {
  lines: readonly { text: string; x: number; y: number }[];
}

/** Who runs as whom: a line across the ruler. */
export interface PlacedRow {
  row: UserRow;
  host: boolean;
  /** Does it say its name? Beside the first row of one box of many its title stands. */
  named: boolean;
  /** Where its name begins, and how wide it may be. */
  x: number;
  room: number;
  /** The middle of its line, and where that ends. */
  y: number;
  right: number;
  /** What runs there, to the right of the dots. */
  commands: readonly { text: string; x: number }[];
}

/** Many processes of one user, as one thing with their number. */
export interface Bundle {
  place: Place;
  row: UserRow;
  processes: readonly Process[];
  x: number;
  y: number;
}

/** A line of ids. */
export interface Ruler {
  key: string;
  /** Whose ids it shows. */
  of: readonly NamespaceId[];
  side: 'inside' | 'host' | 'around';
  y: number;
  /** The windows that are drawn to scale, and to where breaks lead on both sides. */
  windows: readonly PlacedWindow[];
  left: number;
  right: number;
  /** Where it says what it is. */
  said: { x: number; y: number };
  marks: readonly RulerMark[];
  /** How many ids are left out, where there is room to say so. */
  leftOut: { count: number; x: number; y: number } | null;
  /** Where its last id is told of; null: it is no ruler of all ids. */
  last: { x: number; y: number } | null;
}

/** An id on a ruler. */
export interface RulerMark {
  id: number;
  /** What it is on the host; null where that is not known. */
  onHost: number | null;
  x: number;
  y: number;
  /** Is its number large: user 0, or what that is outside? */
  big: boolean;
  /** Is it user 0 by its own ruler? */
  root: boolean;
  /** Where its label begins, and its baseline; null: there is no room for it. */
  label: Point | null;
  /** What the user is called, below its number; null: that is not known, or there is no room. */
  name: (Point & { text: string; none: boolean }) | null;
}

/** Ids of one row of a map, from the ruler inside to the one outside. */
export interface Band {
  key: string;
  of: readonly NamespaceId[];
  row: IdMapRow | null;
  /** Does each id stand for itself? */
  identity: boolean;
  /** For each part that is drawn: its left and right edge at either ruler. */
  parts: readonly { from: [left: number, right: number]; to: [left: number, right: number] }[];
  top: number;
  bottom: number;
}

/** From a user's dots to its number inside, or from there to the one outside. */
export interface IdLine {
  from: Point;
  to: Point;
  /** Is it root of its namespace? */
  root: boolean;
  /** Is it root of the host? */
  ofHost: boolean;
}

/** What is said in a band of root. */
export interface BandText {
  key: string;
  /** Whose band it is. */
  of: readonly NamespaceId[];
  /** Is root in there root outside? */
  same: boolean;
  /** All of it in one. */
  text: string;
  /** How far it may move up or down: beside a line that leans, not at all. */
  slack: number;
  lines: readonly { text: string; x: number; y: number }[];
}

/** What is drawn of stacks. */
export interface UserParts {
  boxes: readonly UserPlacedBox[];
  rulers: readonly Ruler[];
  bands: readonly Band[];
  lines: readonly IdLine[];
  texts: readonly BandText[];
  /** What is beside a ruler. */
  slots: readonly { slot: 'more' | 'unmapped' | 'unknown'; x: number; y: number }[];
  /** Where it is told what the kernel goes by. */
  notes: readonly { text: string; x: number; y: number }[];
}

export interface UserLayout extends UserParts {
  size: Size;
  look: DotLook;
  /** Where the selection is answered. */
  answer: { x: number; y: number; width: number; height: number };
}
