import type { Point } from '../layout/geometry';
import type { NamespaceType } from '../model/namespace-type';

/*
 * A picture as data: marks of a few shapes, each with the role that it plays. What a role looks like is
 * said by who draws: the page's stylesheet, or the table of a figure's looks.
 */

/** What attributes tell, without their `data-`; null leaves one out. */
export type Data = Readonly<Record<string, string | number | null>>;

interface Said<Role extends string> {
  role: Role;
  /** What is peculiar to this one: `shared`, `stale`. */
  is?: readonly string[];
  /** The type in whose colour it is, and what is in it. */
  hue?: NamespaceType;
  /** What scripts find it by, on the page and in a figure. */
  data?: Data;
  /** What only the page's own handlers ask for. */
  page?: Data;
}

export interface PathMark<Role extends string = string> extends Said<Role> {
  kind: 'path';
  d: string;
  /** Is it filled with the hatching of its hue? */
  hatched?: boolean;
}

export interface CircleMark<Role extends string = string> extends Said<Role> {
  kind: 'circle';
  cx?: number;
  cy?: number;
  r: number;
  /** A colour of its own: a container's. */
  tint?: string | null;
}

export interface RectMark<Role extends string = string> extends Said<Role> {
  kind: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  rx: number;
  /** By how many degrees it is turned around the origin. */
  turned?: number;
  tint?: string | null;
}

export interface LineMark<Role extends string = string> extends Said<Role> {
  kind: 'line';
  from: Point;
  to: Point;
}

export interface TextMark<Role extends string = string> extends Said<Role> {
  kind: 'text';
  x: number;
  /** The baseline. */
  y: number;
  size: number;
  text: string;
  /** The same text in parts, where some of them have a colour of their own: a container's. */
  parts?: readonly { text: string; tint: string | null }[];
  /** What of it, at its end, is like a link. */
  link?: string;
}

export interface GroupMark<Role extends string = string> extends Said<Role> {
  kind: 'group';
  /** Where its own origin is. */
  at?: Point;
  children: readonly Mark<Role>[];
}

export type Mark<Role extends string = string> =
  | PathMark<Role>
  | CircleMark<Role>
  | RectMark<Role>
  | LineMark<Role>
  | TextMark<Role>
  | GroupMark<Role>;

/** Something in a picture that can be pointed at, walked to and chosen. */
export interface Thing<Role extends string = string> {
  /** What it goes by: a node's or a hub's key. */
  key: string;
  /** Another one under the same key has another. */
  identity: string;
  /** What it says to who does not see it. */
  sentence: string;
  selected: boolean;
  drawing: GroupMark<Role>;
}
